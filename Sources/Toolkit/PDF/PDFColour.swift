/// A colour of red, green and blue light.
public struct PDFColour: Hashable, Sendable {
  public let red: UInt8
  public let green: UInt8
  public let blue: UInt8

  public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Texts, nearly black.
  public static let ink = PDFColour(0x1a, 0x1d, 0x21)
  /// What comes second: running lines, notes.
  public static let muted = PDFColour(0x5b, 0x63, 0x6d)
  /// Hairlines.
  public static let hairline = PDFColour(0xd5, 0xd9, 0xde)
  /// The ground of a header row.
  public static let shade = PDFColour(0xf2, 0xf4, 0xf6)
  /// A word across the page that does not hinder reading.
  public static let watermark = PDFColour(0xe6, 0xe8, 0xec)
  public static let link = PDFColour(0x1f, 0x4e, 0x9c)
}
