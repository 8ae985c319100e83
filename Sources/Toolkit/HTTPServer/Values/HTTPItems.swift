/// Names with values in the order they came: the query of a request, or the fields of a form.
public struct HTTPItems: Hashable, Sendable {
  public struct Item: Hashable, Sendable {
    public let name: String
    public let value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  public let items: [Item]

  public init(_ items: [Item] = []) {
    self.items = items
  }

  /// The first value of a name.
  public subscript(name: String) -> String? {
    items.first { $0.name == name }?.value
  }

  /// Every value of a name, as boxes ticked in a list give them.
  public func all(_ name: String) -> [String] {
    items.filter { $0.name == name }.map(\.value)
  }

  /// Reads « a=1&b=2 » (application/x-www-form-urlencoded).
  public static func parse(
    urlEncoded bytes: some Collection<UInt8>,
    limits: HTTPFormLimits = .query,
  ) throws(HTTPFormError) -> HTTPItems {
    var items: [Item] = []
    for piece in bytes.split(separator: 0x26) {
      guard items.count < limits.fields else { throw .tooManyFields(limit: limits.fields) }
      let halves = piece.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.allSatisfy({ $0.count <= limits.fieldBytes }) else {
        throw .fieldTooLong(limit: limits.fieldBytes)
      }
      let texts = halves.map { PercentCoding.decode($0, plusIsSpace: true) }
      guard let name = texts[0], let value = texts.count > 1 ? texts[1] : "" else {
        throw .malformed
      }
      items.append(Item(name: name, value: value))
    }
    return HTTPItems(items)
  }

  /// The items as a query is written, without question mark.
  public var encoded: String {
    items.map { PercentCoding.encode($0.name) + "=" + PercentCoding.encode($0.value) }
      .joined(separator: "&")
  }
}
