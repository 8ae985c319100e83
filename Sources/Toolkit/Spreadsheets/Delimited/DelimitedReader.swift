internal import CSV
internal import Text

/// Reads a CSV file as one sheet, whose rows may differ in length.
struct DelimitedReader {
  private var reader: CSVReader
  private var builder = SheetBuilder(budget: ReadingBudget())

  static func read(_ bytes: [UInt8], name: String) throws(SpreadsheetError) -> Sheet {
    var text = try TextDecoding.utf8(bytes)
    let declared = declaredSeparator(&text)
    let separator = declared ?? Separator.find(in: text)
    var reading = DelimitedReader(
      reader: try withCSVErrors { () throws(CSVError) in
        try CSVReader(ragged: text, separator: separator)
      }
    )
    do throws(SpreadsheetError) { try reading.readRows() } catch { throw error.inSheet(name) }
    return Sheet(name: name, rows: reading.builder.rows)
  }

  private init(reader: CSVReader) {
    self.reader = reader
  }

  /// Reads « sep=; », the line by which Excel is told the separator, and drops it.
  private static func declaredSeparator(_ text: inout [UInt8]) -> Unicode.Scalar? {
    let start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let line = text[start...].prefix { $0 != 0x0A && $0 != 0x0D }
    guard line.count == 5, String(decoding: line, as: UTF8.self).lowercased().hasPrefix("sep="),
      let last = line.last, Separator.all.contains(Unicode.Scalar(last))
    else { return nil }
    let end = text[line.endIndex...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.endIndex
    text.removeSubrange(..<end)
    return Unicode.Scalar(last)
  }

  private static func withCSVErrors<Value>(
    _ body: () throws(CSVError) -> Value
  ) throws(SpreadsheetError) -> Value {
    do throws(CSVError) { return try body() } catch {
      throw SpreadsheetError(error.problem == .text(.empty) ? .empty : .csv(error))
    }
  }

  /// Blank lines count as rows, so that places are those of a spreadsheet program.
  private mutating func readRows() throws(SpreadsheetError) {
    var row = reader.line - 1
    while true {
      for column in 0..<reader.count {
        let text = CSVFormula.unguarded(reader.text(column))
        let cell = text.isEmpty ? Cell.empty : .text(text)
        do throws(SpreadsheetError) {
          try builder.set(cell, row: row, column: column)
        } catch {
          var placed = error
          placed.cell = CellReference(row: row, column: column)
          throw placed
        }
      }
      let expected = reader.nextLine
      guard try advance() else { return }
      row += 1 + reader.line - expected
    }
  }

  private mutating func advance() throws(SpreadsheetError) -> Bool {
    do throws(CSVError) { return try reader.advance() } catch {
      throw SpreadsheetError(.csv(error))
    }
  }
}
