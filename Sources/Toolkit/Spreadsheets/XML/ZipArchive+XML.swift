extension ZipArchive {
  /// Parses a whole part.
  func parse(
    _ part: String,
    _ budget: inout ReadingBudget,
    _ handler: any XMLHandler,
  ) throws(SpreadsheetError) {
    var parser = try XMLParser(part: part, handler)
    try stream(part, &budget) { piece throws(SpreadsheetError) in try parser.feed(piece) }
    try parser.feed([])
  }
}
