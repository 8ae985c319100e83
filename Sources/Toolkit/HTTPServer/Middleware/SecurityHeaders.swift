/// Tells browsers what they must refuse on behalf of the site.
public struct SecurityHeaders: HTTPMiddleware {
  /// What other sites learn of the page that led to them.
  public enum ReferrerPolicy: String, Sendable {
    case noReferrer = "no-referrer"
    case sameOrigin = "same-origin"
    case strictOriginWhenCrossOrigin = "strict-origin-when-cross-origin"
  }

  private let policy: ContentSecurityPolicy?
  private let referrer: ReferrerPolicy
  private let strictTransport: Duration?

  /// Strict transport is how long browsers insist on encryption; it is told over it only.
  public init(
    policy: ContentSecurityPolicy? = .strict,
    referrer: ReferrerPolicy = .sameOrigin,
    strictTransport: Duration? = .seconds(31_536_000),
  ) {
    self.policy = policy
    self.referrer = referrer
    self.strictTransport = strictTransport
  }

  public func handle<Context: HTTPContext>(
    _ request: HTTPRequest,
    _ context: Context,
    next: (HTTPRequest, Context) async throws -> HTTPResponse,
  ) async throws -> HTTPResponse {
    var response = try await next(request, context)
    response.headers.set("x-content-type-options", "nosniff")
    response.headers.set("referrer-policy", referrer.rawValue)
    response.headers.set("permissions-policy", Self.permissions)
    response.headers.set("cross-origin-opener-policy", "same-origin")
    if let policy, !response.headers.contains("content-security-policy") {
      response.headers.set("content-security-policy", policy.header(context.nonce))
    }
    if let strictTransport, request.isSecure {
      let seconds = strictTransport.components.seconds
      response.headers.set("strict-transport-security", "max-age=\(seconds)")
    }
    return response
  }

  /// Nothing of the machine is needed.
  private static let permissions = [
    "camera", "display-capture", "geolocation", "microphone", "payment", "usb",
  ].map { $0 + "=()" }.joined(separator: ", ")
}
