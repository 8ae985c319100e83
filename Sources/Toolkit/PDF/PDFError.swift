/// Why a document cannot be printed.
public enum PDFError: Error, Hashable, Sendable {
  /// A file of a font is not on this machine, or is not a font.
  case missingFont(family: String, file: String, package: String)
  /// The press was made without this font.
  case fontNotInPress(family: String)
  /// The dictionary of hyphenation of a language is not on this machine.
  case missingHyphenation(language: String, package: String)
  /// Characters that no font of the press has, the first of the text that holds them.
  case unknownCharacters([Character], text: String)
  /// A title, an author, a subject or an address with characters of control.
  case controlCharacters(text: String)
  /// A language that is not written as a tag.
  case badLanguage(String)
  /// Neither PNG nor JPEG.
  case notAnImage
  /// PNG or JPEG, cut or altered; the text is what the library says, in English.
  case damagedImage(String)
  /// More bytes or more pixels than a document holds.
  case imageTooLarge
  /// A file to which nothing was added.
  case noDocument
  /// The libraries refused to draw; the text is what they say, in English.
  case drawing(String)
}
