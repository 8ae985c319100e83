internal import CCURL

/// An absolute `http` or `https` address, as libcurl reads it, without user nor fragment.
public struct HTTPAddress: Hashable, Sendable {
  /// The address as it was written.
  public let text: String
  /// The host in lower case, IPv6 in brackets.
  public let host: String
  /// Whether what is sent is encrypted.
  public let isSecure: Bool

  /// Reads an address; `nil` for any that two programs could read in two ways.
  public init?(_ text: String) {
    guard text.utf8.count <= Self.lengthLimit, text.utf8.allSatisfy(Self.isPlain),
      let parts = AddressParts(text)
    else { return nil }
    self.text = text
    host = parts.host.lowercased()
    isSecure = parts.scheme == "https"
  }

  /// Whether it stays on this machine.
  public var isLoopback: Bool {
    host == "localhost" || host == "127.0.0.1" || host == "[::1]"
  }

  /// Adds items to the query, encoded.
  public func appending(query items: [(name: String, value: String)]) -> String {
    guard !items.isEmpty else { return text }
    return text + (text.utf8.contains(UInt8(ascii: "?")) ? "&" : "?") + FormEncoding.text(items)
  }

  static let lengthLimit = 16_384

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !"\"<>\\^`{|}#".utf8.contains(byte)
  }
}

/// What libcurl finds in an address.
private struct AddressParts {
  let scheme: String
  let host: String

  init?(_ text: String) {
    guard let handle = unsafe curl_url() else { return nil }
    defer { unsafe curl_url_cleanup(handle) }
    guard unsafe curl_url_set(handle, CURLUPART_URL, text, 0) == CURLUE_OK,
      let scheme = unsafe Self.part(handle, CURLUPART_SCHEME)?.lowercased(),
      scheme == "http" || scheme == "https",
      // libcurl would take one slash for two, and three.
      text.lowercased().hasPrefix(scheme + "://"),
      text.utf8.dropFirst(scheme.utf8.count + 3).first != UInt8(ascii: "/"),
      let host = unsafe Self.part(handle, CURLUPART_HOST), !host.isEmpty,
      unsafe Self.part(handle, CURLUPART_USER) == nil,
      unsafe Self.part(handle, CURLUPART_PASSWORD) == nil
    else { return nil }
    self.scheme = scheme
    self.host = host
  }

  private static func part(_ handle: OpaquePointer, _ part: CURLUPart) -> String? {
    var found: UnsafeMutablePointer<CChar>?
    guard unsafe curl_url_get(handle, part, &found, 0) == CURLUE_OK, let text = unsafe found
    else { return nil }
    defer { unsafe curl_free(text) }
    return unsafe String(cString: text)
  }
}
