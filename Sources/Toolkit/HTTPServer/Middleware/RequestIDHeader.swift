/// Puts the number of the request in its answer, for whoever reports a fault.
public struct RequestIDHeader: HTTPMiddleware {
  public init() {}

  public func handle<Context: HTTPContext>(
    _ request: HTTPRequest,
    _ context: Context,
    next: (HTTPRequest, Context) async throws -> HTTPResponse,
  ) async throws -> HTTPResponse {
    var response = try await next(request, context)
    response.headers.set("x-request-id", context.requestID.description)
    return response
  }
}
