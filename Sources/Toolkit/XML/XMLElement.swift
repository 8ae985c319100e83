/// An element of a small document, with all that it holds.
public struct XMLElement: Hashable, Sendable {
  /// The address of its vocabulary; empty without one.
  public let namespace: String
  /// The name without prefix.
  public let name: String
  /// By name, with « address name » for those that have a vocabulary.
  public let attributes: [String: String]
  public internal(set) var children: [XMLElement] = []
  /// The texts that stand directly in it, one after another.
  public internal(set) var text = ""

  /// Reads a whole document, kept in memory.
  /// - Parameter bytes: up to a mebibyte, in UTF-8 or in what the document says.
  /// - Throws: the first fault.
  public init(parsing bytes: [UInt8]) throws(XMLError) {
    guard bytes.count <= Self.sizeLimit else { throw .tooLong }
    self = try DocumentParser().parse(bytes)
  }

  init(joined: String, attributes: [String: String]) {
    let space = joined.lastIndex(of: " ")
    namespace = space.map { String(joined[..<$0]) } ?? ""
    name = space.map { String(joined[joined.index(after: $0)...]) } ?? joined
    self.attributes = attributes
  }

  /// The first child of a name, in the vocabulary of this element.
  public func child(_ name: String) -> XMLElement? {
    children.first { $0.name == name && $0.namespace == namespace }
  }

  static let sizeLimit = 1 << 20
  static let depthLimit = 32
  static let countLimit = 10_000
}
