/// The addresses that share their first bits.
public struct IPRange: Hashable, Sendable {
  public let base: IPAddress
  public let bits: Int

  /// Reads « 10.0.0.0/8 », or one address alone.
  public init?(_ text: String) {
    let halves = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let base = halves.first.flatMap({ IPAddress(String($0)) }) else { return nil }
    let width = base.bytes.count * 8
    guard let bits = halves.count == 1 ? width : Int(halves[1]), (0...width).contains(bits) else {
      return nil
    }
    self.base = base
    self.bits = bits
  }

  public func contains(_ address: IPAddress) -> Bool {
    guard address.bytes.count == base.bytes.count else { return false }
    return zip(address.bytes, base.bytes).enumerated().allSatisfy { rank, pair in
      let kept = min(max(bits - rank * 8, 0), 8)
      return (pair.0 ^ pair.1) >> (8 - kept) == 0 || kept == 0
    }
  }
}
