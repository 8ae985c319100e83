/// Makes pieces of blocks, for one width.
struct Composer {
  let shaper: Shaper
  let type: PDFTypography
  let width: Double
  /// Of the body of a page: what is higher is laid out otherwise.
  let pageHeight: Double
  let images: ImageStock

  /// The same, in another width.
  func narrowed(to width: Double) -> Composer {
    Composer(
      shaper: shaper,
      type: type,
      width: max(width, 12),
      pageHeight: pageHeight,
      images: images,
    )
  }

  var face: Face {
    Face(
      family: type.body.family,
      size: type.size,
      leading: type.leading,
      colour: type.ink,
      features: type.body.features,
    )
  }

  /// The usual room between two blocks.
  var room: Double { type.size * 0.7 }

  func pieces(of blocks: [PDFBlock]) throws(PDFError) -> [Piece] {
    var pieces: [Piece] = []
    // Empty height is room above what follows, so that a page never starts with it.
    var space = 0.0
    for block in blocks {
      if case .space(let height) = block {
        space += max(height, 0)
        continue
      }
      var made = try self.pieces(of: block)
      if space > 0 { made.addRoom(space) }
      space = block.isTable ? room * 0.6 : 0
      pieces += made
    }
    return pieces
  }

  private func pieces(of block: PDFBlock) throws(PDFError) -> [Piece] {
    switch block {
    case .heading(let text, let level, let alignment): try heading(text, level, alignment)
    case .paragraph(let paragraph): try self.paragraph(paragraph)
    case .list(let list): try self.list(list)
    case .table(let table): try TableComposer(table, self).pieces()
    case .columns(let columns, let gap): try self.columns(columns, gap)
    case .figure(let figure): try self.figure(figure)
    case .square(let square): self.square(square)
    case .signatures(let signatures, let others): try self.signatures(signatures, others)
    case .space: []
    case .rule: [rule]
    case .pageBreak: [.pageBreak]
    case .together(let blocks): try pieces(of: blocks).keptTogether
    }
  }

  private var rule: Piece {
    .box(
      Box(before: room, height: room) { [width] canvas, x, y in
        canvas.rule(x: x, y: y, width: width)
      }
    )
  }

  private func heading(
    _ text: PDFText,
    _ level: Int,
    _ alignment: PDFAlignment,
  ) throws(PDFError) -> [Piece] {
    let level = min(max(level, 1), 3)
    var face = face
    face.family = type.headings.family
    face.features = type.headings.features
    face.size = type.headingSizes[level - 1]
    face.leading = 1.25
    face.weight = .semibold
    let laid = try shaper.lay(text, face, .init(width: width, alignment: alignment))
    var pieces = lines(of: laid, in: Tag(name: "H\(level)", holdsTexts: true))
    pieces.addRoom(level == 1 ? room : room * 1.6)
    return pieces.kept(withNext: true)
  }

  private func paragraph(_ paragraph: PDFParagraph) throws(PDFError) -> [Piece] {
    let indent = min(max(paragraph.indent, 0), width - 36)
    let shape = Shaper.Shape(width: width - indent, alignment: paragraph.alignment)
    let laid = try shaper.lay(paragraph.text, face, shape)
    var pieces = lines(of: laid, in: Tag(name: "P", holdsTexts: true), indent: indent)
    pieces.addRoom(paragraph.before ?? room)
    return paragraph.keepsWithNext ? pieces.kept(withNext: true) : pieces
  }

  /// One box to a line, without a lone line at the foot or at the head of a page.
  func lines(of laid: LaidText, in tag: Tag, indent: Double = 0) -> [Piece] {
    var tag = tag
    tag.holdsTexts = laid.links.isEmpty
    let count = laid.lines.count
    let boxes = (0..<count).map { rank in
      let isKept = count > 1 && (rank == 0 || rank == count - 2)
      return Piece.box(
        Box(height: laid.pitch, keepsWithNext: isKept) { canvas, x, y in
          canvas.draw(laid, rank..<rank + 1, x: x + indent, top: y)
        }
      )
    }
    return [.open(tag)] + boxes + [.close]
  }

  private func list(_ list: PDFList) throws(PDFError) -> [Piece] {
    var pieces: [Piece] = [.open(.list)]
    let indent = type.size * (list.isNumbered ? 2.0 : 1.4)
    for (rank, item) in list.items.enumerated() {
      let label = try shaper.lay(list.isNumbered ? "\(rank + 1)." : "–", face)
      let laid = try shaper.lay(item, face, .init(width: width - indent))
      let mark = Box(before: rank == 0 ? room : room * 0.4, height: 0, keepsWithNext: true) {
        canvas,
        x,
        y in
        canvas.tagged(.label) { canvas.draw(label, x: x, top: y) }
      }
      pieces += [.open(.item), .box(mark)]
      pieces += lines(of: laid, in: Tag(name: "LBody", holdsTexts: true), indent: indent)
      pieces.append(.close)
    }
    return pieces + [.close]
  }
}

extension PDFBlock {
  /// Whether what follows stands a little lower.
  fileprivate var isTable: Bool {
    if case .table = self { true } else { false }
  }
}

extension [Piece] {
  /// Adds room above the first box.
  mutating func addRoom(_ room: Double) {
    for index in indices {
      guard case .box(var box) = self[index] else { continue }
      box.before += room
      self[index] = .box(box)
      return
    }
  }

  /// The last box holds to what follows, or does not.
  func kept(withNext isKept: Bool) -> [Piece] {
    var copy = self
    for index in indices.reversed() {
      guard case .box(var box) = copy[index] else { continue }
      box.keepsWithNext = isKept
      copy[index] = .box(box)
      break
    }
    return copy
  }

  /// All boxes hold together.
  var keptTogether: [Piece] {
    map { piece in
      guard case .box(var box) = piece else { return piece }
      box.keepsWithNext = true
      return .box(box)
    }.kept(withNext: false)
  }
}
