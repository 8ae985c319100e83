extension ICSLine {
  func problem(_ kind: ICSProblem.Kind) -> ICSProblem { ICSProblem(line: number, kind: kind) }

  /// The one time that the line gives.
  func time() throws(ICSProblem) -> ICSTime { try time(of: value) }

  /// A time among those of the line, in the zone that its parameters name.
  func time(of text: Substring) throws(ICSProblem) -> ICSTime {
    guard let raw = ICSRawTime(text) else { throw problem(.malformed(name)) }
    guard ParisClock.years.contains(raw.date.year) else {
      throw problem(.yearOutOfRange(raw.date.year))
    }
    let kind = parameters["VALUE"]?.uppercased()
    guard kind == nil || kind == (raw.time == nil ? "DATE" : "DATE-TIME") else {
      throw problem(.malformed(name))
    }
    guard let time = raw.time else { return .day(raw.date) }
    guard let zone = parameters["TZID"] else { return raw.isUTC ? .utc(time) : .floating(time) }
    if raw.isUTC || ["UTC", "ETC/UTC", "GMT"].contains(zone.uppercased()) { return .utc(time) }
    // The second is how Windows calls the clocks of Paris.
    guard
      zone == "Europe/Paris" || zone == "Romance Standard Time"
        || zone.hasSuffix("/Europe/Paris")
    else { throw problem(.unknownZone(short(zone))) }
    return .paris(time)
  }

  /// « P1DT2H30M » as days and seconds, not negative.
  func duration() throws(ICSProblem) -> (days: Int, seconds: Int) {
    guard let duration = ICSRawDuration(value) else { throw problem(.malformed(name)) }
    return (duration.days, duration.seconds)
  }
}

/// « 20261122 », « 20261122T083000 » or « 20261122T083000Z ».
struct ICSRawTime {
  let date: CivilDate
  let time: CivilDateTime?
  let isUTC: Bool

  init?(_ text: Substring) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 8, let year = Self.number(bytes[0..<4]),
      let month = Self.number(bytes[4..<6]), let day = Self.number(bytes[6..<8]),
      let date = CivilDate(year, month, day)
    else { return nil }
    self.date = date
    isUTC = bytes.count == 16 && bytes[15] == UInt8(ascii: "Z")
    guard bytes.count > 8 else {
      time = nil
      return
    }
    guard bytes.count == 15 || isUTC, bytes[8] == UInt8(ascii: "T"),
      let hour = Self.number(bytes[9..<11]), let minute = Self.number(bytes[11..<13]),
      let second = Self.number(bytes[13..<15]),
      let time = CivilDateTime(date, hour: hour, minute: minute, second: second)
    else { return nil }
    self.time = time
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.reduce(0 as Int?) { sum, digit in
      guard let sum, (0x30...0x39).contains(digit) else { return nil }
      return sum * 10 + Int(digit - 0x30)
    }
  }
}

/// « P2W », « P1DT2H30M », « PT90M ».
struct ICSRawDuration {
  private(set) var days = 0
  private(set) var seconds = 0

  init?(_ text: Substring) {
    var rest = text.hasPrefix("+") ? text.dropFirst() : text
    guard rest.first == "P" else { return nil }
    rest = rest.dropFirst()
    var units = "WDTHMS"[...]
    var isTime = false
    var isEmpty = true
    while !rest.isEmpty {
      if rest.first == "T", !isTime {
        isTime = true
        isEmpty = true
        rest = rest.dropFirst()
        units = "HMS"
        continue
      }
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard (1...6).contains(digits.count), let number = Int(digits),
        let unit = rest.dropFirst(digits.count).first, let rank = units.firstIndex(of: unit),
        isTime || unit == "W" || unit == "D"
      else { return nil }
      units = units[units.index(after: rank)...]
      rest = rest.dropFirst(digits.count + 1)
      isEmpty = false
      add(number, unit)
    }
    guard !isEmpty, days <= 36_525, seconds <= 36_525 * 86_400 else { return nil }
  }

  private mutating func add(_ number: Int, _ unit: Character) {
    switch unit {
    case "W": days += 7 * number
    case "D": days += number
    case "H": seconds += 3_600 * number
    case "M": seconds += 60 * number
    default: seconds += number
    }
  }
}
