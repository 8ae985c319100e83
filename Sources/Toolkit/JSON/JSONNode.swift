public import Text

/// A JSON value and, when it was read, the place where it starts in its text.
///
/// Numbers keep their literal text, so that no digit is lost; members keep their order.
public struct JSONNode: Sendable {
  /// One member of an object.
  public struct Member: Sendable {
    public let key: String
    public let keyPosition: TextPosition
    public var node: JSONNode

    /// A member made by the program rather than read.
    public init(_ key: String, _ node: JSONNode) {
      self.init(key, at: .start, node)
    }

    init(_ key: String, at position: TextPosition, _ node: JSONNode) {
      self.key = key
      self.keyPosition = position
      self.node = node
    }
  }

  /// The six kinds of value of RFC 8259.
  public enum Content: Sendable {
    case null
    case bool(Bool)
    case number(literal: String)
    case string(String)
    case array([JSONNode])
    case object([Member])
  }

  public var value: Content
  public let position: TextPosition

  /// A value; one made by the program stands at the start of a text yet to be written.
  public init(_ value: Content, at position: TextPosition = .start) {
    self.value = value
    self.position = position
  }
}

extension JSONNode: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self.init(.string(value)) }
  public init(integerLiteral value: Int) { self.init(.number(literal: String(value))) }
  public init(booleanLiteral value: Bool) { self.init(.bool(value)) }
  public init(nilLiteral: ()) { self.init(.null) }
  public init(arrayLiteral elements: JSONNode...) { self.init(.array(elements)) }

  public init(dictionaryLiteral elements: (String, JSONNode)...) {
    self.init(.object(elements.map { Member($0.0, $0.1) }))
  }
}

extension JSONNode {
  /// A string value.
  public static func string(_ text: String) -> JSONNode { JSONNode(.string(text)) }

  /// A number value, from an exact literal that follows JSON's grammar.
  public static func number(_ literal: String) -> JSONNode { JSONNode(.number(literal: literal)) }

  /// An array value.
  public static func array(_ elements: [JSONNode]) -> JSONNode { JSONNode(.array(elements)) }

  /// An object value whose members keep the order given.
  public static func object(_ members: [Member]) -> JSONNode { JSONNode(.object(members)) }
}
