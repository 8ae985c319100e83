/// The markup in the making, and the only place where anything is escaped.
public struct HTMLOutput {
  public private(set) var bytes: [UInt8] = []

  /// - Parameter size: bytes to set aside from the start.
  public init(reserving size: Int = 0) {
    bytes.reserveCapacity(size)
  }

  /// Writes what the program itself holds.
  public mutating func write(_ markup: StaticString) {
    if markup.hasPointerRepresentation {
      let start = unsafe markup.utf8Start
      unsafe bytes.append(
        contentsOf: UnsafeBufferPointer(start: start, count: markup.utf8CodeUnitCount)
      )
    } else {
      bytes.append(contentsOf: markup.description.utf8)
    }
  }

  mutating func write(raw markup: String) {
    bytes.append(contentsOf: markup.utf8)
  }

  mutating func write(byte: UInt8) {
    bytes.append(byte)
  }

  /// Writes a text between tags.
  public mutating func write(text: String) {
    escape(text, isValue: false)
  }

  /// Writes the value of an attribute, quotes included.
  mutating func write(value: String) {
    bytes.append(0x22)
    escape(value, isValue: true)
    bytes.append(0x22)
  }

  private mutating func escape(_ text: String, isValue: Bool) {
    var text = text
    text.withUTF8 { source in
      var start = 0
      for index in 0..<source.count where Self.isSpecial(unsafe source[index], isValue) {
        unsafe bytes.append(contentsOf: source[start..<index])
        bytes.append(contentsOf: unsafe Self.entity(source[index]))
        start = index + 1
      }
      unsafe bytes.append(contentsOf: source[start...])
    }
  }

  private static func entity(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case 0x26: amp
    case 0x3C: lt
    case 0x3E: gt
    case 0x22: quot
    case 0x0D: carriageReturn
    case _: replacement
    }
  }

  private static let amp = Array("&amp;".utf8)
  private static let lt = Array("&lt;".utf8)
  private static let gt = Array("&gt;".utf8)
  private static let quot = Array("&quot;".utf8)
  private static let carriageReturn = Array("&#13;".utf8)
  /// Stands for the control characters that no page may hold.
  private static let replacement = Array("\u{FFFD}".utf8)

  /// Whether a byte cannot be written as it is.
  @inline(__always)
  private static func isSpecial(_ byte: UInt8, _ isValue: Bool) -> Bool {
    switch byte {
    case 0x09, 0x0A: false
    case 0x26, 0x3C, 0x3E, 0x7F, 0..<0x20: true
    case 0x22: isValue
    case _: false
    }
  }
}
