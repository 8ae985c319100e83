/// Reads the sheets of an ODS archive.
enum ODSReader {
  static func read(_ archive: borrowing ZipArchive) throws(SpreadsheetError) -> Workbook {
    var budget = ReadingBudget()
    if archive.holds("META-INF/manifest.xml") {
      let manifest = ODSManifestHandler()
      try archive.parse("META-INF/manifest.xml", &budget, manifest)
      guard !manifest.isEncrypted else { throw SpreadsheetError(.passwordProtected) }
    }
    let handler = ODSContentHandler(budget)
    do throws(SpreadsheetError) {
      try archive.parse("content.xml", &budget, handler)
    } catch {
      throw handler.currentSheet.map { error.inSheet($0) } ?? error
    }
    return Workbook(sheets: handler.sheets)
  }
}

/// Tells whether the parts are enciphered.
private final class ODSManifestHandler: XMLHandler {
  private(set) var isEncrypted = false

  func start(_ name: XMLName, _ attributes: [XMLName: String]) {
    if name.local == "encryption-data" { isEncrypted = true }
  }
}
