/// Goes through the lines of a file, component by component.
struct ICSParser {
  private let limits: ICSLimits
  private(set) var name: String?
  private(set) var entries: [ICSEntry] = []
  private(set) var problems: [ICSProblem] = []
  /// The components that are open, with the line where they begin.
  private var open: [(name: String, line: Int)] = []
  private var draft: ICSDraft?
  private var identifiers: Set<String> = []
  private var eventCount = 0
  private var hasCalendar = false

  init(limits: ICSLimits) { self.limits = limits }

  mutating func read(_ bytes: [UInt8]) {
    var last = 1
    for line in ICSUnfolding(bytes, limit: limits.lineBytes) {
      last = line.number
      guard !line.bytes.isEmpty else { continue }
      guard let parsed = parse(line) else { continue }
      take(parsed)
      guard hasCalendar else {
        tell(.notACalendar, line.number)
        return
      }
    }
    if !hasCalendar { tell(.notACalendar, last) }
    for component in open { tell(.unbalanced(component.name), component.line) }
  }

  private mutating func parse(_ line: ICSUnfolding.Line) -> ICSLine? {
    let fault: ICSProblem.Kind
    if line.isTooLong {
      fault = .lineTooLong(limit: limits.lineBytes)
    } else if let text = String(validating: line.bytes, as: UTF8.self) {
      if let parsed = ICSLine(text, number: line.number) { return parsed }
      fault = .unreadableLine
    } else {
      fault = .notUTF8
    }
    tell(fault, line.number)
    // What cannot be read may be what moves or stops an event.
    draft?.isBroken = true
    return nil
  }

  private mutating func take(_ line: ICSLine) {
    switch line.name {
    case "BEGIN": begin(line.value.uppercased(), line.number)
    case "END": end(line.value.uppercased(), line.number)
    default: property(line)
    }
  }

  private mutating func begin(_ name: String, _ line: Int) {
    hasCalendar = hasCalendar || open.isEmpty && name == "VCALENDAR"
    let parent = open.last?.name
    if open.count < Self.depthLimit {
      open.append((short(name), line))
    } else {
      tell(.unbalanced(short(name)), line)
    }
    switch (parent, name) {
    case (nil, "VCALENDAR"), ("VCALENDAR", "VTIMEZONE"), ("VTIMEZONE", "STANDARD"),
      ("VTIMEZONE", "DAYLIGHT"):
      break
    case ("VCALENDAR", "VEVENT"):
      eventCount += 1
      if eventCount == limits.events + 1 { tell(.tooManyEvents(limit: limits.events), line) }
      draft = eventCount > limits.events ? nil : ICSDraft(line: line, limits: limits)
    default:
      // Told once for what is nested in a component that is already ignored.
      if parent == nil || parent == "VCALENDAR" || parent == "VEVENT" {
        tell(.ignoredComponent(short(name)), line)
      }
    }
  }

  private mutating func end(_ name: String, _ line: Int) {
    guard open.last?.name == short(name) else {
      tell(.unbalanced(short(name)), line)
      draft?.isBroken = true
      return
    }
    open.removeLast()
    guard name == "VEVENT", open.last?.name == "VCALENDAR", let draft else { return }
    self.draft = nil
    let (entry, found) = draft.entry()
    problems += found
    guard let entry else { return }
    if entry.replaces == nil, !identifiers.insert(entry.identifier).inserted {
      tell(.sameIdentifier, entry.line)
    }
    entries.append(entry)
  }

  private mutating func property(_ line: ICSLine) {
    switch open.last?.name {
    case "VEVENT": draft?.take(line)
    case "VCALENDAR": calendarProperty(line)
    case nil: tell(.unreadableLine, line.number)
    // What a zone says is known by its name; the rest was told where it began.
    case .some: break
    }
  }

  private mutating func calendarProperty(_ line: ICSLine) {
    switch line.name {
    case "NAME", "X-WR-CALNAME": name = name ?? ICSText.unescaped(line.value).text
    case "VERSION" where line.value == "2.0", "PRODID", "METHOD": break
    case "CALSCALE" where line.value.uppercased() == "GREGORIAN": break
    case "VERSION", "CALSCALE": tell(.malformed(line.name), line.number)
    default: tell(.ignoredProperty(short(line.name)), line.number)
    }
  }

  private mutating func tell(_ kind: ICSProblem.Kind, _ line: Int) {
    problems.append(ICSProblem(line: line, kind: kind))
  }

  private static let depthLimit = 8
}

/// A name of the file, bounded.
func short(_ text: some StringProtocol) -> String { String(text.prefix(64)) }
