/// Rows and columns; the header comes again on each page, and a row is not cut unless it must.
public struct PDFTable: Sendable {
  /// How wide a column is.
  public enum Width: Hashable, Sendable {
    /// In points.
    case fixed(Double)
    /// A part of what fixed columns leave.
    case share(Double)
  }

  /// Where texts stand in a column.
  public enum Alignment: Hashable, Sendable {
    case leading
    case centre
    case trailing
    /// Decimal commas, or points, one under the other.
    case decimal
  }

  public struct Column: Hashable, Sendable {
    public var width: Width
    public var alignment: Alignment

    public init(_ width: Width = .share(1), _ alignment: Alignment = .leading) {
      self.width = width
      self.alignment = alignment
    }
  }

  public struct Cell: Hashable, Sendable, ExpressibleByStringInterpolation {
    public var text: PDFText
    /// How many columns it takes.
    public var span: Int
    /// Other than that of its column.
    public var alignment: Alignment?
    /// Names its row.
    public var isHeader: Bool

    public init(
      _ text: PDFText,
      span: Int = 1,
      alignment: Alignment? = nil,
      isHeader: Bool = false,
    ) {
      self.text = text
      self.span = max(span, 1)
      self.alignment = alignment
      self.isHeader = isHeader
    }

    public init(stringLiteral text: String) { self.init(PDFText(text)) }
  }

  public struct Row: Hashable, Sendable, ExpressibleByArrayLiteral {
    public var cells: [Cell]
    public var ground: PDFColour?
    /// Stays on the page of the next row, as the title of a group does.
    public var keepsWithNext: Bool

    public init(_ cells: [Cell], ground: PDFColour? = nil, keepsWithNext: Bool = false) {
      self.cells = cells
      self.ground = ground
      self.keepsWithNext = keepsWithNext
    }

    public init(arrayLiteral cells: Cell...) { self.init(cells) }
  }

  public enum Rules: Hashable, Sendable {
    case none
    /// Under each row.
    case rows
    /// Around each cell.
    case grid
  }

  public var columns: [Column]
  /// Rows that name the columns.
  public var header: [Row]
  public var rows: [Row]
  public var rules: Rules
  /// Of the texts, in points; `nil` for that of the document.
  public var size: Double?
  /// Above and below each text, in points.
  public var padding: Double

  /// - Precondition: at least one column, and no row with more cells than columns.
  public init(
    _ columns: [Column],
    header: [Row] = [],
    rows: [Row],
    rules: Rules = .rows,
    size: Double? = nil,
    padding: Double = 2.5,
  ) {
    precondition(!columns.isEmpty, "a table has columns")
    precondition(
      (header + rows).allSatisfy { $0.cells.reduce(0) { $0 + $1.span } <= columns.count },
      "a row has no more cells than the table has columns",
    )
    self.columns = columns
    self.header = header
    self.rows = rows
    self.rules = rules
    self.size = size
    self.padding = padding
  }
}
