/// Headers in the order they came; a name may come more than once.
public struct HTTPHeaders: Hashable, Sendable {
  public struct Field: Hashable, Sendable {
    public let name: HTTPFieldName
    public let value: String
  }

  public private(set) var fields: [Field] = []

  public init() {}

  /// The first value of a name.
  public subscript(name: HTTPFieldName) -> String? {
    fields.first { $0.name == name }?.value
  }

  /// Every value of a name.
  public func all(_ name: HTTPFieldName) -> [String] {
    fields.filter { $0.name == name }.map(\.value)
  }

  public func contains(_ name: HTTPFieldName) -> Bool {
    fields.contains { $0.name == name }
  }

  /// Adds a header; control characters become spaces, so that no value opens another header.
  public mutating func add(_ name: HTTPFieldName, _ value: String) {
    let isClean = value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    let bytes = value.utf8.map { $0 >= 0x20 && $0 != 0x7F ? $0 : 0x20 }
    fields.append(
      Field(name: name, value: isClean ? value : String(decoding: bytes, as: UTF8.self))
    )
  }

  /// Puts this value in the place of those that the name had.
  public mutating func set(_ name: HTTPFieldName, _ value: String) {
    fields.removeAll { $0.name == name }
    add(name, value)
  }
}
