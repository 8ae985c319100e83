import Glibc

/// Starts a thread that runs a closure once.
func startThread(_ body: @escaping @Sendable () -> Void) {
  let start = unsafe Unmanaged.passRetained(Start(body))
  var thread = pthread_t()
  let code = unsafe pthread_create(
    &thread,
    nil,
    { context in
      guard let context = unsafe context else { return nil }
      unsafe Unmanaged<Start>.fromOpaque(context).takeRetainedValue().body()
      return nil
    },
    start.toOpaque(),
  )
  precondition(code == 0, "the system gives no thread")
  pthread_detach(thread)
}

private final class Start: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) {
    self.body = body
  }
}
