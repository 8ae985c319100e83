/// What stands in a margin of one page, laid out, each text with its place.
struct RunningLine {
  let isContent: Bool
  private var texts: [(text: LaidText, x: Double, y: Double)] = []
  private let square: PDFSquare?
  /// Where the square and the hairline above it stand.
  private var top = 0.0

  /// Between the square, the texts and the hairline.
  private static let gap = 9.0

  init(
    _ line: PDFPage.RunningLine,
    _ page: PDFPage,
    _ composer: Composer,
    isHeader: Bool,
  ) throws(PDFError) {
    isContent = line.isContent
    square = isHeader ? nil : line.square
    var face = composer.face
    face.size = 7.5
    face.colour = .muted
    if let square {
      top = page.size.height - page.margins.bottom + Self.gap * 2
      try placeBeside(square, line, page, composer, face)
    } else {
      try placeAlong(line, page, composer, face, isHeader: isHeader)
    }
  }

  private mutating func placeBeside(
    _ square: PDFSquare,
    _ line: PDFPage.RunningLine,
    _ page: PDFPage,
    _ composer: Composer,
    _ face: Face,
  ) throws(PDFError) {
    let right = try composer.shaper.lay(line.right, face)
    let left = page.margins.left + square.side + Self.gap
    let end = page.size.width - page.margins.right - right.width
    let shape = Shaper.Shape(width: max(end - Self.gap - left, 36), maximumLines: 2)
    texts.append((try composer.shaper.lay(line.left, face, shape), left, top))
    if !line.right.isEmpty { texts.append((right, end, top)) }
  }

  private mutating func placeAlong(
    _ line: PDFPage.RunningLine,
    _ page: PDFPage,
    _ composer: Composer,
    _ face: Face,
    isHeader: Bool,
  ) throws(PDFError) {
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
      texts.append((laid, left, y))
    }
  }

  func draw(on canvas: Canvas, _ page: PDFPage) {
    if let square {
      let left = page.margins.left
      canvas.artifact { canvas.rule(x: left, y: top - Self.gap, width: page.bodyWidth) }
      canvas.tagged(.figure(square.alternative)) { canvas.draw(square, x: left, y: top) }
    }
    for place in texts {
      canvas.tagged(Tag(name: "P", holdsTexts: place.text.links.isEmpty)) {
        canvas.draw(place.text, x: place.x, top: place.y)
      }
    }
  }
}
