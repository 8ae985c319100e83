/// A request, whole and checked.
public struct HTTPRequest: Sendable {
  public let method: HTTPMethod
  public let path: HTTPPath
  public let query: HTTPItems
  public let headers: HTTPHeaders
  public let cookies: HTTPCookies
  public let body: HTTPRequestBody
  /// Who asks, as trusted proxies tell.
  public let client: IPAddress
  /// Whether it came encrypted, as trusted proxies tell.
  public let isSecure: Bool
  /// When it had come whole, as the clock of the server told; `nil` where the server has none.
  public let received: Int64?

  /// A request made by hand, as tests of handlers need.
  public init(
    _ method: HTTPMethod,
    _ path: HTTPPath,
    query: HTTPItems = HTTPItems(),
    headers: HTTPHeaders = HTTPHeaders(),
    body: HTTPRequestBody = .bytes([]),
    client: IPAddress = .loopback,
    isSecure: Bool = false,
    received: Int64? = nil,
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.cookies = HTTPCookies(parsing: headers.all("cookie"))
    self.body = body
    self.client = client
    self.isSecure = isSecure
    self.received = received
  }

  /// The name and the port that were asked for; empty when an HTTP/1.0 request gives none.
  public var host: String { headers["host"] ?? "" }
}
