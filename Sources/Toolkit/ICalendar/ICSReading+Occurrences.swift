extension ICSReading {
  /// More occurrences, or days to look at, than asked.
  public struct TooMany: Error, Hashable, Sendable {
    public let limit: Int
  }

  /// Every time when something happens, in order.
  /// - Parameters:
  ///   - days: those of Paris when it starts.
  ///   - limit: the most occurrences.
  /// - Returns: cancelled ones as well; each in the place of the one that it replaces.
  /// - Throws: `TooMany` rather than some of them.
  public func occurrences(
    within days: ClosedRange<CivilDate>,
    limit: Int = 100_000,
  ) throws(TooMany) -> [ICSOccurrence] {
    var budget = 2_000_000
    var found: [ICSOccurrence] = []
    let replaced = Set(entries.compactMap { entry in entry.replaces.map { Place(entry, $0) } })
    for entry in entries {
      guard let starts = entry.starts(within: days, &budget) else { throw TooMany(limit: limit) }
      let excluded = Set(entry.exceptions.map(\.instant))
      for start in starts {
        guard days.contains(start.local.date), !excluded.contains(start.instant),
          entry.replaces != nil || !replaced.contains(Place(entry, start))
        else { continue }
        found.append(ICSOccurrence(entry, start))
        guard found.count <= limit else { throw TooMany(limit: limit) }
      }
    }
    return found.sorted { ($0.instant, $0.entry.line) < ($1.instant, $1.entry.line) }
  }
}

extension ICSEntry {
  fileprivate func starts(within days: ClosedRange<CivilDate>, _ budget: inout Int) -> [ICSTime]? {
    guard let rule else { return [start] }
    return rule.starts(first: start, within: days, &budget)
  }
}

/// One occurrence among those of an identifier.
private struct Place: Hashable {
  let identifier: String
  let instant: Int

  init(_ entry: ICSEntry, _ start: ICSTime) {
    identifier = entry.identifier
    instant = start.instant
  }
}
