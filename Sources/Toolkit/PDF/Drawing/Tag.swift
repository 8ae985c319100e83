/// An element of the structure of a document.
struct Tag {
  /// By its name in the norm: « P », « Table ».
  let name: String
  /// What it says of itself.
  var attribute: ElementAttribute?
  /// Whether it holds texts itself, rather than other elements.
  var holdsTexts = false

  static let document = Tag(name: "Document")
  static let table = Tag(name: "Table")
  static let row = Tag(name: "TR")
  static let list = Tag(name: "L")
  static let item = Tag(name: "LI")
  static let label = Tag(name: "Lbl")
  static let span = Tag(name: "Span")

  static func figure(_ alternative: String) -> Tag {
    Tag(name: "Figure", attribute: .alternative(alternative))
  }
}

/// What an element of the structure says of itself.
enum ElementAttribute {
  /// What a figure shows.
  case alternative(String)
  /// A cell that takes columns and may name others.
  case cell(scope: Scope?, span: Int)

  /// What a header cell names.
  enum Scope: String {
    case column = "Column"
    case row = "Row"
  }
}
