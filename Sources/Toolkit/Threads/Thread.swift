package import Glibc

/// Starts a thread of the system that runs a closure once.
package func startThread(named name: String, _ body: @escaping @Sendable () -> Void) -> pthread_t {
  let start = unsafe Unmanaged.passRetained(ThreadStart(name: name, body: body))
  var thread = pthread_t()
  let code = unsafe pthread_create(
    &thread,
    nil,
    { context in
      guard let context = unsafe context else { return nil }
      let start = unsafe Unmanaged<ThreadStart>.fromOpaque(context).takeRetainedValue()
      nameThread(start.name)
      start.body()
      return nil
    },
    start.toOpaque(),
  )
  precondition(code == 0, "the system gives no thread")
  return thread
}

/// Names the thread that calls, for whoever looks at the process: Swift does not see the GNU call.
private func nameThread(_ name: String) {
  let descriptor = unsafe open("/proc/thread-self/comm", O_WRONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return }
  _ = unsafe write(descriptor, name, name.utf8.count)
  close(descriptor)
}

/// What a new thread takes with it.
private final class ThreadStart: Sendable {
  let name: String
  let body: @Sendable () -> Void

  init(name: String, body: @escaping @Sendable () -> Void) {
    self.name = name
    self.body = body
  }
}
