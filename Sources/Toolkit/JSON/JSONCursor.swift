internal import Text

/// A value being decoded: the node and the path that led to it, for errors that name the place.
public struct JSONCursor: Sendable {
  public let node: JSONNode
  private let way: Way

  /// The steps from the root, written out only when an error names them.
  private indirect enum Way: Sendable {
    case root
    case member(Way, String)
    case element(Way, Int)

    var text: String {
      switch self {
      case .root: ""
      case .member(.root, let key): key
      case .member(let parent, let key): "\(parent.text).\(key)"
      case .element(let parent, let index): "\(parent.text)[\(index)]"
      }
    }
  }

  public init(_ node: JSONNode) {
    self.init(node, .root)
  }

  private init(_ node: JSONNode, _ way: Way) {
    self.node = node
    self.way = way
  }

  /// « semestres[0].ues[2].code »; empty at the root.
  public var path: String { way.text }

  fileprivate func child(_ member: JSONNode.Member) -> JSONCursor {
    JSONCursor(member.node, .member(way, member.key))
  }

  /// The members of an object, refusing any key that the format does not have.
  public func object(knowing keys: [String]) throws(JSONDecodingError) -> JSONObjectCursor {
    guard case .object(let members) = node.value else { throw mismatch("un objet { … }") }
    for member in members where !keys.contains(member.key) {
      throw JSONDecodingError(
        position: member.keyPosition,
        path: path,
        problem: .unknownKey(member.key, known: keys),
      )
    }
    return JSONObjectCursor(cursor: self, members: members)
  }

  /// The members of an object whose keys are data, in the order written.
  public func entries() throws(JSONDecodingError) -> [(key: String, value: JSONCursor)] {
    guard case .object(let members) = node.value else { throw mismatch("un objet { … }") }
    return members.map { ($0.key, child($0)) }
  }

  /// The elements of an array.
  public func array() throws(JSONDecodingError) -> [JSONCursor] {
    guard case .array(let nodes) = node.value else { throw mismatch("un tableau [ … ]") }
    return nodes.enumerated().map { JSONCursor($1, .element(way, $0)) }
  }

  /// A text value.
  public func string() throws(JSONDecodingError) -> String {
    guard case .string(let text) = node.value else { throw mismatch("un texte") }
    return text
  }

  /// A boolean value.
  public func bool() throws(JSONDecodingError) -> Bool {
    guard case .bool(let flag) = node.value else { throw mismatch("true ou false") }
    return flag
  }

  /// The literal text of a number.
  public func number() throws(JSONDecodingError) -> String {
    guard case .number(let literal) = node.value else { throw mismatch("un nombre") }
    return literal
  }

  /// A whole number.
  public func integer() throws(JSONDecodingError) -> Int {
    guard let value = Int(try number()) else { throw invalid("un nombre entier") }
    return value
  }

  /// True for `null`.
  public var isNull: Bool {
    if case .null = node.value { true } else { false }
  }

  /// Turns the value into a checked one, or says what was expected in its place.
  public func checked<Value>(
    _ expected: String,
    _ make: (JSONCursor) throws(JSONDecodingError) -> Value?,
  ) throws(JSONDecodingError) -> Value {
    guard let value = try make(self) else { throw invalid(expected) }
    return value
  }

  /// An error at this place: a value of the right kind that cannot be accepted.
  public func invalid(_ expected: String) -> JSONDecodingError {
    JSONDecodingError(
      position: node.position,
      path: path,
      problem: .invalidValue(found: node.briefly, expected: expected),
    )
  }

  private func mismatch(_ expected: String) -> JSONDecodingError { invalid(expected) }
}

/// The members of one object, by key.
public struct JSONObjectCursor: Sendable {
  public let cursor: JSONCursor
  fileprivate let members: [JSONNode.Member]

  /// The keys that are written, in order.
  public var keys: [String] { members.map(\.key) }

  /// Objects are small: looking at each key is quicker than hashing them all.
  private func member(_ key: String) -> JSONCursor? {
    members.first { $0.key == key }.map(cursor.child)
  }

  /// A member that must be there.
  public func required(_ key: String) throws(JSONDecodingError) -> JSONCursor {
    guard let member = member(key) else {
      throw JSONDecodingError(
        position: cursor.node.position,
        path: cursor.path,
        problem: .missingKey(key),
      )
    }
    return member
  }

  /// A member that may be absent or `null`.
  public func optional(_ key: String) -> JSONCursor? {
    guard let member = member(key), !member.isNull else { return nil }
    return member
  }
}

extension JSONNode {
  /// The value in a few characters, for messages.
  fileprivate var briefly: String {
    switch value {
    case .array: return "[…]"
    case .object: return "{…}"
    default:
      let text = rendered().dropLast()
      return text.count > 40 ? text.prefix(40) + "…" : String(text)
    }
  }
}

extension JSONCursor {
  /// An error at this place whose reason is already a whole sentence.
  public func refused(_ reason: String) -> JSONDecodingError {
    JSONDecodingError(position: node.position, path: path, problem: .refused(reason))
  }
}
