internal import Glibc
internal import Threads

/// Cuts connections whose other side is too slow: libmicrohttpd only sees those that do nothing.
final class Watch: Sendable {
  /// Where a connection stands.
  enum Phase: Sendable {
    case idle
    case receiving
    case handling
    case sending
  }

  private struct Entry {
    var phase: Phase
    /// `nil` while the other side has nothing to do.
    var deadline: ContinuousClock.Instant?
  }

  private struct State {
    var entries: [Int32: Entry] = [:]
    var isStopped = false
  }

  private let state = Monitor(State())
  private let lateAnswer: [UInt8]

  init(lateAnswer: [UInt8]) {
    self.lateAnswer = lateAnswer
  }

  /// How many connections are open.
  var count: Int { state.change { $0.entries.count } }

  /// Says where a connection now stands, and how long it may stay there.
  func set(_ descriptor: Int32, _ phase: Phase, within time: Duration?) {
    let deadline = time.map { ContinuousClock.now + $0 }
    state.change { $0.entries[descriptor] = Entry(phase: phase, deadline: deadline) }
  }

  /// Forgets a connection, before its descriptor may serve another.
  func remove(_ descriptor: Int32) {
    state.change { _ = $0.entries.removeValue(forKey: descriptor) }
  }

  /// Cuts the connections whose time is over: under the lock, so that none is closed meanwhile.
  func cut(at now: ContinuousClock.Instant) {
    state.change { state in
      let late = state.entries.filter { $0.value.deadline.map { $0 <= now } ?? false }
      for (descriptor, entry) in late {
        if entry.phase == .receiving {
          _ = unsafe lateAnswer.withUnsafeBytes { bytes in
            unsafe send(
              descriptor,
              bytes.baseAddress,
              bytes.count,
              Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL),
            )
          }
        }
        shutdown(descriptor, Int32(SHUT_RDWR))
        state.entries[descriptor]?.deadline = nil
      }
    }
  }

  /// Cuts the connections that wait between two requests.
  func cutIdle() {
    state.change { state in
      for (descriptor, entry) in state.entries where entry.phase == .idle {
        shutdown(descriptor, Int32(SHUT_RDWR))
      }
    }
  }

  /// Watches from a thread of its own until `stop`, which the thread sees within a quarter second.
  func start() {
    let thread = startThread(named: "http-watch") { [self] in
      while !state.change({ $0.isStopped }) {
        cut(at: .now)
        usleep(250_000)
      }
    }
    pthread_detach(thread)
  }

  func stop() {
    state.change { $0.isStopped = true }
  }
}
