internal import Synchronization

/// Connections to be closed by the thread that says so, wherever the last reference goes.
final class SMTPFarewell: Sendable {
  private let handles: Mutex<[SMTPHandle]>

  init(_ handles: [SMTPHandle]) { self.handles = Mutex(handles) }

  /// Closes them, blocking the thread as long as the server takes to answer.
  func say() {
    var closed = handles.withLock { handles in
      defer { handles = [] }
      return handles
    }
    closed.removeAll()
  }
}
