internal import Glibc
internal import Threads

/// Connections that each live in a thread of their own, so that waiting for a disk or a server
/// holds no thread of the tasks.
///
/// A job has the connection to itself; what it leaves open is undone. A connection that is lost is
/// opened again for the next job.
public final class SQLPool: Sendable {
  private let queue: SQLJobQueue
  private let threads: Monitor<[pthread_t]>

  /// Starts the threads; each opens its connection with its first job.
  /// - Parameters:
  ///   - size: the number of connections.
  ///   - name: what the system calls the threads, 12 bytes at most.
  ///   - open: opens one connection, in the thread that will use it.
  public init(
    size: Int,
    name: String = "sql",
    open: @escaping @Sendable () throws -> any SQLConnection,
  ) {
    precondition(size > 0, "a pool has connections")
    let queue = SQLJobQueue(open: open)
    self.queue = queue
    threads = Monitor((1...size).map { startThread(named: "\(name)-\($0)") { queue.work() } })
  }

  deinit {
    queue.close()
    for thread in takeThreads() { pthread_detach(thread) }
  }

  /// Runs a job on a free connection, without holding the task’s thread.
  /// - Returns: what the job made.
  /// - Throws: the error of the job, or the one that prevents a connection.
  public func run<Result: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      queue.add { worker in
        continuation.resume(with: Swift.Result { try worker.perform(body) })
      }
    }
  }

  /// Runs a job on a free connection and waits for it: never from a task, nor from a job.
  /// - Returns: what the job made.
  /// - Throws: the error of the job, or the one that prevents a connection.
  public func runBlocking<Result: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> Result
  ) throws -> Result {
    let answer = Monitor<Swift.Result<Result, any Error>?>(nil)
    queue.add { worker in
      let result = Swift.Result { try worker.perform(body) }
      answer.change { $0 = result }
    }
    return try answer.wait { $0 }.get()
  }

  /// Lets the jobs already given finish, refuses others, and waits for the threads to end.
  public func close() {
    queue.close()
    for thread in takeThreads() { pthread_join(thread, nil) }
  }

  private func takeThreads() -> [pthread_t] {
    threads.change { threads in
      defer { threads = [] }
      return threads
    }
  }
}
