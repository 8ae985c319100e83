/// Reads the sheets of an XLSX archive, by way of its relationships.
struct XLSXReader {
  private var budget = ReadingBudget()
  private var context = XLSXContext()

  static func read(_ archive: borrowing ZipArchive) throws(SpreadsheetError) -> Workbook {
    var reader = XLSXReader()
    return try reader.workbook(archive)
  }

  private mutating func workbook(
    _ archive: borrowing ZipArchive
  ) throws(SpreadsheetError) -> Workbook {
    let root = try relationships(archive, of: "")
    let part = root.first { $0.kind == "officeDocument" }?.target ?? "xl/workbook.xml"
    let book = XLSXWorkbookHandler()
    try archive.parse(part, &budget, book)
    let related = try relationships(archive, of: part)
    context.usesDates1904 = book.usesDates1904
    try readShared(archive, related)
    var sheets: [Sheet] = []
    for entry in book.sheets {
      guard let sheet = related.first(where: { $0.id == entry.relation }),
        sheet.kind == "worksheet"
      else { continue }
      sheets.append(try read(entry, sheet.target, archive))
    }
    return Workbook(sheets: sheets)
  }

  private mutating func readShared(
    _ archive: borrowing ZipArchive,
    _ related: [XLSXRelationship],
  ) throws(SpreadsheetError) {
    if let styles = related.first(where: { $0.kind == "styles" }), archive.holds(styles.target) {
      let handler = XLSXStylesHandler()
      try archive.parse(styles.target, &budget, handler)
      context.formats = handler.formats
    }
    if let texts = related.first(where: { $0.kind == "sharedStrings" }),
      archive.holds(texts.target)
    {
      let handler = XLSXSharedTextsHandler()
      try archive.parse(texts.target, &budget, handler)
      context.sharedTexts = handler.texts
    }
  }

  private mutating func read(
    _ entry: XLSXWorkbookHandler.Entry,
    _ part: String,
    _ archive: borrowing ZipArchive,
  ) throws(SpreadsheetError) -> Sheet {
    let handler = XLSXSheetHandler(context, budget)
    do throws(SpreadsheetError) {
      try archive.parse(part, &budget, handler)
    } catch {
      throw error.inSheet(entry.name)
    }
    try budget.spend(cells: handler.builder.budget.cells - budget.cells)
    return Sheet(name: entry.name, isHidden: entry.isHidden, rows: handler.builder.rows)
  }

  /// The relationships of a part; of the whole for "".
  private mutating func relationships(
    _ archive: borrowing ZipArchive,
    of part: String,
  ) throws(SpreadsheetError) -> [XLSXRelationship] {
    let steps = part.split(separator: "/")
    let folder = steps.dropLast().map(String.init)
    let path = (folder + ["_rels", (steps.last.map(String.init) ?? "") + ".rels"])
      .joined(separator: "/")
    guard archive.holds(path) else { return [] }
    let handler = XLSXRelationshipsHandler(folder: folder)
    try archive.parse(path, &budget, handler)
    return handler.relationships
  }
}

/// What the cells of an XLSX sheet refer to.
struct XLSXContext {
  var usesDates1904 = false
  var sharedTexts: [String] = []
  /// The kind of each cell format, by its index.
  var formats: [NumberFormatKind] = []
}
