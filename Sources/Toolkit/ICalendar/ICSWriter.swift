/// Content lines, folded.
struct ICSWriter {
  private(set) var bytes: [UInt8] = []

  /// Adds a line of at most 75 bytes, then its continuations; no character is cut.
  mutating func line(_ name: String, _ value: String) {
    var column = 0
    for scalar in "\(name):\(value)".unicodeScalars {
      let width = UTF8.width(scalar)
      if column + width > 75 {
        bytes += [0x0D, 0x0A, 0x20]
        column = 1
      }
      bytes += String(scalar).utf8
      column += width
    }
    bytes += [0x0D, 0x0A]
  }

  /// Adds a line whose value is a text.
  mutating func line(_ name: String, text: String) { line(name, ICSText.escaped(text)) }

  /// Adds the rule of the clocks of Paris, since 1996.
  mutating func zone() {
    line("BEGIN", "VTIMEZONE")
    line("TZID", "Europe/Paris")
    change("DAYLIGHT", "19960331T020000", from: "+0100", to: "+0200", month: 3, named: "CEST")
    change("STANDARD", "19961027T030000", from: "+0200", to: "+0100", month: 10, named: "CET")
    line("END", "VTIMEZONE")
  }

  private mutating func change(
    _ kind: String,
    _ first: String,
    from: String,
    to: String,
    month: Int,
    named name: String,
  ) {
    line("BEGIN", kind)
    line("DTSTART", first)
    line("TZOFFSETFROM", from)
    line("TZOFFSETTO", to)
    line("TZNAME", name)
    line("RRULE", "FREQ=YEARLY;BYMONTH=\(month);BYDAY=-1SU")
    line("END", kind)
  }
}
