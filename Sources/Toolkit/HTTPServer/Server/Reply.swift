internal import Threads

/// What the handler answers, handed from its thread to that of the connection.
final class Reply: Sendable {
  private struct State: Sendable {
    var response: HTTPResponse?
    var isGiven = false
    var task: Task<Void, Never>?
  }

  private let connection: Connection
  private let state = Monitor(State())

  /// - Parameter connection: suspended.
  init(_ connection: Connection) {
    self.connection = connection
  }

  /// Lets the connection go on with an answer; the first one counts.
  func give(_ response: HTTPResponse) {
    let isFirst = state.change { state in
      guard !state.isGiven else { return false }
      state.isGiven = true
      state.response = response
      state.task = nil
      return true
    }
    if isFirst { connection.resume() }
  }

  /// The answer, once: its connection sends it.
  func take() -> HTTPResponse? {
    state.change { $0.response.take() }
  }

  /// Keeps the task that will answer, so that it can be cancelled.
  func expect(_ task: Task<Void, Never>) {
    state.change { state in
      if !state.isGiven { state.task = task }
    }
  }

  /// Answers in the place of the handler, which is told to stop.
  func abandon(_ response: HTTPResponse) {
    state.change { $0.task }?.cancel()
    give(response)
  }
}
