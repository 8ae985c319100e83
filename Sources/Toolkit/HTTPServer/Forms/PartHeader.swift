/// What stands before the content of one part of a form.
struct PartHeader {
  private(set) var name = ""
  /// `nil` for a field that is not a file.
  private(set) var fileName: String?
  private(set) var mediaType = "application/octet-stream"
  /// Where the content starts.
  let end: Int

  /// Reads lines up to the empty one: eight at most, in 4,096 bytes.
  init(_ span: Span<UInt8>, at start: Int) throws(HTTPFormError) {
    let limit = start + 4_096
    guard let end = span.firstIndex(of: Array("\r\n\r\n".utf8), from: start, before: limit),
      let text = span.text(start..<end)
    else { throw .malformed }
    self.end = end + 4
    var isNamed = false
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.count <= 8 else { throw .malformed }
    for line in lines {
      let halves = line.split(separator: 0x3A, maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2, let field = Substring(halves[0]).fieldName else { throw .malformed }
      switch field.text {
      case "content-disposition":
        guard !isNamed else { throw .malformed }
        try readDisposition(Substring(halves[1]))
        isNamed = true
      case "content-type":
        mediaType = Substring(halves[1]).filter { !$0.isWhitespace }.lowercased()
      case _: continue
      }
    }
    guard isNamed else { throw .malformed }
  }

  /// Reads « form-data; name="…"; filename="…" »; inside quotes browsers write %22 for a quote.
  private mutating func readDisposition(_ text: Substring) throws(HTTPFormError) {
    var rest = text.drop { $0 == " " }
    guard rest.lowercased().hasPrefix("form-data") else { throw .malformed }
    rest = rest.dropFirst(9)
    var names: [String: String] = [:]
    while !rest.trimmingReturn.isEmpty {
      guard let parameter = rest.takeParameter(), names[parameter.name] == nil else {
        throw .malformed
      }
      names[parameter.name] = parameter.value
    }
    guard let name = names["name"], !name.isEmpty else { throw .malformed }
    self.name = name
    fileName = names["filename"].map(Self.bare)
  }

  /// The name without folders nor control characters.
  private static func bare(_ name: String) -> String {
    let last = name.split(separator: "/").last?.split(separator: "\\").last ?? ""
    return String(last.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F })
  }
}

extension Substring {
  fileprivate var fieldName: HTTPFieldName? { HTTPFieldName(self) }

  fileprivate var trimmingReturn: Substring { drop { $0 == " " || $0 == "\r" } }

  /// Takes « ; name="value" » away; `nil` for anything else.
  fileprivate mutating func takeParameter() -> (name: String, value: String)? {
    self = drop { $0 == " " }
    guard first == ";" else { return nil }
    self = dropFirst().drop { $0 == " " }
    guard let equal = firstIndex(of: "="), let name = HTTPFieldName(self[..<equal]) else {
      return nil
    }
    self = self[index(after: equal)...]
    guard first == "\"" else { return nil }
    self = dropFirst()
    guard let close = firstIndex(of: "\"") else { return nil }
    let value = self[..<close].replacing(percentEscapes)
    self = self[index(after: close)...]
    return (name.text, value)
  }

  /// Undoes the three escapes that browsers write there (WHATWG HTML, multipart/form-data).
  private func replacing(_ escapes: [(String, String)]) -> String {
    var result = ""
    var rest = self
    while let character = rest.first {
      if let (escape, plain) = escapes.first(where: { rest.hasPrefix($0.0) }) {
        result += plain
        rest = rest.dropFirst(escape.count)
      } else {
        result.append(character)
        rest.removeFirst()
      }
    }
    return result
  }
}

private let percentEscapes = [("%22", "\""), ("%0D", "\r"), ("%0A", "\n")]
