/// Reads which cell formats show dates.
final class XLSXStylesHandler: XMLHandler {
  private var custom: [Int: NumberFormatKind] = [:]
  private var isInCellFormats = false
  private(set) var formats: [NumberFormatKind] = []

  func start(_ name: XMLName, _ attributes: [XMLName: String]) throws(SpreadsheetError) {
    guard name.namespace == .spreadsheet else { return }
    switch name.local {
    case "cellXfs": isInCellFormats = true
    case "numFmt":
      guard let id = attributes[XMLName(.none, "numFmtId")].flatMap({ Int($0) }),
        let code = attributes[XMLName(.none, "formatCode")]
      else { return }
      custom[id] = NumberFormatKind(code: code)
      try SpreadsheetLimit.cellFormats.check(custom.count)
    case "xf" where isInCellFormats:
      let id = attributes[XMLName(.none, "numFmtId")].flatMap { Int($0) } ?? 0
      formats.append(custom[id] ?? NumberFormatKind(builtIn: id))
      try SpreadsheetLimit.cellFormats.check(formats.count)
    default: break
    }
  }

  func end(_ name: XMLName) {
    if name == XMLName(.spreadsheet, "cellXfs") { isInCellFormats = false }
  }
}
