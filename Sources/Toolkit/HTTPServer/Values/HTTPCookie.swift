/// A cookie to be kept by the browser.
public struct HTTPCookie: Hashable, Sendable {
  /// When a request from another site carries it.
  public enum SameSite: String, Sendable {
    case strict = "Strict"
    case lax = "Lax"
    case none = "None"
  }

  public let name: HTTPFieldName.Exact
  public let value: String
  /// Whole seconds are kept; `nil` until the browser closes.
  public let maxAge: Duration?
  public let path: String
  public let sameSite: SameSite
  /// Sent on encrypted connections only; always so for `SameSite.none` and « __Host- » names.
  public let isSecure: Bool
  /// Hidden from scripts.
  public let isHTTPOnly: Bool

  /// A cookie that scripts do not see and other sites do not send, unless told otherwise.
  ///
  /// - Returns: `nil` for a value or a path that a cookie cannot hold.
  public init?(
    _ name: HTTPFieldName.Exact,
    _ value: String,
    maxAge: Duration? = nil,
    path: String = "/",
    sameSite: SameSite = .lax,
    isSecure: Bool = true,
    isHTTPOnly: Bool = true,
  ) {
    guard value.utf8.allSatisfy(HTTPCookies.isValueByte), path.utf8.first == 0x2F,
      path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x3B })
    else { return nil }
    let isHost = name.text.hasPrefix("__Host-")
    guard !isHost || path == "/" else { return nil }
    self.name = name
    self.value = value
    self.maxAge = maxAge
    self.path = path
    self.sameSite = sameSite
    self.isSecure = isSecure || isHost || sameSite == .none
    self.isHTTPOnly = isHTTPOnly
  }

  /// The value of a Set-Cookie header.
  public var header: String {
    var text = "\(name.text)=\(value); Path=\(path)"
    if let maxAge { text += "; Max-Age=\(max(0, maxAge.components.seconds))" }
    if isHTTPOnly { text += "; HttpOnly" }
    if isSecure { text += "; Secure" }
    return text + "; SameSite=" + sameSite.rawValue
  }
}

extension HTTPFieldName {
  /// A token whose case counts, written in the program: the name of a cookie.
  public struct Exact: Hashable, Sendable, ExpressibleByStringLiteral {
    public let text: String

    public init(stringLiteral text: StaticString) {
      self.text = text.description
      precondition(HTTPFieldName.isToken(self.text.utf8), "not a token: \(text)")
    }
  }
}
