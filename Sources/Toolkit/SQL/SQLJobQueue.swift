internal import Threads

/// The jobs that wait for a connection, first come, first served.
final class SQLJobQueue: Sendable {
  typealias Job = @Sendable (SQLWorker) -> Void

  private let state = Monitor(SQLJobQueueState())
  private let open: @Sendable () throws -> any SQLConnection

  init(open: @escaping @Sendable () throws -> any SQLConnection) {
    self.open = open
  }

  /// Gives a job to the next free thread; once closed, to a worker that only refuses.
  func add(_ job: @escaping Job) {
    let isAccepted = state.change { state in
      if !state.isClosed { state.jobs.append(job) }
      return !state.isClosed
    }
    guard !isAccepted else { return }
    job(SQLWorker { throw SQLError(.unreachable, "the pool is closed") })
  }

  /// Ends the threads once the jobs already there are done.
  func close() {
    state.change(wakingAll: true) { $0.isClosed = true }
  }

  /// Does one job after another until the queue is closed and empty: the life of a thread.
  func work() {
    let worker = SQLWorker(open: open)
    while true {
      switch state.wait(for: { $0.next() }) {
      case .job(let job): job(worker)
      case .end: return
      }
    }
  }
}

/// What a free thread has to do.
private enum SQLTurn {
  case job(SQLJobQueue.Job)
  case end
}

private struct SQLJobQueueState {
  var jobs: [SQLJobQueue.Job] = []
  /// The jobs before this place are taken.
  private var taken = 0
  var isClosed = false

  /// What to do now; `nil` to wait.
  ///
  /// Jobs already taken leave the array many at a time.
  mutating func next() -> SQLTurn? {
    guard taken < jobs.count else { return isClosed ? .end : nil }
    let job = jobs[taken]
    taken += 1
    if taken == jobs.count || taken > 1_024 {
      jobs.removeFirst(taken)
      taken = 0
    }
    return .job(job)
  }
}
