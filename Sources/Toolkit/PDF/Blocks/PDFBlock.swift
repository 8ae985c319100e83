/// What stacks down the pages.
public indirect enum PDFBlock: Sendable {
  /// A title of level one, two or three; never left alone at the foot of a page.
  case heading(PDFText, level: Int, PDFAlignment = .leading)
  case paragraph(PDFParagraph)
  case list(PDFList)
  case table(PDFTable)
  /// Blocks side by side on one page; one after the other when they are higher than a page.
  case columns([PDFColumn], gap: Double = 18)
  case figure(PDFFigure)
  case square(PDFSquare)
  /// Who signs, side by side; on the right of other blocks where there are some.
  case signatures([PDFSignature], beside: [PDFBlock] = [])
  /// Empty height in points; none at the top of a page.
  case space(Double)
  /// A hairline across.
  case rule
  case pageBreak
  /// Blocks that stay on one page while they fit on one.
  case together([PDFBlock])

  /// A paragraph of usual look.
  public static func text(_ text: PDFText, _ alignment: PDFAlignment = .leading) -> PDFBlock {
    .paragraph(PDFParagraph(text, alignment))
  }
}

/// Where lines stand in their width.
public enum PDFAlignment: Hashable, Sendable {
  case leading
  case centre
  case trailing
  /// Both edges straight; words are cut by the rules of the language.
  case justified
}

/// One of the columns of a block.
public struct PDFColumn: Sendable {
  /// Its part of the width, beside the others.
  public var share: Double
  public var blocks: [PDFBlock]

  public init(share: Double = 1, _ blocks: [PDFBlock]) {
    self.share = max(share, 0.01)
    self.blocks = blocks
  }
}

/// A text in lines.
public struct PDFParagraph: Sendable {
  public var text: PDFText
  public var alignment: PDFAlignment
  /// Above it, in points; `nil` for the usual room.
  public var before: Double?
  /// Room on the left, in points.
  public var indent: Double
  /// Stays on the page of what follows.
  public var keepsWithNext: Bool

  public init(
    _ text: PDFText,
    _ alignment: PDFAlignment = .leading,
    before: Double? = nil,
    indent: Double = 0,
    keepsWithNext: Bool = false,
  ) {
    self.text = text
    self.alignment = alignment
    self.before = before
    self.indent = indent
    self.keepsWithNext = keepsWithNext
  }
}

/// Items one under the other.
public struct PDFList: Sendable {
  public var items: [PDFText]
  /// Whether items have numbers rather than dashes.
  public var isNumbered: Bool

  public init(_ items: [PDFText], isNumbered: Bool = false) {
    self.items = items
    self.isNumbered = isNumbered
  }
}

/// Who signs, and the room for a signature.
public struct PDFSignature: Sendable {
  /// « À Dijon, le 3 juillet 2026 ».
  public var place: PDFText
  /// « La présidente du jury ».
  public var quality: PDFText
  public var name: PDFText
  /// A signature that was scanned.
  public var image: PDFImage?
  /// For a signature by hand, in points.
  public var room: Double

  public init(
    place: PDFText = "",
    quality: PDFText,
    name: PDFText = "",
    image: PDFImage? = nil,
    room: Double = 48,
  ) {
    self.place = place
    self.quality = quality
    self.name = name
    self.image = image
    self.room = room
  }
}

/// An image in the flow.
public struct PDFFigure: Sendable {
  public var image: PDFImage
  /// At most, in points; the image keeps its proportions and never leaves the page.
  public var width: Double
  public var height: Double
  public var alignment: PDFAlignment
  /// What it shows, for those who do not see it; a decoration when it is empty.
  public var alternative: String

  public init(
    _ image: PDFImage,
    width: Double,
    height: Double = 200,
    alignment: PDFAlignment = .leading,
    alternative: String,
  ) {
    self.image = image
    self.width = width
    self.height = height
    self.alignment = alignment
    self.alternative = alternative
  }
}

/// A square of dark and light modules, as a QR code is, drawn in lines rather than pixels.
public struct PDFSquare: Sendable {
  /// Row by row, whether each module is dark.
  public let modules: [Bool]
  /// The modules of a side.
  public let count: Int
  /// In points, without the margin that readers need.
  public var side: Double
  public var alignment: PDFAlignment
  /// What it says, for those who do not see it.
  public var alternative: String

  /// - Returns: `nil` unless the modules make a square.
  public init?(
    _ modules: [Bool],
    count: Int,
    side: Double,
    alignment: PDFAlignment = .leading,
    alternative: String,
  ) {
    guard count > 0, count <= 1000, modules.count == count * count, side > 0 else { return nil }
    self.modules = modules
    self.count = count
    self.side = side
    self.alignment = alignment
    self.alternative = alternative
  }
}
