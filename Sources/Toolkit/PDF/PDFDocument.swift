/// A document before it is printed: what it says of itself, its page, its type and its blocks.
public struct PDFDocument: Sendable {
  public var info: PDFInfo
  public var page: PDFPage
  public var typography: PDFTypography
  public var blocks: [PDFBlock]

  public init(
    _ info: PDFInfo,
    page: PDFPage = PDFPage(),
    typography: PDFTypography = PDFTypography(),
    blocks: [PDFBlock],
  ) {
    self.info = info
    self.page = page
    self.typography = typography
    self.blocks = blocks
  }
}
