/// Writes one line for each answer, without anything of a person: neither path, query nor address.
public struct AccessLog: HTTPMiddleware {
  private let write: @Sendable (String) -> Void
  private let now: @Sendable () -> ContinuousClock.Instant

  public init(
    now: @escaping @Sendable () -> ContinuousClock.Instant = { .now },
    write: @escaping @Sendable (String) -> Void,
  ) {
    self.now = now
    self.write = write
  }

  public func handle<Context: HTTPContext>(
    _ request: HTTPRequest,
    _ context: Context,
    next: (HTTPRequest, Context) async throws -> HTTPResponse,
  ) async throws -> HTTPResponse {
    let start = now()
    let response = try await next(request, context)
    let time = start.duration(to: now()).components
    let milliseconds = time.seconds * 1_000 + time.attoseconds / 1_000_000_000_000_000
    write(
      "\(request.method.rawValue) \(response.route ?? "-") \(response.status.code) "
        + "\(milliseconds) ms \(context.requestID)"
    )
    return response
  }
}
