extension TransferThreads {
  /// Waits, without blocking the thread of the task, for what a job gives.
  /// - Parameter job: what blocks; its flag is raised when the task is cancelled.
  /// - Returns: `nil` when too many wait: the job is not taken.
  package func result<Result: Sendable>(
    of job: @escaping @Sendable (CancellationFlag) -> Result
  ) async -> Result? {
    let flag = CancellationFlag()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isTaken = run { continuation.resume(returning: job(flag)) }
        if !isTaken { continuation.resume(returning: nil) }
      }
    } onCancel: {
      flag.raise()
    }
  }
}
