internal import Synchronization

/// One file made of documents that follow each other, each with its own page numbers.
public final class PDFBinder {
  private let press: PDFPress
  private let info: PDFInfo
  private let isTagged: Bool
  private var canvas: Canvas?
  /// How many pages there are so far.
  public private(set) var pageCount = 0

  init(_ press: PDFPress, _ info: PDFInfo, isTagged: Bool) throws(PDFError) {
    for text in [info.title, info.author, info.subject] where text.holdsControl {
      throw .controlCharacters(text: String(text.prefix(60)))
    }
    guard info.language.isLanguageTag else { throw .badLanguage(info.language) }
    self.press = press
    self.info = info
    self.isTagged = isTagged
  }

  /// Adds a document after the others; nothing of it when it cannot be printed.
  ///
  /// - Parameters:
  ///   - document: whose own title and author are not kept.
  ///   - outline: its line in the table of contents beside the pages; none when empty.
  /// - Throws: when a font has not every character, or a resource is missing.
  public func add(_ document: PDFDocument, outline: String = "") throws(PDFError) {
    try Self.libraries.withLock { _ throws(PDFError) in
      let sheets = try Sheets(document, press)
      let canvas = try canvas(document.page.size)
      if !outline.isEmpty { canvas.addOutline(outline, page: pageCount + 1) }
      sheets.draw(on: canvas)
      pageCount += sheets.count
    }
  }

  /// Pango 1.50 and Cairo 1.16 share measures of glyphs between threads, and two layouts at once
  /// were seen to break lines otherwise than one after the other: only one thread is inside them.
  private static let libraries = Mutex(())

  private func canvas(_ size: PDFPage.Size) throws(PDFError) -> Canvas {
    if let canvas { return canvas }
    let made = try Canvas(size, isTagged: isTagged)
    canvas = made
    return made
  }

  /// Ends the file, which takes no more documents.
  ///
  /// - Returns: the bytes of the file, the same for the same documents.
  /// - Throws: when it has no document, or the libraries failed.
  public func finish() throws(PDFError) -> [UInt8] {
    guard let canvas else { throw .noDocument }
    self.canvas = nil
    let drawn = try canvas.finish(info)
    return try Finisher(drawn, info, canvas).bytes()
  }
}

extension String {
  /// Whether it has the form of « fr » or « fr-FR ».
  fileprivate var isLanguageTag: Bool {
    let parts = utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      (1...8).contains(part.count)
        && part.allSatisfy {
          (0x30...0x39).contains($0) || (0x41...0x5a).contains($0) || (0x61...0x7a).contains($0)
        }
    } && (2...3).contains(parts[0].count)
  }
}
