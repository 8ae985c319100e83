/// What is done around every request.
public protocol HTTPMiddleware: Sendable {
  /// Answers itself, or lets the next answer and changes what it gave.
  func handle<Context: HTTPContext>(
    _ request: HTTPRequest,
    _ context: Context,
    next: (HTTPRequest, Context) async throws -> HTTPResponse,
  ) async throws -> HTTPResponse
}

/// Middlewares around a handler, the first one outermost.
public struct HTTPPipeline: Sendable {
  private let middlewares: [any HTTPMiddleware]

  public init(_ middlewares: [any HTTPMiddleware]) {
    self.middlewares = middlewares
  }

  /// The answer of the handler through all of them.
  public func respond<Context: HTTPContext>(
    _ request: HTTPRequest,
    _ context: Context,
    handler: (HTTPRequest, Context) async throws -> HTTPResponse,
  ) async throws -> HTTPResponse {
    try await respond(request, context, from: 0, handler)
  }

  private func respond<Context: HTTPContext>(
    _ request: HTTPRequest,
    _ context: Context,
    from rank: Int,
    _ handler: (HTTPRequest, Context) async throws -> HTTPResponse,
  ) async throws -> HTTPResponse {
    guard rank < middlewares.count else { return try await handler(request, context) }
    return try await middlewares[rank].handle(request, context) { request, context in
      try await respond(request, context, from: rank + 1, handler)
    }
  }
}
