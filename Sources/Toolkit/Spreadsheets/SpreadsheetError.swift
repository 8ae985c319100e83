public import CSV

/// Why a file cannot be read as sheets, and where.
public struct SpreadsheetError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Cause: Hashable, Sendable {
    case empty
    /// A file of another kind.
    case foreign(ForeignFormat)
    case passwordProtected
    /// The archive is cut or altered; the text is what the library says, in English.
    case damagedArchive(String)
    /// A part without which there are no sheets.
    case missingPart(String)
    /// A part that is not well-formed XML.
    case malformedXML(part: String, line: Int)
    /// A part that declares a document type, which no spreadsheet program writes.
    case documentType(part: String)
    case limit(SpreadsheetLimit)
    case noSheet
    /// A cell, or a range, whose reference is not one.
    case badReference(String)
    /// A number that is not written as one.
    case badNumber(String)
    /// A text that the table of shared texts does not hold.
    case badSharedText(String)
    case csv(CSVError)
    /// Bytes that neither UTF-8 nor Windows-1252 has.
    case unknownEncoding
    case outOfMemory
  }

  public let cause: Cause
  /// The name of the file; empty until the reader of the whole sets it.
  public internal(set) var file = ""
  public internal(set) var sheet: String?
  public internal(set) var cell: CellReference?

  init(_ cause: Cause, sheet: String? = nil, cell: CellReference? = nil) {
    self.cause = cause
    self.sheet = sheet
    self.cell = cell
  }

  /// The same error, in a sheet.
  func inSheet(_ name: String) -> SpreadsheetError {
    var copy = self
    copy.sheet = name
    return copy
  }
}

/// A file that is not sheets that can be read, but is known.
public enum ForeignFormat: CaseIterable, Hashable, Sendable {
  case excel97
  case excelBinary
  case excelXML
  case otherOffice
  case wordProcessing
  case presentation
  case appleNumbers
  case pdf
  case image
  case webPage
  case richText
  case archive
  case binary
}
