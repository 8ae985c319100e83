extension ICSRule {
  /// Whether a start is one that the rule could give.
  func holds(_ start: ICSTime) -> Bool {
    weekdays.isEmpty || weekdays.contains(start.written.date.weekday)
  }

  /// The starts that the rule gives, in order.
  /// - Parameters:
  ///   - first: the start of the event, always one of them.
  ///   - days: those of Paris when they must fall; a few others may be given.
  ///   - budget: how many more days may be looked at.
  /// - Returns: `nil` when the budget is spent.
  func starts(
    first: ICSTime,
    within days: ClosedRange<CivilDate>,
    _ budget: inout Int,
  ) -> [ICSTime]? {
    let origin = first.written.date.daysSince1970
    // What is written may be on the day before or after that of Paris.
    let lowest = max(origin, days.lowerBound.daysSince1970 - 2)
    let highest = min(days.upperBound.daysSince1970 + 2, Self.lastDay)
    var starts: [ICSTime] = []
    var count = 0
    for day in candidates(origin: origin, from: counts ? origin : lowest, &budget, until: highest) {
      let start = first.with(
        CivilDateTime(
          secondsSince1970: first.written.secondsSince1970 + (day - origin) * 86_400
        )
      )
      guard allows(start, rank: count) else { break }
      count += 1
      if day >= lowest { starts.append(start) }
    }
    return budget < 0 ? nil : starts
  }

  private var counts: Bool {
    switch end {
    case .count: true
    case .never, .until: false
    }
  }

  private func allows(_ start: ICSTime, rank: Int) -> Bool {
    switch end {
    case .never: true
    case .count(let count): rank < count
    case .until(let last):
      start.isDay || last.isDay
        ? start.local.date <= last.local.date : start.instant <= last.instant
    }
  }

  /// The days of the rule, and the first one whatever it is.
  private func candidates(
    origin: Int,
    from lowest: Int,
    _ budget: inout Int,
    until highest: Int,
  ) -> [Int] {
    guard lowest <= highest else { return [] }
    var days = lowest <= origin ? [origin] : []
    let weekday = CivilDate(daysSince1970: origin).weekday
    let base = isWeekly ? origin - (weekday - weekStart) %% 7 : origin
    let step = isWeekly ? 7 * interval : interval
    let offsets = isWeekly ? weekOffsets(weekday) : [0]
    var opening = base + max(0, (lowest - base) / step) * step
    while opening <= highest, budget >= 0 {
      budget -= 1
      for offset in offsets {
        let day = opening + offset
        guard day > origin, day >= lowest, day <= highest else { continue }
        guard isWeekly || isRightDay(day) else { continue }
        budget -= 1
        days.append(day)
      }
      opening += step
    }
    return days
  }

  private func isRightDay(_ day: Int) -> Bool {
    weekdays.isEmpty || weekdays.contains(CivilDate(daysSince1970: day).weekday)
  }

  /// How far the days of the rule are from the one that opens the week.
  private func weekOffsets(_ weekday: Int) -> [Int] {
    (weekdays.isEmpty ? [weekday] : weekdays).map { ($0 - weekStart) %% 7 }.sorted()
  }

  /// The eve of the last day of 2199, so that the hour of Paris exists.
  private static let lastDay = 84_004
}
