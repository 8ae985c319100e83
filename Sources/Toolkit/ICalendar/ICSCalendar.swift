/// A calendar to be written.
public struct ICSCalendar: Sendable {
  /// What is to be done with it (RFC 5546); a calendar to which one subscribes publishes.
  public enum Method: String, Hashable, Sendable {
    case publish = "PUBLISH"
    case request = "REQUEST"
    case cancel = "CANCEL"
  }

  /// Which program wrote it: « -//Maison//Programme//FR ».
  public var product: String
  /// The name that applications show; `nil` lets them choose.
  public var name: String?
  /// After how many hours to ask again.
  public var refreshHours: Int?
  public var method: Method?
  public var events: [ICSEvent]

  public init(product: String, name: String? = nil, events: [ICSEvent]) {
    self.product = product
    self.name = name
    self.events = events
  }

  /// The calendar in RFC 5545: UTF-8, lines of 75 bytes at most, ended by CRLF.
  public func rendered() -> [UInt8] {
    var output = ICSWriter()
    output.line("BEGIN", "VCALENDAR")
    output.line("VERSION", "2.0")
    output.line("PRODID", text: product)
    output.line("CALSCALE", "GREGORIAN")
    if let method { output.line("METHOD", method.rawValue) }
    if let name {
      output.line("NAME", text: name)
      output.line("X-WR-CALNAME", text: name)
    }
    if let refreshHours {
      output.line("REFRESH-INTERVAL;VALUE=DURATION", "PT\(max(1, refreshHours))H")
      output.line("X-PUBLISHED-TTL", "PT\(max(1, refreshHours))H")
    }
    output.zone()
    for event in events { event.write(&output) }
    output.line("END", "VCALENDAR")
    return output.bytes
  }
}
