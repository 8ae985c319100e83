/// Names of machines as DNS has them.
enum HostName {
  /// Whether a text is made of labels of letters, digits and inner hyphens, the last not a number.
  static func isName(_ text: some StringProtocol) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    return text.utf8.count <= 253 && labels.allSatisfy { isLabel(Array($0.utf8)) }
      && labels.last?.utf8.allSatisfy(\.isDigit) == false
  }

  /// Whether a text is an address of the network in four numbers.
  static func isIPv4(_ text: some StringProtocol) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        part.utf8.allSatisfy(\.isDigit) && part.utf8.count <= 3 && UInt8(part) != nil
      }
  }

  private static func isLabel(_ label: [UInt8]) -> Bool {
    let hyphen = UInt8(ascii: "-")
    return (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
      && label.allSatisfy { $0.isLetter || $0.isDigit || $0 == hyphen }
  }
}
