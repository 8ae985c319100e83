extension Composer {
  /// Blocks side by side in one box, or one after the other when they do not fit on a page.
  func columns(_ columns: [PDFColumn], _ gap: Double) throws(PDFError) -> [Piece] {
    guard !columns.isEmpty else { return [] }
    let gap = min(max(gap, 0), width / Double(2 * columns.count))
    let free = width - gap * Double(columns.count - 1)
    let shares = columns.reduce(0) { $0 + $1.share }
    var placed: [(x: Double, steps: [Step])] = []
    var height = 0.0
    var x = 0.0
    for column in columns {
      let room = free * column.share / shares
      var stack = Paginator(height: .infinity)
      let blocks = column.blocks.filter { !$0.breaksPage }
      // Empty height at the head of a column lowers it beside the others.
      let empty = Box(height: blocks.prefix(while: \.isSpace).reduce(0) { $0 + $1.space }) {
        _,
        _,
        _ in
      }
      if empty.height > 0 { stack.place([.box(empty)]) }
      let rest = Array(blocks.drop(while: \.isSpace))
      stack.place(try narrowed(to: room).pieces(of: rest))
      placed.append((x, stack.pages[0]))
      height = max(height, stack.y)
      x += room + gap
    }
    guard height <= pageHeight else { return try pieces(of: columns.flatMap(\.blocks)) }
    let box = Box(before: room, height: height) { [placed] canvas, x, y in
      for column in placed {
        var drawer = StepDrawer()
        drawer.draw(column.steps, on: canvas, x: x + column.x, y: y)
      }
    }
    return [.box(box)]
  }

  func signatures(
    _ signatures: [PDFSignature],
    _ others: [PDFBlock],
  ) throws(PDFError) -> [Piece] {
    let isPlaced = signatures.contains { !$0.place.isEmpty }
    let columns = signatures.map { signature in
      var blocks: [PDFBlock] = []
      // Without a place, who signs stands level with those who have one.
      if !signature.place.isEmpty {
        blocks.append(.text(signature.place))
      } else if isPlaced {
        blocks.append(.space(type.size * type.leading))
      }
      blocks.append(.paragraph(PDFParagraph(signature.quality, before: 2)))
      if let image = signature.image {
        let figure = PDFFigure(
          image,
          width: 160,
          height: signature.room,
          alternative: "Signature",
        )
        blocks.append(.figure(figure))
      } else {
        blocks.append(.space(max(signature.room, 0)))
      }
      blocks.append(.paragraph(PDFParagraph(signature.name, before: 2)))
      return PDFColumn(blocks)
    }
    // One who signs alone signs on the right.
    let isAlone = columns.count == 1 || !others.isEmpty
    var pieces = try self.columns(isAlone ? [PDFColumn(others)] + columns : columns, 24)
    pieces.addRoom(room)
    return pieces
  }

  func figure(_ figure: PDFFigure) throws(PDFError) -> [Piece] {
    let surface = try images.surface(of: figure.image)
    let (wide, high) = (Double(surface.width), Double(surface.height))
    let scale = min(
      min(max(figure.width, 1), width) / wide,
      min(max(figure.height, 1), pageHeight) / high,
    )
    let left = offset(of: wide * scale, figure.alignment)
    return shape(figure.alternative, height: high * scale) { canvas, x, y in
      canvas.draw(surface, x: x + left, y: y, width: wide * scale, height: high * scale)
    }
  }

  func square(_ square: PDFSquare) -> [Piece] {
    var square = square
    square.side = min(square.side, width, pageHeight)
    let left = offset(of: square.side, square.alignment)
    return shape(square.alternative, height: square.side) { [square] canvas, x, y in
      canvas.draw(square, x: x + left, y: y)
    }
  }

  /// A box with what it shows in words; a decoration without.
  private func shape(
    _ alternative: String,
    height: Double,
    _ draw: @escaping (Canvas, Double, Double) -> Void,
  ) -> [Piece] {
    let box = Box(before: room, height: height) { canvas, x, y in
      if alternative.isEmpty {
        draw(canvas, x, y)
      } else {
        canvas.tagged(.figure(alternative)) { draw(canvas, x, y) }
      }
    }
    return [.box(box)]
  }

  private func offset(of taken: Double, _ alignment: PDFAlignment) -> Double {
    switch alignment {
    case .leading, .justified: 0
    case .centre: (width - taken) / 2
    case .trailing: width - taken
    }
  }
}

extension PDFBlock {
  fileprivate var isSpace: Bool {
    if case .space = self { true } else { false }
  }

  /// The height that it leaves empty.
  fileprivate var space: Double {
    if case .space(let height) = self { max(height, 0) } else { 0 }
  }

  /// Whether it ends a page, which a block beside another cannot do.
  fileprivate var breaksPage: Bool {
    if case .pageBreak = self { true } else { false }
  }
}
