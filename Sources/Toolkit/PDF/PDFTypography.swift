/// The type of a document.
public struct PDFTypography: Hashable, Sendable {
  /// Of the texts.
  public var body: PDFFont
  /// Of the headings.
  public var headings: PDFFont
  /// Of the texts, in points.
  public var size: Double
  /// From one line to the next, in sizes of the letters.
  public var leading: Double
  /// Of the headings, from level one to level three, in points.
  public var headingSizes: [Double]
  public var ink: PDFColour

  /// - Precondition: three sizes of headings, sizes and leading above zero.
  public init(
    body: PDFFont = .inter,
    headings: PDFFont = .inter,
    size: Double = 9,
    leading: Double = 1.4,
    headingSizes: [Double] = [17, 12, 10],
    ink: PDFColour = .ink,
  ) {
    precondition(headingSizes.count == 3, "there are three levels of headings")
    precondition(
      size > 0 && leading > 0 && headingSizes.allSatisfy { $0 > 0 },
      "letters have sizes",
    )
    self.body = body
    self.headings = headings
    self.size = size
    self.leading = leading
    self.headingSizes = headingSizes
    self.ink = ink
  }
}
