/// The cookies that came with a request.
public struct HTTPCookies: Hashable, Sendable {
  private let values: [HTTPItems.Item]

  public init(_ values: [HTTPItems.Item] = []) {
    self.values = values
  }

  /// The value of a name; `nil` too when it came twice, since nothing says which one is ours.
  public subscript(name: String) -> String? {
    let found = values.filter { $0.name == name }
    return found.count == 1 ? found.first?.value : nil
  }

  /// Reads « a=1; b=2 » headers; drops what is not a cookie and those beyond the hundredth.
  public init(parsing headers: [String]) {
    values = headers.flatMap { $0.utf8.split(separator: 0x3B) }.prefix(100).compactMap(Self.cookie)
  }

  private static func cookie(_ text: Substring.UTF8View.SubSequence) -> HTTPItems.Item? {
    let halves = text.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2 else { return nil }
    let name = trim(halves[0])
    var value = trim(halves[1])
    if value.count >= 2, value.first == 0x22, value.last == 0x22 {
      value = value.dropFirst().dropLast()
    }
    guard HTTPFieldName.isToken(name), value.allSatisfy(isValueByte) else { return nil }
    return HTTPItems.Item(
      name: String(decoding: name, as: UTF8.self),
      value: String(decoding: value, as: UTF8.self),
    )
  }

  /// What RFC 6265 (4.1.1) lets a value hold.
  static func isValueByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x23...0x2B, 0x2D...0x3A, 0x3C...0x5B, 0x5D...0x7E: true
    default: false
    }
  }

  private static func trim(_ bytes: Substring.UTF8View) -> Substring.UTF8View {
    var bytes = bytes
    while bytes.first == 0x20 || bytes.first == 0x09 { bytes = bytes.dropFirst() }
    while bytes.last == 0x20 || bytes.last == 0x09 { bytes = bytes.dropLast() }
    return bytes
  }
}
