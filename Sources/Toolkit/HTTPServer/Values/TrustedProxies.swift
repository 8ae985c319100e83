/// The machines whose word is taken for the address and the scheme of who asks.
public struct TrustedProxies: Sendable {
  private let ranges: [IPRange]

  public init(_ ranges: [IPRange] = []) {
    self.ranges = ranges
  }

  public func contains(_ address: IPAddress) -> Bool {
    ranges.contains { $0.contains(address) }
  }

  /// The address of who asks: the last of X-Forwarded-For that is not a proxy of ours.
  ///
  /// What stands before it may have been made up by whoever asks.
  public func client(peer: IPAddress, _ headers: HTTPHeaders) -> IPAddress {
    guard contains(peer) else { return peer }
    let chain = headers.all("x-forwarded-for").flatMap { $0.split(separator: ",") }
    var client = peer
    for text in chain.reversed() {
      let bare = text.drop { $0 == " " || $0 == "\t" }
      guard let address = IPAddress(String(bare.prefix { $0 != " " && $0 != "\t" })) else {
        return client
      }
      client = address
      guard contains(address) else { return client }
    }
    return client
  }

  /// Whether a proxy of ours received the request encrypted.
  public func isSecure(peer: IPAddress, _ headers: HTTPHeaders) -> Bool {
    contains(peer) && headers.all("x-forwarded-proto") == ["https"]
  }
}
