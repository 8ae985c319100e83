/// The three digits that say how it went.
public struct HTTPStatus: Hashable, Sendable {
  public let code: UInt16

  /// A status from 200 to 599: the server itself sends those below.
  public init?(_ code: UInt16) {
    guard (200...599).contains(code) else { return nil }
    self.code = code
  }

  private init(known code: UInt16) { self.code = code }

  public static let ok = HTTPStatus(known: 200)
  public static let created = HTTPStatus(known: 201)
  public static let noContent = HTTPStatus(known: 204)
  public static let movedPermanently = HTTPStatus(known: 301)
  public static let found = HTTPStatus(known: 302)
  /// Sends a browser to another page with GET, after a form.
  public static let seeOther = HTTPStatus(known: 303)
  public static let notModified = HTTPStatus(known: 304)
  public static let badRequest = HTTPStatus(known: 400)
  public static let unauthorized = HTTPStatus(known: 401)
  public static let forbidden = HTTPStatus(known: 403)
  public static let notFound = HTTPStatus(known: 404)
  public static let methodNotAllowed = HTTPStatus(known: 405)
  public static let requestTimeout = HTTPStatus(known: 408)
  public static let conflict = HTTPStatus(known: 409)
  public static let preconditionFailed = HTTPStatus(known: 412)
  public static let contentTooLarge = HTTPStatus(known: 413)
  public static let targetTooLong = HTTPStatus(known: 414)
  public static let unsupportedMediaType = HTTPStatus(known: 415)
  public static let unprocessableContent = HTTPStatus(known: 422)
  public static let tooManyRequests = HTTPStatus(known: 429)
  public static let headersTooLarge = HTTPStatus(known: 431)
  public static let internalError = HTTPStatus(known: 500)
  public static let notImplemented = HTTPStatus(known: 501)
  public static let unavailable = HTTPStatus(known: 503)

  /// Whether an answer of this status has a body (RFC 9110, 6.4.1).
  public var hasBody: Bool { self != .noContent && self != .notModified }
}
