extension Workbook {
  /// Reads an XLSX, ODS or CSV file, recognised by its content.
  ///
  /// The name is that of the file, for messages, and for the sheet of a CSV file.
  public static func read(_ bytes: [UInt8], name: String) throws(SpreadsheetError) -> Workbook {
    do throws(SpreadsheetError) {
      try SpreadsheetLimit.fileSize.check(bytes.count)
      let workbook = try readSheets(bytes, name: name)
      guard !workbook.sheets.isEmpty else { throw SpreadsheetError(.noSheet) }
      return workbook
    } catch {
      var named = error
      named.file = name
      throw named
    }
  }

  private static func readSheets(
    _ bytes: [UInt8],
    name: String,
  ) throws(SpreadsheetError) -> Workbook {
    switch FileKind(bytes) {
    case .empty: throw SpreadsheetError(.empty)
    case .foreign(let format): throw SpreadsheetError(.foreign(format))
    case .passwordProtected: throw SpreadsheetError(.passwordProtected)
    case .zip:
      let archive = try ZipArchive(bytes)
      switch try PackageKind(archive) {
      case .xlsx: return try XLSXReader.read(archive)
      case .ods: return try ODSReader.read(archive)
      case .foreign(let format): throw SpreadsheetError(.foreign(format))
      }
    case .text: return Workbook(sheets: [try DelimitedReader.read(bytes, name: name)])
    }
  }
}
