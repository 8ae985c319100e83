internal import CMicroHTTPD
internal import Glibc
internal import Threads

/// Where a handler writes an answer piece by piece.
public final class HTTPResponseStream: Sendable {
  /// The other side is gone, or the server stops.
  public struct Closed: Error {}

  private struct State: Sendable {
    var pending: [UInt8] = []
    var isFinished = false
    var isFailed = false
    var isClosed = false
    /// The connection, while it waits for something to send.
    var suspended: Connection?
    /// Who waits for room.
    var writer: CheckedContinuation<Void, Never>?
    var task: Task<Void, Never>?
  }

  private let state = Monitor(State())
  private let body: @Sendable (HTTPResponseStream) async throws -> Void
  private let isProgressing: @Sendable (Connection, Bool) -> Void

  /// A stream that tells whether bytes were taken, or that there are none to take.
  init(
    _ body: @escaping @Sendable (HTTPResponseStream) async throws -> Void,
    isProgressing: @escaping @Sendable (Connection, Bool) -> Void,
  ) {
    self.body = body
    self.isProgressing = isProgressing
  }

  /// Sends a piece; waits while the other side is late.
  public func write(_ bytes: [UInt8]) async throws {
    let (isOpen, isFull) = state.change { state in
      guard !state.isClosed else { return (false, false) }
      state.pending += bytes
      state.suspended.take()?.resume()
      return (true, state.pending.count > Self.room)
    }
    guard isOpen else { throw Closed() }
    if isFull { await waitForRoom() }
  }

  private func waitForRoom() async {
    await withCheckedContinuation { continuation in
      let isReady = state.change { state in
        guard !state.isClosed, state.pending.count > Self.room else { return true }
        state.writer = continuation
        return false
      }
      if isReady { continuation.resume() }
    }
  }

  private static let room = 65_536

  /// Copies what is ready, on the connection’s thread; suspends the connection when nothing is.
  func read(into buffer: UnsafeMutableRawBufferPointer, _ connection: Connection) -> Int {
    start()
    let (count, writer) = state.change { state -> (Int, CheckedContinuation<Void, Never>?) in
      guard state.pending.isEmpty else {
        let count = min(buffer.count, state.pending.count)
        unsafe buffer.copyBytes(from: state.pending.prefix(count))
        state.pending.removeFirst(count)
        return (count, state.pending.count <= Self.room ? state.writer.take() : nil)
      }
      if state.isFailed || state.isClosed { return (delibere_mhd_end_with_error, nil) }
      if state.isFinished { return (delibere_mhd_end_of_stream, nil) }
      connection.suspend()
      state.suspended = connection
      return (0, nil)
    }
    writer?.resume()
    isProgressing(connection, count > 0)
    return count
  }

  /// Runs the closure at the first call: an answer to HEAD never asks for its body.
  private func start() {
    state.change { state in
      guard state.task == nil, !state.isClosed else { return }
      // Unstructured: a C callback has no task to be the child of; `close` cancels it.
      state.task = Task {
        do {
          try await self.body(self)
          self.finish(isFailed: false)
        } catch {
          self.finish(isFailed: true)
        }
      }
    }
  }

  private func finish(isFailed: Bool) {
    state.change { state in
      state.isFinished = true
      state.isFailed = isFailed
      state.suspended.take()?.resume()
    }
  }

  /// Ends everything: the answer was sent, its connection is gone, or the server stops.
  func close() {
    let (task, writer) = state.change { state in
      state.isClosed = true
      state.suspended.take()?.resume()
      return (state.task, state.writer.take())
    }
    task?.cancel()
    writer?.resume()
  }
}
