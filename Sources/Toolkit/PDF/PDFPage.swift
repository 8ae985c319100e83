/// The sheet, its margins and what stands in them.
public struct PDFPage: Sendable {
  /// A width and a height in points, 72 to an inch.
  public struct Size: Hashable, Sendable {
    public let width: Double
    public let height: Double

    public init(width: Double, height: Double) {
      precondition(width >= 72 && height >= 72, "a page is at least an inch wide and high")
      self.width = width
      self.height = height
    }

    public static let a4 = Size(width: 595.276, height: 841.89)
    public static let a4Landscape = Size(width: 841.89, height: 595.276)
  }

  /// The room left on each side, in points.
  public struct Margins: Hashable, Sendable {
    public var top: Double
    public var right: Double
    public var bottom: Double
    public var left: Double

    public init(top: Double = 62, right: Double = 54, bottom: Double = 62, left: Double = 54) {
      self.top = top
      self.right = right
      self.bottom = bottom
      self.left = left
    }

    public init(_ all: Double) { self.init(top: all, right: all, bottom: all, left: all) }
  }

  /// The rank of a page, from one, and how many there are.
  public struct Number: Hashable, Sendable {
    public let rank: Int
    public let count: Int
    /// « page 2/3 », with the space that does not break.
    public var text: String { "page\u{A0}\(rank)/\(count)" }
  }

  /// Texts on one line in a margin, on the left, in the middle and on the right.
  public struct RunningLine: Sendable {
    public var left: PDFText
    public var centre: PDFText
    public var right: PDFText
    /// At the foot, under a hairline: the text on the left stands beside it, in several lines.
    public var square: PDFSquare?
    /// Read as a part of the document, after its texts, rather than as a decoration.
    public var isContent: Bool

    public init(
      left: PDFText = "",
      centre: PDFText = "",
      right: PDFText = "",
      square: PDFSquare? = nil,
      isContent: Bool = false,
    ) {
      self.left = left
      self.centre = centre
      self.right = right
      self.square = square
      self.isContent = isContent
    }
  }

  /// The line of a page; none where it is `nil`.
  public typealias Running = @Sendable (Number) -> RunningLine?

  public var size: Size
  public var margins: Margins
  public var header: Running?
  public var footer: Running?
  /// A word in large pale letters across each page: « PROVISOIRE ».
  public var watermark: String?

  /// - Precondition: the margins leave at least an inch each way.
  public init(
    size: Size = .a4,
    margins: Margins = Margins(),
    watermark: String? = nil,
    header: Running? = nil,
    footer: Running? = { RunningLine(right: PDFText($0.text)) },
  ) {
    self.size = size
    self.margins = margins
    self.header = header
    self.footer = footer
    self.watermark = watermark
    precondition(bodyWidth >= 72 && bodyHeight >= 72, "margins leave room for the text")
  }

  /// The room between the margins.
  var bodyWidth: Double { size.width - margins.left - margins.right }
  var bodyHeight: Double { size.height - margins.top - margins.bottom }
}
