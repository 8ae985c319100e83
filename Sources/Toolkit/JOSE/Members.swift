internal import Hashing
internal import JSON

/// The members of a JSON object, those of other types being as if absent.
struct Members: Sendable {
  private let values: [String: JSONNode.Content]

  init(_ node: JSONNode) {
    guard case .object(let members) = node.value else {
      values = [:]
      return
    }
    values = Dictionary(uniqueKeysWithValues: members.map { ($0.key, $0.node.value) })
  }

  /// Reads an object from the UTF-8 of a text.
  init(parsing bytes: [UInt8]) throws(JOSEError) {
    guard let text = String(validating: bytes, as: UTF8.self),
      let node = try? JSONNode(parsing: text), case .object = node.value
    else { throw .malformed }
    self.init(node)
  }

  func has(_ key: String) -> Bool { values[key] != nil }

  func text(_ key: String) -> String? {
    guard case .string(let text) = values[key] else { return nil }
    return text
  }

  func bool(_ key: String) -> Bool? {
    guard case .bool(let flag) = values[key] else { return nil }
    return flag
  }

  /// One text, or those of an array that holds nothing else.
  func texts(_ key: String) -> [String] {
    switch values[key] {
    case .string(let text): return [text]
    case .array(let nodes):
      let texts = nodes.compactMap { node -> String? in
        guard case .string(let text) = node.value else { return nil }
        return text
      }
      return texts.count == nodes.count ? texts : []
    case .null, .bool, .number, .object, nil: return []
    }
  }

  func nodes(_ key: String) -> [JSONNode]? {
    guard case .array(let nodes) = values[key] else { return nil }
    return nodes
  }

  /// A number without what follows its point.
  func integer(_ key: String) -> Int64? {
    guard case .number(let literal) = values[key],
      !literal.utf8.contains(UInt8(ascii: "e")), !literal.utf8.contains(UInt8(ascii: "E"))
    else { return nil }
    return Int64(literal.prefix { $0 != "." })
  }

  func bytes(_ key: String) -> [UInt8]? {
    guard let text = text(key), text.utf8.count <= 2_048 else { return nil }
    return Base64.urlBytes(text)
  }
}
