/// What is answered to a request.
public struct HTTPResponse: Sendable {
  public var status: HTTPStatus
  public var headers: HTTPHeaders
  public var body: HTTPResponseBody
  /// The pattern of the route that answered, « /etudiants/{id} », for logs and counts.
  public var route: String?

  public init(
    _ status: HTTPStatus,
    _ body: HTTPResponseBody = .bytes([]),
    mediaType: String? = nil,
  ) {
    self.status = status
    self.body = body
    headers = HTTPHeaders()
    if let mediaType { headers.add("content-type", mediaType) }
  }

  /// A page.
  public static func html(_ bytes: [UInt8], _ status: HTTPStatus = .ok) -> HTTPResponse {
    HTTPResponse(status, .bytes(bytes), mediaType: "text/html; charset=utf-8")
  }

  /// A text without markup.
  public static func text(_ text: String, _ status: HTTPStatus = .ok) -> HTTPResponse {
    HTTPResponse(status, .bytes(Array(text.utf8)), mediaType: "text/plain; charset=utf-8")
  }

  /// Sends to another page of this site, with GET.
  public static func seeOther(_ path: HTTPPath, query: HTTPItems = HTTPItems()) -> HTTPResponse {
    var response = HTTPResponse(.seeOther)
    let suffix = query.items.isEmpty ? "" : "?" + query.encoded
    response.headers.add("location", path.description + suffix)
    return response
  }

  /// Asks the browser to keep a cookie.
  public mutating func setCookie(_ cookie: HTTPCookie) {
    headers.add("set-cookie", cookie.header)
  }
}

/// What follows the headers of an answer.
public enum HTTPResponseBody: Sendable {
  case bytes([UInt8])
  case file(HTTPFile)
  /// Pieces sent as they are made; the connection lasts as long as the closure.
  case stream(@Sendable (HTTPResponseStream) async throws -> Void)
}
