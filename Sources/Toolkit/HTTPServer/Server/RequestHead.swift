/// What comes before the body of a request, as it came; then checked.
struct RequestHead {
  let method: String
  let target: String
  let version: String
  let fields: [(name: [UInt8], value: [UInt8])]
  /// The bytes that all of it took.
  let size: Int
}

/// A head that may be answered.
struct CheckedHead: Sendable {
  let method: HTTPMethod
  let path: HTTPPath
  let query: HTTPItems
  let headers: HTTPHeaders
  /// The length that was told; `nil` when the body comes in chunks.
  let bodyCount: Int?
  let isMultipart: Bool

  /// Whether a body follows.
  var hasBody: Bool { bodyCount != 0 }
}

/// Why a head is refused.
struct Refusal: Error {
  let status: HTTPStatus

  static let malformed = Refusal(status: .badRequest)
}

extension CheckedHead {
  /// Refuses what two programs could understand in two ways (RFC 9112, 11).
  init(_ head: RequestHead, headerBytes: Int) throws(Refusal) {
    guard head.size <= headerBytes else { throw Refusal(status: .headersTooLarge) }
    guard HTTPFieldName.isToken(head.method.utf8) else { throw .malformed }
    guard let method = HTTPMethod(rawValue: head.method) else {
      throw Refusal(status: .notImplemented)
    }
    let headers = try HTTPHeaders(checking: head.fields)
    try Self.checkHost(headers, isOld: head.version == "HTTP/1.0")
    self.method = method
    self.headers = headers
    (path, query) = try Self.target(head.target)
    bodyCount = try Self.bodyCount(headers, isOld: head.version == "HTTP/1.0")
    isMultipart = MediaType(headers["content-type"] ?? "")?.name == "multipart/form-data"
  }

  private static func checkHost(_ headers: HTTPHeaders, isOld: Bool) throws(Refusal) {
    let hosts = headers.all("host")
    guard hosts.count == 1 || hosts.isEmpty && isOld,
      hosts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isHostByte) })
    else { throw .malformed }
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3A, 0x41...0x5B, 0x5D, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }

  private static func target(_ target: String) throws(Refusal) -> (HTTPPath, HTTPItems) {
    guard target.utf8.count <= HTTPPath.maximumLength else { throw Refusal(status: .targetTooLong) }
    guard target.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x23 }) else {
      throw .malformed
    }
    let halves = target.utf8.split(separator: 0x3F, maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = HTTPPath(parsing: Substring(halves[0])) else { throw .malformed }
    guard halves.count > 1 else { return (path, HTTPItems()) }
    do throws(HTTPFormError) {
      return (path, try HTTPItems.parse(urlEncoded: halves[1]))
    } catch {
      throw .malformed
    }
  }

  private static func bodyCount(_ headers: HTTPHeaders, isOld: Bool) throws(Refusal) -> Int? {
    let lengths = headers.all("content-length")
    let codings = headers.all("transfer-encoding")
    guard codings.isEmpty else {
      guard lengths.isEmpty, !isOld, codings.count == 1, codings[0].lowercased() == "chunked"
      else { throw .malformed }
      return nil
    }
    guard let length = lengths.first else { return 0 }
    guard lengths.count == 1, !length.isEmpty, length.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else {
      throw .malformed
    }
    guard let count = Int(length) else { throw Refusal(status: .contentTooLarge) }
    return count
  }
}

extension HTTPHeaders {
  /// Refuses names that are not tokens (a space before the colon among them) and control bytes.
  init(checking fields: [(name: [UInt8], value: [UInt8])]) throws(Refusal) {
    self.init()
    for (name, value) in fields {
      guard let name = HTTPFieldName(String(decoding: name, as: UTF8.self)),
        value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 })
      else { throw .malformed }
      var value = value[...]
      while value.last == 0x20 || value.last == 0x09 { value.removeLast() }
      add(name, String(decoding: value, as: UTF8.self))
    }
  }
}
