internal import Hashing

/// What tells one version of a page from another.
public struct ETag: Hashable, Sendable {
  /// With its quotes.
  public let text: String

  /// The tag of a content.
  public init(of bytes: [UInt8]) {
    text = "\"" + Hexadecimal.text(Array(SHA256.digest(bytes).prefix(16))) + "\""
  }

  /// Whether an If-None-Match header names it; weak tags compare as strong ones (RFC 9110, 13.1.2).
  public func matches(_ header: String) -> Bool {
    header.split(separator: ",").contains { piece in
      var tag = piece.drop { $0 == " " || $0 == "\t" }
      while tag.last == " " || tag.last == "\t" { tag.removeLast() }
      if tag.hasPrefix("W/") { tag = tag.dropFirst(2) }
      return tag == "*" || tag == text
    }
  }
}

extension HTTPResponse {
  /// The same answer with its tag, or « not modified » when the browser has it already.
  public func tagged(_ tag: ETag, for request: HTTPRequest) -> HTTPResponse {
    var response = self
    response.headers.set("etag", tag.text)
    let known = request.headers.all("if-none-match")
    guard status == .ok, request.method == .get || request.method == .head,
      known.contains(where: tag.matches)
    else { return response }
    response.status = .notModified
    response.body = .bytes([])
    return response
  }
}
