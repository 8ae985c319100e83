internal import Synchronization
internal import Transfers

/// Hands messages over to one server; connections are kept, and block threads of their own.
public final class SMTPClient: Sendable {
  private let server: SMTPServer
  private let configuration: SMTPClientConfiguration
  private let threads: TransferThreads
  private let idle = Mutex<[SMTPHandle]>([])

  public init(
    _ server: SMTPServer,
    _ configuration: SMTPClientConfiguration = SMTPClientConfiguration(),
  ) {
    self.server = server
    self.configuration = configuration
    threads = TransferThreads(
      named: "smtp-client",
      concurrency: configuration.concurrency,
      waitingLimit: configuration.waitingLimit,
    )
  }

  /// Hands a message over, once; those who try again keep the same bytes.
  /// - Parameters:
  ///   - content: what `MailMessage.rendered` gave.
  ///   - sender: who is told of a failure; `nil` for nobody.
  ///   - recipients: one at least; a copy for one person is one recipient.
  /// - Returns: what became of each recipient, in the order given.
  public func send(
    _ content: [UInt8],
    from sender: MailAddress?,
    to recipients: [MailAddress],
  ) async -> [SMTPOutcome] {
    guard !recipients.isEmpty else { return [] }
    let envelope = SMTPHandle.Envelope(sender: sender, recipients: recipients, content: content)
    let found = await threads.result { [self] flag in outcomes(of: envelope, flag) }
    return found ?? recipients.map { _ in .later(.overloaded) }
  }

  /// Closes the connections that nobody uses, which says goodbye to the server.
  public func closeIdle() async {
    let farewell = SMTPFarewell(takeIdle())
    _ = await threads.result { _ in farewell.say() }
  }

  // The end of a connection says goodbye and waits for the answer: not on a thread of tasks.
  deinit {
    let farewell = SMTPFarewell(takeIdle())
    _ = threads.run { farewell.say() }
  }

  private func takeIdle() -> [SMTPHandle] {
    idle.withLock { handles in
      defer { handles = [] }
      return handles
    }
  }

  private func outcomes(
    of envelope: SMTPHandle.Envelope,
    _ flag: CancellationFlag,
  ) -> [SMTPOutcome] {
    var delay = SMTPDelay.cancelled
    while !flag.isRaised {
      let kept = idle.withLock { $0.popLast() }
      guard let handle = kept ?? SMTPHandle(server, configuration) else {
        delay = .unusable
        break
      }
      let result = handle.send(envelope, answerLimit: configuration.answerLimit, flag)
      // A connection that died while idle says nothing of the server: there is one try less.
      if kept != nil, result.isStale { continue }
      idle.withLock { $0.append(handle) }
      return result.outcomes(envelope.recipients.count)
    }
    return envelope.recipients.map { _ in .later(delay) }
  }
}
