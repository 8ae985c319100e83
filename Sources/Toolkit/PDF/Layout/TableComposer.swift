/// Makes pieces of a table.
struct TableComposer {
  private let table: PDFTable
  private let shaper: Shaper
  private let face: Face
  private let width: Double
  private let pageHeight: Double
  private let room: Double
  /// The left edge of each column, and the right edge of the last.
  private let edges: [Double]

  /// The room on the left and on the right of each text.
  private static let side = 4.0

  /// The texts of a row, each with its place.
  struct LaidCell {
    let text: LaidText
    let x: Double
    let tag: Tag
  }

  init(_ table: PDFTable, _ composer: Composer) {
    self.table = table
    shaper = composer.shaper
    var face = composer.face
    face.size = table.size ?? face.size
    face.leading = min(face.leading, 1.3)
    face.features = face.features.isEmpty ? "tnum=1" : face.features + ",tnum=1"
    self.face = face
    width = composer.width
    pageHeight = composer.pageHeight
    room = composer.room
    edges = table.columns.edges(in: composer.width)
  }

  func pieces() throws(PDFError) -> [Piece] {
    guard !(table.header.isEmpty && table.rows.isEmpty) else { return [] }
    let decimals = try decimals()
    var headers: [Box] = []
    for row in table.header {
      let cells = try lay(row, decimals, isHeader: true)
      headers += boxes(row, cells, isHeader: true).map { box in
        var box = box
        box.keepsWithNext = true
        return box
      }
    }
    var pieces: [Piece] = [.open(.table)]
    if table.rows.isEmpty, let last = headers.popLast() {
      pieces += headers.map { .box($0) }
      pieces += [.box(Box(height: last.height, draw: last.draw))]
    } else {
      pieces += headers.map { .box($0) }
      // Headers that would fill half a page do not come again.
      let height = headers.reduce(0) { $0 + $1.height }
      pieces.append(.repeating(height < pageHeight / 2 ? headers : []))
      for row in table.rows {
        let cells = try lay(row, decimals, isHeader: false)
        pieces += boxes(row, cells, isHeader: false, under: height).map { .box($0) }
      }
      pieces.append(.endOfRepeating)
    }
    pieces.append(.close)
    pieces.addRoom(room)
    return pieces
  }

  /// The widest parts on the right of the decimal sign, by column.
  private func decimals() throws(PDFError) -> [Double] {
    var widest = [Double](repeating: 0, count: table.columns.count)
    for row in table.rows {
      var column = 0
      for cell in row.cells {
        if alignment(of: cell, at: column) == .decimal, cell.span == 1 {
          let laid = try shaper.lay(cell.text, face)
          if let decimal = laid.decimal, laid.width < room(column, 1) {
            widest[column] = max(widest[column], laid.width - decimal)
          }
        }
        column += cell.span
      }
    }
    return widest
  }

  private func alignment(of cell: PDFTable.Cell, at column: Int) -> PDFTable.Alignment {
    cell.alignment ?? table.columns[column].alignment
  }

  /// The room of a text that takes columns.
  private func room(_ column: Int, _ span: Int) -> Double {
    max(edges[column + span] - edges[column] - 2 * Self.side, 6)
  }

  private func lay(
    _ row: PDFTable.Row,
    _ decimals: [Double],
    isHeader: Bool,
  ) throws(PDFError) -> [LaidCell] {
    var laid: [LaidCell] = []
    laid.reserveCapacity(table.columns.count)
    var column = 0
    for cell in row.cells {
      laid.append(try lay(cell, at: column, decimals[column], isHeader: isHeader))
      column += cell.span
    }
    // A short row is completed: the structure stays a grid.
    while column < table.columns.count {
      laid.append(try lay("", at: column, 0, isHeader: false))
      column += 1
    }
    return laid
  }

  private func lay(
    _ cell: PDFTable.Cell,
    at column: Int,
    _ decimal: Double,
    isHeader: Bool,
  ) throws(PDFError) -> LaidCell {
    var face = face
    if isHeader || cell.isHeader { face.weight = .semibold }
    let room = room(column, cell.span)
    let alignment = alignment(of: cell, at: column)
    var text = try shaper.lay(cell.text, face)
    if text.lines.count > 1 || text.width > room {
      text = try shaper.lay(cell.text, face, .init(width: room, alignment: alignment.ofLines))
    }
    let free = text.lines.count > 1 ? 0 : room - text.width
    let left = edges[column] + Self.side
    let x =
      switch alignment {
      case .leading: left
      case .centre: left + free / 2
      case .trailing: left + free
      case .decimal:
        left + (text.decimal.map { max(0, min(free, room - decimal - $0)) } ?? free)
      }
    let isTitle = isHeader || cell.isHeader
    let scope: ElementAttribute.Scope? = isTitle ? (isHeader ? .column : .row) : nil
    let attribute: ElementAttribute? =
      isTitle || cell.span > 1 ? .cell(scope: scope, span: cell.span) : nil
    // One line already has its place; several have theirs in their width.
    let shift = text.lines.count == 1 ? text.lines[0].x : 0
    return LaidCell(
      text: text,
      x: x - shift,
      tag: Tag(name: isTitle ? "TH" : "TD", attribute: attribute),
    )
  }

  /// One box to a row; several for a row that a page does not hold under the headers.
  private func boxes(
    _ row: PDFTable.Row,
    _ cells: [LaidCell],
    isHeader: Bool,
    under headers: Double = 0,
  ) -> [Box] {
    let height = cells.reduce(0) { max($0, $1.text.height) } + 2 * table.padding
    let painter = RowPainter(
      rules: table.rules,
      ground: row.ground ?? (isHeader && table.rules != .none ? .shade : nil),
      edges: edges,
      padding: table.padding,
      isHeader: isHeader,
    )
    if height + headers <= pageHeight {
      let box = Box(height: height, keepsWithNext: row.keepsWithNext) { canvas, x, y in
        painter.paint(cells, lines: nil, height, canvas, x, y)
      }
      return [box]
    }
    return slices(cells, painter)
  }

  /// A row that no page can hold, cut between lines.
  private func slices(_ cells: [LaidCell], _ painter: RowPainter) -> [Box] {
    let slice = pageHeight / 4
    var boxes: [Box] = []
    var starts = [Int](repeating: 0, count: cells.count)
    while zip(starts, cells).contains(where: { $0 < $1.text.lines.count }) {
      let ranges = zip(starts, cells).map { start, cell in
        start..<min(start + max(1, Int(slice / cell.text.pitch)), cell.text.lines.count)
      }
      let text = zip(ranges, cells).reduce(0) { max($0, Double($1.0.count) * $1.1.text.pitch) }
      let height = text + 2 * table.padding
      boxes.append(
        Box(height: height) { canvas, x, y in
          painter.paint(cells, lines: ranges, height, canvas, x, y)
        }
      )
      starts = ranges.map(\.upperBound)
    }
    return boxes
  }
}

extension PDFTable.Alignment {
  /// For texts of several lines.
  fileprivate var ofLines: PDFAlignment {
    switch self {
    case .leading: .leading
    case .centre: .centre
    case .trailing, .decimal: .trailing
    }
  }
}
