/// The pages of a document, laid out and not yet drawn.
struct Sheets {
  private let page: PDFPage
  private let pages: [[Step]]
  private let running: [Running]
  private let watermark: LaidText?

  /// The texts in the margins of a page, with their places.
  private struct Running {
    var texts: [(text: LaidText, x: Double, y: Double)] = []
  }

  var count: Int { pages.count }

  init(_ document: PDFDocument, _ press: PDFPress) throws(PDFError) {
    page = document.page
    press.shaper.speak(document.info.language)
    let composer = Composer(
      shaper: press.shaper,
      type: document.typography,
      width: page.bodyWidth,
      pageHeight: page.bodyHeight,
      images: press.images,
    )
    var paginator = Paginator(height: page.bodyHeight)
    paginator.place(try composer.pieces(of: document.blocks))
    var pages = paginator.pages
    if pages.count > 1, pages[pages.count - 1].isEmpty { pages.removeLast() }
    self.pages = pages
    var running: [Running] = []
    for rank in 1...pages.count {
      running.append(
        try Self.running(page, .init(rank: rank, count: pages.count), composer)
      )
    }
    self.running = running
    watermark = try Self.watermark(page, composer)
  }

  private static func running(
    _ page: PDFPage,
    _ number: PDFPage.Number,
    _ composer: Composer,
  ) throws(PDFError) -> Running {
    var face = composer.face
    face.size = 7.5
    face.colour = .muted
    var running = Running()
    let lines: [(PDFPage.RunningLine?, isHeader: Bool)] = [
      (page.header?(number), true), (page.footer?(number), false),
    ]
    for (line, isHeader) in lines {
      guard let line else { continue }
      let places: [(PDFText, PDFAlignment)] = [
        (line.left, .leading), (line.centre, .centre), (line.right, .trailing),
      ]
      let filled = places.filter { !$0.0.isEmpty }
      for (text, alignment) in filled {
        // Several texts share the line, and none crosses another.
        let room =
          filled.count > 1 ? page.bodyWidth * (alignment == .centre ? 0.3 : 0.34) : page.bodyWidth
        let shape = Shaper.Shape(width: room, alignment: alignment, maximumLines: 2)
        let laid = try composer.shaper.lay(text, face, shape)
        let left =
          switch alignment {
          case .leading, .justified: page.margins.left
          case .centre: page.margins.left + (page.bodyWidth - room) / 2
          case .trailing: page.margins.left + page.bodyWidth - room
          }
        let y =
          isHeader
          ? max(page.margins.top * 0.7 - laid.height, 4)
          : min(page.size.height - page.margins.bottom * 0.6, page.size.height - laid.height - 4)
        running.texts.append((laid, left, y))
      }
    }
    return running
  }

  private static func watermark(
    _ page: PDFPage,
    _ composer: Composer,
  ) throws(PDFError) -> LaidText? {
    guard let word = page.watermark, !word.isEmpty else { return nil }
    var face = composer.face
    face.weight = .semibold
    face.colour = .watermark
    face.size = 10
    face.leading = 1
    let width = try composer.shaper.lay(PDFText(word), face).width
    let diagonal = (page.size.width * page.size.width + page.size.height * page.size.height)
      .squareRoot()
    face.size = min(120, 10 * diagonal * 0.62 / max(width, 1))
    return try composer.shaper.lay(PDFText(word), face)
  }

  func draw(on canvas: Canvas) {
    var drawer = StepDrawer()
    for (rank, steps) in pages.enumerated() {
      // Setting the size forgets what was drawn before it, tags included.
      canvas.resize(page.size)
      if rank == 0 { canvas.begin(.document) }
      canvas.artifact {
        if let watermark { canvas.drawAcross(page.size, watermark) }
        for place in running[rank].texts { canvas.draw(place.text, x: place.x, top: place.y) }
      }
      drawer.draw(steps, on: canvas, x: page.margins.left, y: page.margins.top)
      if rank == pages.count - 1 { canvas.end(.document) }
      canvas.endPage()
    }
  }
}
