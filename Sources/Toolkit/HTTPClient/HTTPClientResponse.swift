/// An answer as it came.
public struct HTTPClientResponse: Sendable {
  /// 100 to 599.
  public let status: Int
  /// Names in lower case, in the order they came; of the last answer when some were redirections.
  public let headers: [(name: String, value: String)]
  public let body: [UInt8]

  /// The first value of a header, named in lower case.
  public subscript(name: String) -> String? { headers.first { $0.name == name }?.value }

  /// The body, whatever its charset, as UTF-8 with replacement of what is not.
  public var text: String { String(decoding: body, as: UTF8.self) }
}
