/// A text of an XLSX file while it is read: its runs joined, its phonetic ones left out.
struct XLSXText {
  private(set) var content = ""
  private var isInText = false
  private var phoneticDepth = 0

  /// Whether what comes is part of the text.
  var isOpen: Bool { isInText }

  mutating func start(_ name: XMLName) {
    guard name.namespace == .spreadsheet else { return }
    if name.local == "rPh" { phoneticDepth += 1 }
    if name.local == "t" { isInText = phoneticDepth == 0 }
  }

  mutating func end(_ name: XMLName) {
    guard name.namespace == .spreadsheet else { return }
    if name.local == "rPh" { phoneticDepth -= 1 }
    if name.local == "t" { isInText = false }
  }

  mutating func add(_ piece: String) throws(SpreadsheetError) {
    content += piece
    try SheetBuilder.check(content)
  }

  /// The text, its escapes read and its line ends made single.
  var plain: String { Self.plain(content) }

  /// Reads « _x000D_ », which stands for a character that XML does not let through.
  static func plain(_ text: String) -> String {
    var result = text
    if text.utf8.contains(UInt8(ascii: "_")), let unescaped = unescaped(Array(text.utf8)) {
      result = unescaped
    }
    guard result.utf8.contains(0x0D) else { return result }
    return String(result.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
  }

  /// The text with a mark in place of the characters that no XML file holds, even escaped.
  static func storable(_ text: String) -> String {
    let isStorable = { (scalar: Unicode.Scalar) in
      scalar != "\0" && scalar != "\u{FFFE}" && scalar != "\u{FFFF}"
    }
    guard !text.unicodeScalars.allSatisfy(isStorable) else { return text }
    let scalars = text.unicodeScalars.map { isStorable($0) ? $0 : "\u{FFFD}" }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Writes what would be read as an escape so that it is read as it is: « _x005F_x0041_ ».
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for index in bytes.indices {
      if escape(bytes[index...].prefix(7)) != nil { result += Array("_x005F".utf8) }
      result.append(bytes[index])
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func unescaped(_ bytes: [UInt8]) -> String? {
    var result: [UInt8] = []
    var index = 0
    var changed = false
    while index < bytes.count {
      if let scalar = escape(bytes[index...].prefix(7)) {
        result += Array(String(scalar).utf8)
        index += 7
        changed = true
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return changed ? String(decoding: result, as: UTF8.self) : nil
  }

  private static func escape(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard bytes.count == 7, bytes.starts(with: "_x".utf8), bytes.last == UInt8(ascii: "_") else {
      return nil
    }
    let digits = bytes.dropFirst(2).dropLast()
    guard !digits.contains(UInt8(ascii: "+")), !digits.contains(UInt8(ascii: "-")) else {
      return nil
    }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
  }
}

/// Reads the table of the texts that cells share.
final class XLSXSharedTextsHandler: XMLHandler {
  private(set) var texts: [String] = []
  private var current: XLSXText?

  var wantsText: Bool { current?.isOpen == true }

  func start(_ name: XMLName, _ attributes: [XMLName: String]) throws(SpreadsheetError) {
    current?.start(name)
    guard name == XMLName(.spreadsheet, "si") else { return }
    try SpreadsheetLimit.sharedTexts.check(texts.count + 1)
    current = XLSXText()
  }

  func end(_ name: XMLName) {
    current?.end(name)
    guard name == XMLName(.spreadsheet, "si"), let text = current else { return }
    texts.append(text.plain)
    current = nil
  }

  func text(_ piece: String) throws(SpreadsheetError) { try current?.add(piece) }
}
