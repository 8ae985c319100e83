/// Draws a row of a table: its ground and its rules, then its texts.
struct RowPainter {
  let rules: PDFTable.Rules
  let ground: PDFColour?
  /// The left edge of each column, and the right edge of the last.
  let edges: [Double]
  let padding: Double
  let isHeader: Bool

  /// Draws those lines of each cell, or all of them.
  func paint(
    _ cells: [TableComposer.LaidCell],
    lines: [Range<Int>]?,
    _ height: Double,
    _ canvas: Canvas,
    _ x: Double,
    _ y: Double,
  ) {
    let width = edges[edges.count - 1]
    if let ground { canvas.fill(ground, x: x, y: y, width: width, height: height) }
    switch rules {
    case .none: break
    case .rows: canvas.rule(isHeader ? .muted : .hairline, x: x, y: y + height, width: width)
    case .grid:
      canvas.rule(x: x, y: y, width: width)
      canvas.rule(x: x, y: y + height, width: width)
      for edge in edges {
        canvas.fill(.hairline, x: x + edge - 0.25, y: y, width: 0.5, height: height)
      }
    }
    canvas.tagged(.row) {
      for (rank, cell) in cells.enumerated() {
        canvas.tagged(cell.tag) {
          canvas.draw(cell.text, lines?[rank], x: x + cell.x, top: y + padding)
        }
      }
    }
  }
}
