internal import Glibc

/// An address of the Internet, four bytes or sixteen; an IPv4 one mapped into IPv6 is IPv4.
public struct IPAddress: Hashable, Sendable {
  public let bytes: [UInt8]

  /// `nil` unless there are four bytes or sixteen.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 4 || bytes.count == 16 else { return nil }
    let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
    self.bytes = bytes.starts(with: mapped) ? Array(bytes.dropFirst(12)) : bytes
  }

  /// Reads « 192.0.2.1 » or « 2001:db8::1 ».
  public init?(_ text: String) {
    var bytes = [UInt8](repeating: 0, count: 16)
    if unsafe inet_pton(AF_INET, text, &bytes) == 1 {
      self.init(bytes: Array(bytes.prefix(4)))
    } else if unsafe inet_pton(AF_INET6, text, &bytes) == 1 {
      self.init(bytes: bytes)
    } else {
      return nil
    }
  }

  /// The network that the address belongs to, for counting: a home has a whole /64 of IPv6.
  public var network: IPAddress {
    guard bytes.count == 16 else { return self }
    return IPAddress(known: Array(bytes.prefix(8)) + [UInt8](repeating: 0, count: 8))
  }

  private init(known bytes: [UInt8]) { self.bytes = bytes }

  /// The machine itself, « 127.0.0.1 ».
  public static let loopback = IPAddress(known: [127, 0, 0, 1])
}

extension IPAddress: CustomStringConvertible {
  public var description: String {
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(INET6_ADDRSTRLEN)) {
      let family = bytes.count == 4 ? AF_INET : AF_INET6
      let size = socklen_t($0.count)
      guard let text = unsafe inet_ntop(family, bytes, $0.baseAddress, size) else { return "?" }
      return unsafe String(cString: text)
    }
  }
}
