/// The properties of an event, until its end.
struct ICSDraft {
  private let line: Int
  private let limits: ICSLimits
  private var single: [String: ICSLine] = [:]
  private var lists: [String: [ICSLine]] = [:]
  private var problems: [ICSProblem] = []
  private var count = 0
  /// Whether a line of it could not be read.
  var isBroken = false

  init(line: Int, limits: ICSLimits) {
    self.line = line
    self.limits = limits
  }

  /// Keeps a property, or tells that it is not used.
  mutating func take(_ property: ICSLine) {
    count += 1
    guard count <= limits.properties else {
      if count == limits.properties + 1 {
        tell(.tooManyProperties(limit: limits.properties), property.number)
      }
      return
    }
    switch property.name {
    case "EXDATE", "CATEGORIES": lists[property.name, default: []].append(property)
    case "UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RECURRENCE-ID", "SUMMARY", "LOCATION",
      "DESCRIPTION", "URL", "STATUS":
      if single.updateValue(property, forKey: property.name) != nil {
        tell(.repeated(property.name), property.number)
      }
    case "RDATE", "EXRULE": tell(.unsupportedRecurrence(property.name), property.number)
    // What says when it was written and how it shows has no bearing on when it happens.
    case "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "TRANSP", "CLASS", "PRIORITY": break
    default: tell(.ignoredProperty(short(property.name)), property.number)
    }
  }

  /// The event, unless something of it is lost; and what is to be told.
  func entry() -> (ICSEntry?, [ICSProblem]) {
    var reading = self
    do throws(ICSProblem) {
      let entry = try reading.read()
      let isLost = isBroken || reading.problems.contains(where: \.isLoss)
      return (isLost ? nil : entry, reading.problems)
    } catch {
      // What lacks may be the line that could not be read, which was told.
      return (nil, isBroken ? reading.problems : reading.problems + [error])
    }
  }

  private mutating func read() throws(ICSProblem) -> ICSEntry {
    guard let identifier = single["UID"], !identifier.value.isEmpty else {
      throw ICSProblem(line: line, kind: .missing("UID"))
    }
    guard let start = single["DTSTART"] else {
      throw ICSProblem(line: line, kind: .missing("DTSTART"))
    }
    let time = try start.time()
    var entry = ICSEntry(line: line, identifier: text(identifier), start: time)
    entry.length = try length(from: time)
    try readRecurrence(&entry)
    entry.summary = single["SUMMARY"].map { text($0) } ?? ""
    entry.location = single["LOCATION"].map { text($0) }
    entry.details = single["DESCRIPTION"].map { text($0) }
    entry.address = single["URL"].map { String($0.value) }
    if let line = single["STATUS"] { entry.status = try status(line) }
    for line in lists["CATEGORIES"] ?? [] {
      entry.categories += ICSText.list(line.value).map { text($0, line) }
    }
    return entry
  }

  private func status(_ line: ICSLine) throws(ICSProblem) -> ICSEvent.Status {
    guard let status = ICSEvent.Status(rawValue: line.value.uppercased()) else {
      throw line.problem(.malformed("STATUS"))
    }
    return status
  }

  private mutating func readRecurrence(_ entry: inout ICSEntry) throws(ICSProblem) {
    if let line = single["RECURRENCE-ID"] {
      if let range = line.parameters["RANGE"] {
        throw line.problem(.unsupportedRecurrence("RANGE=\(short(range))"))
      }
      let time = try line.time()
      guard time.isDay == entry.start.isDay || single["RRULE"] == nil else {
        throw line.problem(.malformed("RECURRENCE-ID"))
      }
      entry.replaces = time
    }
    if let line = single["RRULE"] {
      guard entry.replaces == nil else { throw line.problem(.malformed("RRULE")) }
      let rule = try ICSRule(line)
      if !rule.holds(entry.start) { tell(.startOutsideRule, line.number) }
      entry.rule = rule
    }
    for line in lists["EXDATE"] ?? [] {
      for value in line.value.split(separator: ",", omittingEmptySubsequences: false) {
        let time = try line.time(of: value)
        guard time.isDay == entry.start.isDay else { throw line.problem(.malformed("EXDATE")) }
        entry.exceptions.append(time)
      }
    }
  }

  private func length(from start: ICSTime) throws(ICSProblem) -> ICSEntry.Length {
    switch (single["DTEND"], single["DURATION"]) {
    case (nil, nil): return start.isDay ? .nominal(days: 1, seconds: 0) : .seconds(0)
    case (.some, .some(let duration)): throw duration.problem(.malformed("DURATION"))
    case (nil, .some(let line)):
      let duration = try line.duration()
      guard !start.isDay || duration.seconds == 0 else {
        throw line.problem(.malformed("DURATION"))
      }
      return .nominal(days: duration.days, seconds: duration.seconds)
    case (.some(let line), nil):
      let end = try line.time()
      guard end.isDay == start.isDay else { throw line.problem(.malformed("DTEND")) }
      guard end.instant >= start.instant else { throw line.problem(.endBeforeStart) }
      return start.isDay
        ? .nominal(
          days: end.written.date.daysSince1970 - start.written.date.daysSince1970,
          seconds: 0,
        )
        : .seconds(end.instant - start.instant)
    }
  }

  private mutating func text(_ line: ICSLine) -> String { text(line.value, line) }

  private mutating func text(_ value: Substring, _ line: ICSLine) -> String {
    let (text, isSound) = ICSText.unescaped(value)
    if !isSound { tell(.strayEscape(line.name), line.number) }
    return text
  }

  private mutating func tell(_ kind: ICSProblem.Kind, _ line: Int) {
    problems.append(ICSProblem(line: line, kind: kind))
  }
}
