/// The bounds of what is read, so that no file can exhaust memory or time.
public enum SpreadsheetLimit: CaseIterable, Hashable, Sendable {
  /// Bytes of the file itself.
  case fileSize
  /// Bytes of all that is unpacked from the file.
  case unpackedSize
  /// How many times larger than the file a part may get.
  case ratio
  /// Parts of an XLSX or ODS archive.
  case parts
  case sheets
  case rows
  case columns
  /// Cells of all sheets, empty ones before the last of a row included.
  case cells
  /// UTF-16 units of the text of one cell, as Excel counts them.
  case cellLength
  /// Shared texts of an XLSX file.
  case sharedTexts
  case mergedRanges
  case cellFormats
  /// XML elements inside one another.
  case depth
  /// Bytes of one XML tag.
  case tagLength

  /// The largest value that is accepted.
  public var maximum: Int {
    switch self {
    case .fileSize: 32 << 20
    case .unpackedSize: 256 << 20
    case .ratio: 250
    case .parts: 4096
    case .sheets: 256
    case .rows: 200_000
    case .columns: 1024
    case .cells: 4_000_000
    case .cellLength: 32_767
    case .sharedTexts: 1_000_000
    case .mergedRanges: 65_536
    case .cellFormats: 65_536
    case .depth: 100
    case .tagLength: 1 << 20
    }
  }

  /// What a part may hold whatever its ratio: short files pack very well.
  static let sizeWithoutRatio = 4 << 20

  /// Refuses a value over the bound.
  func check(_ value: Int) throws(SpreadsheetError) {
    guard value <= maximum else { throw SpreadsheetError(.limit(self)) }
  }
}
