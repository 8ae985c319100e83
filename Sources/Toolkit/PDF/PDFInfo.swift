/// What a document says of itself.
public struct PDFInfo: Hashable, Sendable {
  public var title: String
  public var author: String
  public var subject: String
  /// The language of the texts, by its tag: « fr-FR ».
  public var language: String
  /// Given by the caller, so that the same input makes the same bytes.
  public var created: PDFDate

  public init(
    title: String,
    author: String = "",
    subject: String = "",
    language: String = "fr-FR",
    created: PDFDate,
  ) {
    self.title = title
    self.author = author
    self.subject = subject
    self.language = language
    self.created = created
  }
}
