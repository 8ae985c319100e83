internal import CCURL
internal import Transfers

/// One request, ready to go.
struct Transfer: Sendable {
  let address: HTTPAddress
  let headers: [Header]
  /// What is posted; `nil` to get.
  let body: [UInt8]?

  /// A line of the head.
  struct Header: Sendable {
    let name: String
    let value: String

    /// Whether it can stand on a line of its own and nowhere else.
    var isSafe: Bool {
      !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") }
        && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }
  }

  init(address: HTTPAddress, headers: [(name: String, value: String)], body: [UInt8]?) {
    self.address = address
    self.headers = headers.map { Header(name: $0.name, value: $0.value) }
    self.body = body
  }

  /// Does it, blocking the thread.
  func run(
    _ configuration: HTTPClientConfiguration,
    _ flag: CancellationFlag,
  ) -> Result<HTTPClientResponse, HTTPClientError> {
    guard !flag.isRaised else { return .failure(.cancelled) }
    do throws(HTTPClientError) {
      let handle = try EasyHandle(limit: configuration.sizeLimit, flag)
      try handle.prepare(self, configuration)
      return .success(try handle.perform())
    } catch {
      return .failure(error)
    }
  }
}

extension EasyHandle {
  /// Sets everything that a request needs; nothing is left to the defaults of the library.
  borrowing func prepare(
    _ transfer: Transfer,
    _ configuration: HTTPClientConfiguration,
  ) throws(HTTPClientError) {
    try setReceiver()
    try set(CURLOPT_NOSIGNAL, 1)
    try set(CURLOPT_CONNECTTIMEOUT_MS, configuration.connectTimeout.milliseconds)
    try set(CURLOPT_TIMEOUT_MS, configuration.totalTimeout.milliseconds)
    try set(CURLOPT_PROTOCOLS_STR, "http,https")
    try set(CURLOPT_REDIR_PROTOCOLS_STR, transfer.address.isSecure ? "https" : "http,https")
    try set(CURLOPT_FOLLOWLOCATION, configuration.redirectionLimit > 0 ? 1 : 0)
    try set(CURLOPT_MAXREDIRS, configuration.redirectionLimit)
    try set(CURLOPT_SSL_VERIFYPEER, 1)
    try set(CURLOPT_SSL_VERIFYHOST, 2)
    try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    if let authorities = configuration.authorities { try set(CURLOPT_CAINFO, authorities) }
    if !configuration.followsEnvironmentProxy { try set(CURLOPT_PROXY, "") }
    try set(CURLOPT_USERAGENT, "Delibere")
    try set(CURLOPT_URL, transfer.address.text)
    if let body = transfer.body { try setBody(body) }
    try setHeaders(transfer.headers.map { "\($0.name): \($0.value)" })
  }
}
