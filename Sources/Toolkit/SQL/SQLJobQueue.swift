internal import Dispatch
internal import Synchronization

/// The jobs that wait for a connection, first come, first served.
final class SQLJobQueue: Sendable {
  typealias Job = @Sendable (SQLWorker) -> Void

  fileprivate struct State {
    var jobs: [Job] = []
    /// The jobs before this place are taken.
    var next = 0
    var isClosed = false
  }

  private let state = Mutex(State())
  /// One for each job, and one for each thread that has to end.
  private let signals = DispatchSemaphore(value: 0)
  private let open: @Sendable () throws -> any SQLConnection

  init(open: @escaping @Sendable () throws -> any SQLConnection) {
    self.open = open
  }

  /// Gives a job to the next free thread; once closed, to a worker that only refuses.
  func add(_ job: @escaping Job) {
    let isAccepted = state.withLock { state in
      if !state.isClosed { state.jobs.append(job) }
      return !state.isClosed
    }
    guard isAccepted else {
      return job(SQLWorker { throw SQLError(.unreachable, "the pool is closed") })
    }
    signals.signal()
  }

  /// Ends so many threads once the jobs already there are done.
  func close(threads: Int) {
    state.withLock { $0.isClosed = true }
    for _ in 0..<threads { signals.signal() }
  }

  /// Does one job after another until the queue is closed and empty: the life of a thread.
  func work() {
    let worker = SQLWorker(open: open)
    while true {
      signals.wait()
      guard let job = state.withLock({ $0.take() }) else { return }
      job(worker)
    }
  }
}

extension SQLJobQueue.State {
  /// The oldest job; those already taken leave the array many at a time.
  fileprivate mutating func take() -> SQLJobQueue.Job? {
    guard next < jobs.count else { return nil }
    let job = jobs[next]
    next += 1
    if next == jobs.count || next > 1_024 {
      jobs.removeFirst(next)
      next = 0
    }
    return job
  }
}
