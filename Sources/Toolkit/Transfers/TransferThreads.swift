internal import Glibc
internal import Threads

/// Threads that transfers may block, which live as long as there are jobs, a few at once.
package final class TransferThreads: Sendable {
  package typealias Job = @Sendable () -> Void

  private let name: String
  private let concurrency: Int
  private let waitingLimit: Int
  private let state = Monitor(State())

  private struct State {
    var running = 0
    var waiting: [Job] = []
  }

  private enum Place {
    case thread
    case queue
    case none
  }

  /// - Parameters:
  ///   - name: that of each thread, 15 bytes at most.
  ///   - concurrency: how many at once.
  ///   - waitingLimit: how many jobs may wait for one.
  package init(named name: String, concurrency: Int, waitingLimit: Int) {
    self.name = name
    self.concurrency = max(1, concurrency)
    self.waitingLimit = waitingLimit
  }

  /// Runs a job on a thread, now or after others.
  /// - Returns: false when too many wait: the job is not taken.
  package func run(_ job: @escaping Job) -> Bool {
    let place = state.change { state -> Place in
      if state.running < concurrency {
        state.running += 1
        return .thread
      }
      guard state.waiting.count < waitingLimit else { return .none }
      state.waiting.append(job)
      return .queue
    }
    switch place {
    case .thread: pthread_detach(startThread(named: name) { self.work(job) })
    case .queue: break
    case .none: return false
    }
    return true
  }

  /// Does a job, then those that wait: the life of a thread.
  private func work(_ first: @escaping Job) {
    var job = first
    while true {
      job()
      let next = state.change { state -> Job? in
        guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
        state.running -= 1
        return nil
      }
      guard let next else { return }
      job = next
    }
  }
}
