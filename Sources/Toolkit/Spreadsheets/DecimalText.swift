/// Numbers as files write them, brought back to what a person saw, without binary floating point.
///
/// Programs store the shortest decimal of a double, as 12.300000000000001, and show 15 significant
/// digits at most.
enum DecimalText {
  private static let significantDigits = 15
  /// Beyond so many zeros a number keeps its power of ten.
  private static let plainExponent = 30

  /// The number rounded to 15 significant digits, half away from zero; `nil` if it is not one.
  static func normalized(_ text: some StringProtocol) -> String? {
    guard var number = ParsedDecimal(text) else { return nil }
    number.round(to: significantDigits)
    return number.rendered(plainExponent: plainExponent)
  }
}

/// A sign, digits without zeros at either end, and the place of the point after the first of them.
private struct ParsedDecimal {
  private var isNegative = false
  private var digits: [UInt8] = []
  private var point = 0

  /// Reads « -12.5E-3 »; 400 characters at most.
  init?(_ text: some StringProtocol) {
    var rest = Array(text.utf8.prefix(401))[...]
    guard rest.count <= 400 else { return nil }
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
      isNegative = rest.removeFirst() == UInt8(ascii: "-")
    }
    let whole = rest.prefix(while: isDigit)
    rest = rest.dropFirst(whole.count)
    var decimals = rest.prefix(0)
    if rest.first == UInt8(ascii: ".") {
      decimals = rest.dropFirst().prefix(while: isDigit)
      rest = rest.dropFirst(1 + decimals.count)
    }
    guard !whole.isEmpty || !decimals.isEmpty, let exponent = Self.exponent(rest) else {
      return nil
    }
    digits = (whole + decimals).map { $0 - 0x30 }
    point = whole.count + exponent
    trim()
  }

  private static func exponent(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let mark = bytes.first else { return 0 }
    guard mark == UInt8(ascii: "E") || mark == UInt8(ascii: "e") else { return nil }
    var rest = bytes.dropFirst()
    var isNegative = false
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
      isNegative = rest.removeFirst() == UInt8(ascii: "-")
    }
    guard (1...4).contains(rest.count), rest.allSatisfy(isDigit) else { return nil }
    let value = rest.reduce(0) { 10 * $0 + Int($1 - 0x30) }
    return isNegative ? -value : value
  }

  private mutating func trim() {
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    point -= zeros
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty {
      point = 0
      isNegative = false
    }
  }

  mutating func round(to count: Int) {
    guard digits.count > count else { return }
    var carries = digits[count] >= 5
    digits.removeSubrange(count...)
    for index in digits.indices.reversed() where carries {
      carries = digits[index] == 9
      digits[index] = carries ? 0 : digits[index] + 1
    }
    if carries {
      digits.insert(1, at: 0)
      point += 1
    }
    trim()
  }

  func rendered(plainExponent: Int) -> String {
    guard !digits.isEmpty else { return "0" }
    let sign = isNegative ? "-" : ""
    let text = String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
    guard abs(point) <= plainExponent else {
      let rest = text.dropFirst()
      return sign + text.prefix(1) + (rest.isEmpty ? "" : "." + rest) + "E\(point - 1)"
    }
    if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + text }
    if point >= digits.count {
      return sign + text + String(repeating: "0", count: point - digits.count)
    }
    return sign + text.prefix(point) + "." + text.dropFirst(point)
  }
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
