/// The place of a cell in its sheet, shown as « B7 »; both figures count from 0.
public struct CellReference: Hashable, Comparable, Sendable {
  public let row: Int
  public let column: Int

  public init(row: Int, column: Int) {
    precondition(row >= 0 && column >= 0, "a cell before the first one")
    self.row = row
    self.column = column
  }

  /// Reads « B7 » or « $B$7 »: at most three letters and seven digits.
  public init?(_ text: some StringProtocol) {
    var column = 0
    var row = 0
    var letters = 0
    var digits = 0
    for byte in text.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where digits == 0:
        column = column * 26 + Int(byte - 0x40)
        letters += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where letters > 0:
        row = row * 10 + Int(byte - 0x30)
        digits += 1
      default: return nil
      }
      guard letters <= 3, digits <= 7 else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.init(row: row - 1, column: column - 1)
  }

  /// By rows, then by columns.
  public static func < (left: CellReference, right: CellReference) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }

  /// « B » for the second column.
  public static func letters(ofColumn column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}

extension CellReference: CustomStringConvertible {
  public var description: String { Self.letters(ofColumn: column) + String(row + 1) }
}

/// A cell and its sheet, for messages.
public struct CellPlace: Hashable, Sendable, CustomStringConvertible {
  public let sheet: String
  public let cell: CellReference

  public init(sheet: String, cell: CellReference) {
    self.sheet = sheet
    self.cell = cell
  }

  /// « feuille « Notes », cellule B7 ».
  public var description: String { "feuille « \(sheet) », cellule \(cell)" }
}
