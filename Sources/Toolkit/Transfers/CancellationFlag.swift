internal import Synchronization

/// Tells a transfer that nobody waits for it any more.
package final class CancellationFlag: Sendable {
  private let raised = Atomic(false)

  package init() {}

  package var isRaised: Bool { raised.load(ordering: .relaxed) }

  package func raise() { raised.store(true, ordering: .relaxed) }
}
