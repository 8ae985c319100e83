/// What is written as an XLSX file.
public struct WrittenWorkbook: Hashable, Sendable {
  public var title: String
  public var author: String
  /// The day shown as that of the creation; a parameter, so that equal contents give equal bytes.
  public var created: SpreadsheetDate
  public var sheets: [WrittenSheet]

  public init(title: String, author: String, created: SpreadsheetDate, sheets: [WrittenSheet]) {
    self.title = title
    self.author = author
    self.created = created
    self.sheets = sheets
  }
}

/// One sheet to write; rows and columns count from 0.
public struct WrittenSheet: Hashable, Sendable {
  /// A column: its width in characters, and whether it shows.
  public struct Column: Hashable, Sendable {
    public var width: Int
    public var isHidden: Bool

    public init(width: Int, isHidden: Bool = false) {
      self.width = width
      self.isHidden = isHidden
    }
  }

  public var name: String
  public var isHidden = false
  public var columns: [Column] = []
  public var rows: [[WrittenCell]] = []
  /// How many rows and columns stay in sight.
  public var frozenRows = 0
  public var frozenColumns = 0
  /// The heading and the rows that a filter is set on.
  public var filter: WrittenRange?
  /// Whether locked cells refuse to be typed in, without a password.
  public var isProtected = false
  public var validations: [WrittenValidation] = []
  public var isLandscape = false
  /// The row printed at the top of every page.
  public var repeatedRow: Int?

  public init(name: String) {
    self.name = name
  }

  /// A name that Excel accepts, from any text: 31 characters, without `[ ] : * ? / \`.
  public static func acceptedName(_ text: some StringProtocol) -> String {
    let characters = XLSXText.storable(String(text)).unicodeScalars.map { scalar in
      scalar.value < 0x20 || "[]:*?/\\".unicodeScalars.contains(scalar) ? " " : scalar
    }
    var name = ""
    for character in String(String.UnicodeScalarView(characters)) {
      guard name.utf16.count + character.utf16.count <= 31 else { break }
      name.append(character)
    }
    // An apostrophe at either end would not be read as part of the name.
    let isEdge = { (character: Character) in character == "'" || character.isWhitespace }
    while name.last.map(isEdge) == true { name.removeLast() }
    name = String(name.drop(while: isEdge))
    return name.isEmpty ? "Feuille" : name
  }
}

/// A rectangle of cells, both corners included.
public struct WrittenRange: Hashable, Sendable {
  public let first: CellReference
  public let last: CellReference

  public init(_ first: CellReference, _ last: CellReference) {
    precondition(first.row <= last.row && first.column <= last.column, "corners the wrong way")
    self.first = first
    self.last = last
  }
}

/// A cell to write.
///
/// Texts stay texts: nothing is ever written as a formula.
public struct WrittenCell: Hashable, Sendable {
  public var content: Cell
  public var style: WrittenStyle

  public init(_ content: Cell, _ style: WrittenStyle = .plain) {
    self.content = content
    self.style = style
  }
}

/// How a cell shows.
public struct WrittenStyle: Hashable, Sendable {
  /// What a number shows as.
  public enum NumberFormat: Hashable, Sendable {
    case general
    case text
    case day
    case moment
    /// So many digits after the comma.
    case decimals(Int)
  }

  public enum Background: Hashable, Sendable {
    case none
    case heading
    case input
  }

  public var isBold = false
  public var isLarge = false
  public var isWrapped = false
  public var isCentered = false
  public var hasBorder = false
  public var isLocked = true
  public var background = Background.none
  public var numberFormat = NumberFormat.general

  public init() {}

  public static let plain = WrittenStyle()

  /// The cells over columns.
  public static let heading: WrittenStyle = {
    var style = WrittenStyle()
    style.isBold = true
    style.isWrapped = true
    style.hasBorder = true
    style.background = .heading
    return style
  }()

  /// The title over a table.
  public static let title: WrittenStyle = {
    var style = WrittenStyle()
    style.isBold = true
    style.isLarge = true
    return style
  }()

  /// A cell to be filled in.
  public static let input: WrittenStyle = {
    var style = WrittenStyle()
    style.hasBorder = true
    style.isCentered = true
    style.isLocked = false
    style.background = .input
    return style
  }()
}

/// What may be typed in a range.
public struct WrittenValidation: Hashable, Sendable {
  public enum Rule: Hashable, Sendable {
    /// One of some words, 255 characters in all.
    case list([String])
    /// A number, both bounds included, as decimal texts with a point.
    case decimal(from: String, through: String)
    /// A condition on the first cell of the range, in the English names of functions.
    case formula(String)
  }

  public let range: WrittenRange
  public let rule: Rule
  /// What shows beside the cell, and when something else is typed; 255 characters at most.
  public let hint: String
  public let refusal: String

  public init(_ range: WrittenRange, _ rule: Rule, hint: String, refusal: String) {
    self.range = range
    self.rule = rule
    self.hint = hint
    self.refusal = refusal
  }
}
