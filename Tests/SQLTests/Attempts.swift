import SQL
import Threads

/// Counts from 1, for closures of several threads.
final class Attempts: Sendable {
  private let count = Monitor(0)

  func next() -> Int {
    count.change {
      $0 += 1
      return $0
    }
  }
}
