internal import Text

/// A value being decoded: the node and the path that led to it, for errors that name the place.
public struct JSONCursor: Sendable {
  public let node: JSONNode
  /// « semestres[0].ues[2].code »; empty at the root.
  public let path: String

  public init(_ node: JSONNode) {
    self.init(node, path: "")
  }

  private init(_ node: JSONNode, path: String) {
    self.node = node
    self.path = path
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
    var children: [String: JSONCursor] = [:]
    for member in members {
      let childPath = path.isEmpty ? member.key : "\(path).\(member.key)"
      children[member.key] = JSONCursor(member.node, path: childPath)
    }
    return JSONObjectCursor(cursor: self, keys: members.map(\.key), members: children)
  }

  /// The members of an object whose keys are data, in the order written.
  public func entries() throws(JSONDecodingError) -> [(key: String, value: JSONCursor)] {
    guard case .object(let members) = node.value else { throw mismatch("un objet { … }") }
    return members.map { member in
      let childPath = path.isEmpty ? member.key : "\(path).\(member.key)"
      return (member.key, JSONCursor(member.node, path: childPath))
    }
  }

  /// The elements of an array.
  public func array() throws(JSONDecodingError) -> [JSONCursor] {
    guard case .array(let nodes) = node.value else { throw mismatch("un tableau [ … ]") }
    return nodes.enumerated().map { JSONCursor($1, path: "\(path)[\($0)]") }
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
  /// The keys that are written, in order.
  public let keys: [String]
  fileprivate let members: [String: JSONCursor]

  /// A member that must be there.
  public func required(_ key: String) throws(JSONDecodingError) -> JSONCursor {
    guard let member = members[key] else {
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
    guard let member = members[key], !member.isNull else { return nil }
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
