extension ICSEvent {
  func write(_ output: inout ICSWriter) {
    output.line("BEGIN", "VEVENT")
    output.line("UID", text: identifier)
    output.line("DTSTAMP", stamp.basic + "Z")
    span.write(&output)
    output.line("SUMMARY", text: summary)
    if let location { output.line("LOCATION", text: location) }
    if let details { output.line("DESCRIPTION", text: details) }
    if let address { output.line("URL", address) }
    if let status { output.line("STATUS", status.rawValue) }
    output.line("SEQUENCE", "\(max(0, sequence))")
    if !categories.isEmpty {
      output.line("CATEGORIES", categories.map(ICSText.escaped).joined(separator: ","))
    }
    output.line("TRANSP", isTransparent ? "TRANSPARENT" : "OPAQUE")
    if let alarmMinutes { writeAlarm(max(0, alarmMinutes), &output) }
    output.line("END", "VEVENT")
  }

  private func writeAlarm(_ minutes: Int, _ output: inout ICSWriter) {
    output.line("BEGIN", "VALARM")
    output.line("ACTION", "DISPLAY")
    output.line("DESCRIPTION", text: summary)
    output.line("TRIGGER", "-PT\(minutes)M")
    output.line("END", "VALARM")
  }
}

extension ICSEvent.Span {
  fileprivate func write(_ output: inout ICSWriter) {
    switch self {
    case .paris(let start, let end):
      output.line("DTSTART;TZID=Europe/Paris", start.basic)
      output.line("DTEND;TZID=Europe/Paris", end.basic)
    case .utc(let start, let end):
      output.line("DTSTART", start.basic + "Z")
      output.line("DTEND", end.basic + "Z")
    case .days(let first, let last):
      output.line("DTSTART;VALUE=DATE", first.basic)
      // The end is the first day after; its existence was checked.
      output.line("DTEND;VALUE=DATE", (last.adding(days: 1) ?? last).basic)
    }
  }
}

extension CivilDate {
  /// « 20261122 ».
  var basic: String { padded(year, to: 4) + padded(month, to: 2) + padded(day, to: 2) }
}

extension CivilDateTime {
  /// « 20261122T083000 ».
  var basic: String {
    "\(date.basic)T" + padded(hour, to: 2) + padded(minute, to: 2) + padded(second, to: 2)
  }
}

private func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
