/// Texts as values of a calendar (RFC 5545, 3.3.11).
enum ICSText {
  /// A text with its marks escaped; control characters go, other than line breaks and tabs.
  static func escaped(_ text: String) -> String {
    var output = ""
    for character in text {
      switch character {
      case "\\", ";", ",": output += "\\\(character)"
      case "\n", "\r\n", "\r", "\u{2028}", "\u{2029}": output += "\\n"
      case "\t": output.append(character)
      default: output.unicodeScalars += character.unicodeScalars.filter { !$0.isControl }
      }
    }
    return output
  }

  /// The text that was escaped, and whether each escape was one.
  static func unescaped(_ value: Substring) -> (text: String, isSound: Bool) {
    var output = ""
    var isSound = true
    var isEscaped = false
    for scalar in value.unicodeScalars {
      guard isEscaped else {
        isEscaped = scalar == "\\"
        if !isEscaped { output.unicodeScalars.append(scalar) }
        continue
      }
      isEscaped = false
      switch scalar {
      case "n", "N": output += "\n"
      case "\\", ";", ",": output.unicodeScalars.append(scalar)
      default:
        isSound = false
        output += "\\"
        output.unicodeScalars.append(scalar)
      }
    }
    if isEscaped { output += "\\" }
    return (output, isSound && !isEscaped)
  }

  /// The values of a list, cut at the commas that are not escaped.
  static func list(_ value: Substring) -> [Substring] {
    var items: [Substring] = []
    var start = value.startIndex
    var isEscaped = false
    for index in value.unicodeScalars.indices {
      let scalar = value.unicodeScalars[index]
      if scalar == ",", !isEscaped {
        items.append(value[start..<index])
        start = value.unicodeScalars.index(after: index)
      }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return items + [value[start...]]
  }
}

extension Unicode.Scalar {
  /// C0, C1 and DEL.
  var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
