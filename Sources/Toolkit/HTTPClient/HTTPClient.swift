internal import Synchronization

/// Asks web servers; the calls that block run on threads of their own.
public final class HTTPClient: Sendable {
  private let configuration: HTTPClientConfiguration
  private let threads: TransferThreads

  public init(_ configuration: HTTPClientConfiguration = HTTPClientConfiguration()) {
    self.configuration = configuration
    threads = TransferThreads(
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
    let flag = CancellationFlag()
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let configuration = configuration
        let isTaken = threads.run {
          continuation.resume(returning: transfer.run(configuration, flag))
        }
        if !isTaken { continuation.resume(returning: .failure(.overloaded)) }
      }
    } onCancel: {
      flag.raise()
    }
    return try result.get()
  }
}

/// Tells a transfer that nobody waits for it any more.
final class CancellationFlag: Sendable {
  private let raised = Atomic(false)

  var isRaised: Bool { raised.load(ordering: .relaxed) }

  func raise() { raised.store(true, ordering: .relaxed) }
}
