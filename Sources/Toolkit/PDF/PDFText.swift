/// A text in runs, each with its own look: `"Décision : " + PDFText("ADM").bold`.
public struct PDFText: Hashable, Sendable {
  public enum Weight: Hashable, Sendable {
    case regular
    case semibold
    case bold
  }

  /// A stretch of one look; what is `nil` follows the block.
  struct Run: Hashable {
    var text: String
    var weight: Weight?
    var isItalic = false
    var size: Double?
    var colour: PDFColour?
    var link: String?
  }

  private(set) var runs: [Run]

  public init(_ text: String) {
    runs = text.isEmpty ? [] : [Run(text: text)]
  }

  private func with(_ change: (inout Run) -> Void) -> PDFText {
    var copy = self
    copy.change(change)
    return copy
  }

  mutating func change(_ change: (inout Run) -> Void) {
    for index in runs.indices { change(&runs[index]) }
  }

  public var bold: PDFText { with { $0.weight = .bold } }
  public var semibold: PDFText { with { $0.weight = .semibold } }
  public var italic: PDFText { with { $0.isItalic = true } }

  /// - Parameter size: in points, between 1 and 400.
  /// - Returns: the same text, in letters of that size.
  public func sized(_ size: Double) -> PDFText {
    with { $0.size = min(max(size, 1), 400) }
  }

  public func coloured(_ colour: PDFColour) -> PDFText { with { $0.colour = colour } }

  /// Leads to an address of the web when it is clicked.
  public func linked(to address: String) -> PDFText {
    with {
      $0.link = address
      $0.colour = $0.colour ?? .link
    }
  }

  public static func + (left: PDFText, right: PDFText) -> PDFText {
    var sum = left
    sum.runs += right.runs
    return sum
  }

  /// The characters alone.
  public var plain: String {
    runs.count == 1 ? runs[0].text : runs.map(\.text).joined()
  }

  public var isEmpty: Bool { runs.isEmpty }

  var holdsLink: Bool { runs.contains { $0.link != nil } }
}

extension PDFText: ExpressibleByStringInterpolation {
  public init(stringLiteral text: String) { self.init(text) }
}
