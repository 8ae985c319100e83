/// What a number format makes of a number.
enum NumberFormatKind: Hashable {
  case number
  case date
  case dateTime
  case time

  /// The formats that every program knows by their index.
  init(builtIn index: Int) {
    switch index {
    case 14...17, 27...31, 34...36, 50...54, 57, 58: self = .date
    case 22: self = .dateTime
    case 18...21, 32, 33, 45...47, 55, 56: self = .time
    default: self = .number
    }
  }

  /// Reads a format such as « [$-40C]d mmmm yyyy;@ », by its first section.
  init(code: some StringProtocol) {
    let letters = Self.letters(code)
    let hasClock = letters.contains("h") || letters.contains("s")
    let hasDay = letters.contains("d") || letters.contains("y")
    let hasMonth = letters.contains("m") && !hasClock
    switch (hasDay || hasMonth, hasClock) {
    case (true, true): self = .dateTime
    case (true, false): self = .date
    case (false, true): self = .time
    case (false, false): self = .number
    }
  }

  /// The letters that stand for a part of a date, in lower case.
  private static func letters(_ code: some StringProtocol) -> Set<Character> {
    let lowered = code.lowercased()
    guard lowered != "general", lowered != "standard" else { return [] }
    var found: Set<Character> = []
    var quoted = false
    var skipsNext = false
    var bracket: String?
    for character in lowered {
      if skipsNext {
        skipsNext = false
      } else if quoted {
        quoted = character != "\""
      } else if let inside = bracket {
        bracket = character == "]" ? nil : inside + String(character)
        // « [h]:mm » counts hours beyond a day; other brackets are colours and languages.
        if character == "]", let unit = inside.first, inside.allSatisfy({ $0 == unit }),
          "hms".contains(unit)
        {
          found.insert(unit == "m" ? "h" : unit)
        }
      } else {
        switch character {
        case "\"": quoted = true
        case "\\", "_", "*": skipsNext = true
        case "[": bracket = ""
        case ";": return found
        case "d", "m", "y", "h", "s": found.insert(character)
        default: break
        }
      }
    }
    return found
  }
}
