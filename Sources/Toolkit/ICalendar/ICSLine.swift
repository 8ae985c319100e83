/// One property: « DTSTART;TZID=Europe/Paris:20261122T083000 ».
struct ICSLine {
  let number: Int
  /// Upper case.
  let name: String
  /// Names in upper case; only the first value of each.
  let parameters: [String: String]
  let value: Substring

  /// Cuts a line; `nil` when it is not one.
  init?(_ text: String, number: Int) {
    var rest = text[...]
    guard let name = Self.takeName(&rest) else { return nil }
    var parameters: [String: String] = [:]
    while rest.utf8.first == UInt8(ascii: ";") {
      rest = rest.dropFirst()
      guard let name = Self.takeName(&rest), rest.utf8.first == UInt8(ascii: "="),
        let value = Self.takeValues(&rest), parameters.updateValue(value, forKey: name) == nil
      else { return nil }
    }
    guard rest.utf8.first == UInt8(ascii: ":") else { return nil }
    self.number = number
    self.name = name
    self.parameters = parameters
    value = rest.dropFirst()
  }

  private static func takeName(_ rest: inout Substring) -> String? {
    let bytes = rest.utf8.prefix { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
    }
    guard !bytes.isEmpty else { return nil }
    rest = rest[bytes.endIndex...]
    return Substring(bytes).uppercased()
  }

  /// Takes « =value » and the « ,value » that follow.
  private static func takeValues(_ rest: inout Substring) -> String? {
    var first: String?
    repeat {
      rest = rest.dropFirst()
      guard let value = takeValue(&rest) else { return nil }
      first = first ?? value
    } while rest.utf8.first == UInt8(ascii: ",")
    return first
  }

  private static func takeValue(_ rest: inout Substring) -> String? {
    let quote = UInt8(ascii: "\"")
    guard rest.utf8.first == quote else {
      let bytes = rest.utf8.prefix { !",;:\"".utf8.contains($0) }
      rest = rest[bytes.endIndex...]
      return String(Substring(bytes))
    }
    let inside = rest.utf8.dropFirst().prefix { $0 != quote }
    guard inside.endIndex < rest.endIndex else { return nil }
    rest = rest[rest.utf8.index(after: inside.endIndex)...]
    return String(Substring(inside))
  }
}
