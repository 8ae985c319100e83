/// The pages of a document, laid out and not yet drawn.
struct Sheets {
  private let page: PDFPage
  private let pages: [[Step]]
  private let running: [[RunningLine]]
  private let watermark: LaidText?

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
    var running: [[RunningLine]] = []
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
  ) throws(PDFError) -> [RunningLine] {
    var running: [RunningLine] = []
    if let line = page.header?(number) {
      running.append(try RunningLine(line, page, composer, isHeader: true))
    }
    if let line = page.footer?(number) {
      running.append(try RunningLine(line, page, composer, isHeader: false))
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
        for line in running[rank] where !line.isContent { line.draw(on: canvas, page) }
      }
      drawer.draw(steps, on: canvas, x: page.margins.left, y: page.margins.top)
      for line in running[rank] where line.isContent { line.draw(on: canvas, page) }
      if rank == pages.count - 1 { canvas.end(.document) }
      canvas.endPage()
    }
  }
}
