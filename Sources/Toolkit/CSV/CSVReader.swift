public import Text

/// Reads the rows of a CSV file one after the other, from its bytes.
///
/// The cells are separated by the first `;`, `,` or tab that stands outside quotes in the heading;
/// quotes are those of RFC 4180. Lines end with LF or CRLF, and lines without any character are
/// passed over. Until the first call of `advance()`, the current row is the heading.
public struct CSVReader: Sendable {
  public let separator: UInt8
  private let bytes: [UInt8]
  private var offset: Int
  /// The physical line that follows the current row.
  public private(set) var nextLine = 1
  private var width: Int?
  private var rowStart = 0
  /// The physical line on which the current row starts.
  public private(set) var line = 1
  private var cells: [Cell] = []

  /// Where a cell stands, without its quotes.
  private struct Cell {
    var start: Int
    var end: Int
    var isQuoted: Bool
    var hasDoubledQuotes: Bool
  }

  /// Checks that the whole file is a text, and reads its heading.
  public init(_ bytes: [UInt8]) throws(CSVError) {
    do throws(UTF8TextError) { offset = try checkUTF8Text(bytes) } catch {
      throw CSVError(position: error.position, problem: .text(error))
    }
    self.bytes = bytes
    separator = Self.separator(of: bytes[offset...])
    guard try advance() else { throw CSVError(position: nil, problem: .text(.empty)) }
    width = cells.count
  }

  /// Checks that the whole file is a text, and reads its first row; rows may differ in length.
  ///
  /// The separator is `;`, `,` or a tab, which the caller found.
  public init(ragged bytes: [UInt8], separator: Unicode.Scalar) throws(CSVError) {
    precondition([";", ",", "\t"].contains(separator), "no file has this separator")
    do throws(UTF8TextError) { offset = try checkUTF8Text(bytes) } catch {
      throw CSVError(position: error.position, problem: .text(error))
    }
    self.bytes = bytes
    self.separator = UInt8(ascii: separator)
    guard try advance() else { throw CSVError(position: nil, problem: .text(.empty)) }
  }

  private static func separator(of content: ArraySlice<UInt8>) -> UInt8 {
    var inQuotes = false
    var started = false
    for byte in content {
      if byte == .quote { inQuotes.toggle() }
      if inQuotes { continue }
      if byte == .lineFeed, started { break }
      started = started || (byte != .lineFeed && byte != .carriageReturn)
      if [.semicolon, .comma, .tab].contains(byte) { return byte }
    }
    return .semicolon
  }
}

// MARK: - Rows

extension CSVReader {
  /// Goes to the next row; false at the end.
  ///
  /// After the error of a row with too many or too few cells, reading goes on with the row that
  /// follows it; any other error ends the reading.
  public mutating func advance() throws(CSVError) -> Bool {
    skipBlankLines()
    cells.removeAll(keepingCapacity: true)
    guard offset < bytes.count else { return false }
    rowStart = offset
    line = nextLine
    do throws(CSVError) {
      while try !readCell() {}
    } catch {
      offset = bytes.count
      throw error
    }
    if let width, cells.count != width { throw unequal(to: width) }
    return true
  }

  private mutating func skipBlankLines() {
    while offset < bytes.count {
      let length = bytes[offset] == .carriageReturn ? 2 : 1
      guard offset + length <= bytes.count, bytes[offset + length - 1] == .lineFeed else { return }
      offset += length
      nextLine += 1
    }
  }

  private func unequal(to width: Int) -> CSVError {
    let surplus = cells.count > width
    let place = surplus ? start(width) : cells[cells.count - 1].end
    return CSVError(
      position: position(of: place),
      problem: .cells(found: cells.count, expected: width),
    )
  }

  /// Reads a cell and what ends it.
  /// - Returns: whether the row ends with it.
  private mutating func readCell() throws(CSVError) -> Bool {
    if offset < bytes.count, bytes[offset] == .quote { return try readQuotedCell() }
    let start = offset
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == separator || byte == .lineFeed || byte == .carriageReturn { break }
      guard byte != .quote else { throw fault(.quoteInsideCell, at: offset) }
      offset += 1
    }
    cells.append(Cell(start: start, end: offset, isQuoted: false, hasDoubledQuotes: false))
    return try passCellEnd()
  }

  private mutating func readQuotedCell() throws(CSVError) -> Bool {
    let open = offset
    var cell = Cell(start: open + 1, end: open + 1, isQuoted: true, hasDoubledQuotes: false)
    var linesInside = 0
    offset += 1
    while true {
      guard offset < bytes.count else { throw fault(.unterminatedQuote, at: open) }
      if bytes[offset] == .quote {
        guard offset + 1 < bytes.count, bytes[offset + 1] == .quote else { break }
        cell.hasDoubledQuotes = true
        offset += 1
      } else if bytes[offset] == .lineFeed {
        linesInside += 1
      }
      offset += 1
    }
    cell.end = offset
    offset += 1
    cells.append(cell)
    nextLine += linesInside
    return try passCellEnd()
  }

  /// Passes a separator, or the end of the row.
  private mutating func passCellEnd() throws(CSVError) -> Bool {
    guard offset < bytes.count else { return true }
    let byte = bytes[offset]
    guard byte != separator else {
      offset += 1
      return false
    }
    if byte == .carriageReturn {
      guard offset + 1 < bytes.count, bytes[offset + 1] == .lineFeed else {
        throw fault(.loneCarriageReturn, at: offset)
      }
      offset += 1
    } else if byte != .lineFeed {
      throw fault(.textAfterQuote, at: offset)
    }
    offset += 1
    nextLine += 1
    return true
  }
}

// MARK: - Cells

extension CSVReader {
  /// The number of cells of the current row, the same in every row.
  public var count: Int { cells.count }

  /// Whether nothing is written in any cell of the current row.
  public var isBlank: Bool { cells.allSatisfy { $0.start == $0.end } }

  /// Whether nothing is written in a cell.
  public func isEmpty(_ index: Int) -> Bool { cells[index].start == cells[index].end }

  /// The content of a cell; the bytes are shared with the file unless quotes are doubled in it.
  public func bytes(_ index: Int) -> ArraySlice<UInt8> {
    let cell = cells[index]
    let content = bytes[cell.start..<cell.end]
    guard cell.hasDoubledQuotes else { return content }
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var isSecond = false
    for byte in content {
      isSecond = byte == .quote && !isSecond
      if !isSecond || byte != .quote { result.append(byte) }
    }
    return result[...]
  }

  /// The content of a cell as text.
  public func text(_ index: Int) -> String { String(decoding: bytes(index), as: UTF8.self) }

  /// Where a cell of the current row starts: its quote, or its first character.
  public func position(_ index: Int) -> TextPosition { position(of: start(index)) }

  private func start(_ index: Int) -> Int { cells[index].start - (cells[index].isQuoted ? 1 : 0) }

  private func fault(_ problem: CSVError.Problem, at place: Int) -> CSVError {
    CSVError(position: position(of: place), problem: problem)
  }

  /// The place of a byte of the current row.
  private func position(of place: Int) -> TextPosition {
    let before = bytes[rowStart..<place]
    let lineStart = before.lastIndex(of: .lineFeed).map { $0 + 1 } ?? rowStart
    return TextPosition(
      line: line + before.count { $0 == .lineFeed },
      column: String(decoding: bytes[lineStart..<place], as: UTF8.self).count + 1,
    )
  }
}

extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
}
