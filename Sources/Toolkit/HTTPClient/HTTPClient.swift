internal import Transfers

/// Asks web servers; the calls that block run on threads of their own.
public final class HTTPClient: Sendable {
  private let configuration: HTTPClientConfiguration
  private let threads: TransferThreads

  public init(_ configuration: HTTPClientConfiguration = HTTPClientConfiguration()) {
    self.configuration = configuration
    threads = TransferThreads(
      named: "http-client",
      concurrency: configuration.concurrency,
      waitingLimit: configuration.waitingLimit,
    )
  }

  /// Asks for a page.
  /// - Parameters:
  ///   - address: where.
  ///   - headers: names and values beside those of every request.
  /// - Returns: the answer, whatever its status.
  /// - Throws: why there is none.
  public func get(
    _ address: HTTPAddress,
    headers: [(name: String, value: String)] = [],
  ) async throws(HTTPClientError) -> HTTPClientResponse {
    try await perform(Transfer(address: address, headers: headers, body: nil))
  }

  /// Sends a form.
  /// - Parameters:
  ///   - address: where.
  ///   - form: its fields, encoded here.
  ///   - headers: names and values beside those of every request.
  /// - Returns: the answer, whatever its status.
  /// - Throws: why there is none.
  public func post(
    _ address: HTTPAddress,
    form: [(name: String, value: String)],
    headers: [(name: String, value: String)] = [],
  ) async throws(HTTPClientError) -> HTTPClientResponse {
    let body = Array(FormEncoding.text(form).utf8)
    return try await perform(Transfer(address: address, headers: headers, body: body))
  }

  private func perform(_ transfer: Transfer) async throws(HTTPClientError) -> HTTPClientResponse {
    for header in transfer.headers where !header.isSafe {
      throw .invalidHeader(name: header.name)
    }
    let configuration = configuration
    let result = await threads.result { transfer.run(configuration, $0) }
    guard let result else { throw .overloaded }
    return try result.get()
  }
}
