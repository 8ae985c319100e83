/// What a page may load and from where (Content-Security-Policy).
public struct ContentSecurityPolicy: Sendable {
  public enum Directive: String, Hashable, Sendable {
    case defaultSource = "default-src"
    case script = "script-src"
    case style = "style-src"
    case image = "img-src"
    case font = "font-src"
    case connection = "connect-src"
    case formAction = "form-action"
    case frameAncestors = "frame-ancestors"
    case base = "base-uri"
    case manifest = "manifest-src"
  }

  public enum Source: Hashable, Sendable {
    case own
    case data
    /// Only what carries the nonce of the request.
    case nonce
    case host(StaticHost)
  }

  /// An origin written in the program, « https://cas.example.org ».
  public struct StaticHost: Hashable, Sendable, ExpressibleByStringLiteral {
    let text: String

    public init(stringLiteral text: StaticString) {
      self.text = text.description
      precondition(
        self.text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x3B && $0 != 0x2C },
        "not an origin: \(text)",
      )
    }
  }

  private var directives: [(directive: Directive, sources: [Source])]

  /// - Parameter directives: a directive without source allows nothing.
  public init(_ directives: [(Directive, [Source])]) {
    self.directives = directives.map { ($0.0, $0.1) }
  }

  /// Only what the site itself serves, no frame around it, no inline script without nonce.
  public static let strict = ContentSecurityPolicy([
    (.defaultSource, []), (.script, [.own, .nonce]), (.style, [.own, .nonce]),
    (.image, [.own, .data]), (.font, [.own]), (.connection, [.own]), (.manifest, [.own]),
    (.formAction, [.own]), (.base, []), (.frameAncestors, []),
  ])

  /// The same policy with other sources for a directive.
  public func with(_ directive: Directive, _ sources: [Source]) -> ContentSecurityPolicy {
    var policy = self
    policy.directives.removeAll { $0.directive == directive }
    policy.directives.append((directive, sources))
    return policy
  }

  /// The value of the header.
  public func header(_ nonce: Nonce) -> String {
    directives.map { directive, sources in
      let texts = sources.map { source in
        switch source {
        case .own: "'self'"
        case .data: "data:"
        case .nonce: "'nonce-\(nonce)'"
        case .host(let host): host.text
        }
      }
      return ([directive.rawValue] + (texts.isEmpty ? ["'none'"] : texts)).joined(separator: " ")
    }.joined(separator: "; ")
  }
}
