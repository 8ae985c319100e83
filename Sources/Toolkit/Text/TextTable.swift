/// A table of text laid out in columns for a terminal.
public struct TextTable: Sendable {
  /// On which side of its column a cell's text stands.
  public enum Alignment: Sendable {
    case left
    case right
  }

  /// A heading and how the cells below it are set.
  public struct Column: Sendable {
    let heading: String
    let alignment: Alignment
    let maximumWidth: Int?

    /// A column; cells longer than the maximum width are broken between words.
    public init(_ heading: String, _ alignment: Alignment = .left, maximumWidth: Int? = nil) {
      self.heading = heading
      self.alignment = alignment
      self.maximumWidth = maximumWidth
    }
  }

  private let columns: [Column]
  /// Each row is one or more lines of cells; `nil` is a rule.
  private var rows: [[[String]]?] = []

  public init(_ columns: [Column]) {
    self.columns = columns
  }

  /// Adds a row; missing cells are left blank, surplus ones are a programmer's mistake.
  public mutating func add(_ cells: [String]) {
    precondition(cells.count <= columns.count, "more cells than columns")
    let broken = cells.enumerated().map { index, cell in
      columns[index].maximumWidth.map { wrap(cell, width: $0) } ?? [cell]
    }
    let height = broken.map(\.count).max() ?? 1
    rows.append(
      (0..<height).map { line in
        columns.indices.map { index in
          index < broken.count && line < broken[index].count ? broken[index][line] : ""
        }
      }
    )
  }

  /// Adds a rule across the table.
  public mutating func addRule() { rows.append(nil) }

  /// The table as lines, without trailing blanks, each ended by a line feed.
  public func render() -> String {
    let cells = rows.compactMap(\.self).flatMap(\.self)
    let widths = columns.indices.map { index in
      max(columns[index].heading.count, cells.map { $0[index].count }.max() ?? 0)
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "──")
    let body = rows.flatMap { row in row?.map { line($0, widths) } ?? [rule] }
    return ([line(columns.map(\.heading), widths), rule] + body).map { $0 + "\n" }.joined()
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var result = ""
    for (index, cell) in cells.enumerated() {
      let padding = String(repeating: " ", count: widths[index] - cell.count)
      if index > 0 { result += "  " }
      result += columns[index].alignment == .left ? cell + padding : padding + cell
    }
    while result.last == " " { result.removeLast() }
    return result
  }
}

/// Breaks a text between words into lines of at most a width; a longer word keeps its own line.
public func wrap(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ") {
    if !line.isEmpty, line.count + 1 + word.count > width {
      lines.append(line)
      line = ""
    }
    line += line.isEmpty ? String(word) : " " + word
  }
  return lines + [line]
}
