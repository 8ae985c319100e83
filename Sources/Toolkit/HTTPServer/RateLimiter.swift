internal import Threads

/// Token buckets: each key may do so many things at once, and one more each interval.
///
/// Memory is bounded: beyond so many keys the half used longest ago are forgotten, which gives them
/// full buckets again; whoever wants that of a key must use half as many other keys first.
public final class RateLimiter: Sendable {
  public enum Answer: Hashable, Sendable {
    case allowed
    case refused(retryAfter: Duration)
  }

  private struct Buckets: Sendable {
    /// For each key, when its bucket will be full again.
    var recent: [String: ContinuousClock.Instant] = [:]
    var old: [String: ContinuousClock.Instant] = [:]
  }

  private let burst: Int
  private let interval: Duration
  private let generation: Int
  private let buckets = Monitor(Buckets())

  /// Full buckets of so many tokens, at least one; one more comes each interval.
  public init(burst: Int, interval: Duration, keys: Int = 65_536) {
    precondition(burst > 0 && interval > .zero && keys > 1, "a bucket holds and refills")
    self.burst = burst
    self.interval = interval
    generation = keys / 2
  }

  /// Takes a token of a key, or says how long to wait for one.
  public func take(_ key: String, at now: ContinuousClock.Instant) -> Answer {
    buckets.change { buckets in
      let known = buckets.recent[key] ?? buckets.old[key]
      let full = max(known ?? now, now) + interval
      let excess = now.duration(to: full) - interval * burst
      guard excess <= .zero else { return .refused(retryAfter: excess) }
      if buckets.recent[key] == nil, buckets.recent.count >= generation {
        buckets.old = buckets.recent
        buckets.recent = [:]
      }
      buckets.old.removeValue(forKey: key)
      buckets.recent[key] = full
      return .allowed
    }
  }

  /// How many keys are kept.
  package var count: Int { buckets.change { $0.recent.count + $0.old.count } }
}
