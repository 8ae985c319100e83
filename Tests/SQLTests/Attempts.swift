import Synchronization

/// Counts from 1, for closures of several threads.
final class Attempts: Sendable {
  private let count = Mutex(0)

  func next() -> Int {
    count.withLock {
      $0 += 1
      return $0
    }
  }
}
