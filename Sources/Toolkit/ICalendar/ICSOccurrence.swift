/// One time when an event happens, on the clocks of Paris.
public struct ICSOccurrence: Hashable, Sendable {
  public let entry: ICSEntry
  public let start: CivilDateTime
  /// Midnight after the last day, for whole days.
  public let end: CivilDateTime
  /// Seconds since 1970 in UTC, which tells both hours of an autumn night apart.
  public let instant: Int

  public var isWholeDay: Bool { entry.start.isDay }

  init(_ entry: ICSEntry, _ start: ICSTime) {
    self.entry = entry
    self.start = start.local
    instant = start.instant
    end = start.after(entry.length)
  }
}

extension ICSTime {
  /// What the clocks of Paris show at the end.
  fileprivate func after(_ length: ICSEntry.Length) -> CivilDateTime {
    switch length {
    case .seconds(let seconds): Self.local(instant + seconds)
    case .nominal(let days, let seconds):
      if isDay {
        CivilDateTime(secondsSince1970: written.secondsSince1970 + days * 86_400)
      } else {
        Self.local(
          with(CivilDateTime(secondsSince1970: written.secondsSince1970 + days * 86_400)).instant
            + seconds
        )
      }
    }
  }

  private static func local(_ instant: Int) -> CivilDateTime {
    ParisClock.local(utc: CivilDateTime(secondsSince1970: instant))
  }
}
