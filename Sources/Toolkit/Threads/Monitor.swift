internal import Glibc

/// A value behind a lock, whose changes threads can wait for.
///
/// Unlike `Mutex` it can wait, and the thread sanitizer sees it when threads contend.
// Sendable: `value` is only touched between the lock and the unlock of `mutex`, by closures that
// cannot keep it; the two pointers never change and live as long as the monitor.
@safe
package final class Monitor<Value>: @unchecked Sendable {
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>
  private var value: Value

  package init(_ value: sending Value) {
    self.value = value
    unsafe mutex = .allocate(capacity: 1)
    unsafe condition = .allocate(capacity: 1)
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(condition, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(condition)
    unsafe pthread_mutex_destroy(mutex)
    unsafe condition.deallocate()
    unsafe mutex.deallocate()
  }

  /// Changes the value alone, and wakes one of those who wait, or all.
  package func change<Result>(
    wakingAll: Bool = false,
    _ body: (inout sending Value) -> sending Result,
  ) -> sending Result {
    unsafe pthread_mutex_lock(mutex)
    defer {
      if wakingAll {
        unsafe pthread_cond_broadcast(condition)
      } else {
        unsafe pthread_cond_signal(condition)
      }
      unsafe pthread_mutex_unlock(mutex)
    }
    return body(&value)
  }

  /// Waits until the closure gives something, asked now and after each change.
  package func wait<Result>(for body: (inout sending Value) -> sending Result?) -> sending Result {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    while true {
      if let result = body(&value) { return result }
      unsafe pthread_cond_wait(condition, mutex)
    }
  }
}
