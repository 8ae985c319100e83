/// An error that says itself how it is answered.
public protocol HTTPResponseError: Error {
  var response: HTTPResponse { get }
}

/// Turns what was thrown into an answer; nobody but the administrator learns what it was.
public struct ErrorBoundary: HTTPMiddleware {
  private let report: @Sendable (any Error, RequestID) -> Void
  private let page: @Sendable (RequestID) -> HTTPResponse

  /// - Parameters:
  ///   - report: tells the administrator of an error that has no answer of its own.
  ///   - page: what is shown then, with the number to be quoted.
  public init(
    report: @escaping @Sendable (any Error, RequestID) -> Void,
    page: @escaping @Sendable (RequestID) -> HTTPResponse = { Self.plainPage($0) },
  ) {
    self.report = report
    self.page = page
  }

  public func handle<Context: HTTPContext>(
    _ request: HTTPRequest,
    _ context: Context,
    next: (HTTPRequest, Context) async throws -> HTTPResponse,
  ) async throws -> HTTPResponse {
    do {
      return try await next(request, context)
    } catch let error as any HTTPResponseError {
      return error.response
    } catch {
      report(error, context.requestID)
      return page(context.requestID)
    }
  }

  /// A short text in French.
  public static func plainPage(_ id: RequestID) -> HTTPResponse {
    .text("Une erreur est survenue. Pour la signaler, donnez ce numéro : \(id)\n", .internalError)
  }
}
