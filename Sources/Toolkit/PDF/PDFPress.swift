/// Prints documents one after the other, in constant memory.
///
/// A press holds fonts and shaped texts of its own and belongs to one thread; as many threads, as
/// many presses. Two presses with the same fonts print the same bytes.
public final class PDFPress {
  private let stock: FontStock
  let shaper: Shaper
  let images = ImageStock()

  /// - Parameters:
  ///   - fonts: those that documents name; no other font of the machine is ever used.
  ///   - fallbacks: asked in their order for the characters that the first do not have.
  /// - Throws: when a font is not on this machine.
  public init(
    fonts: [PDFFont] = [.inter, .libertine],
    fallbacks: [PDFFont] = [.dejaVu],
  ) throws(PDFError) {
    stock = try FontStock(fonts + fallbacks)
    shaper = Shaper(stock, fallbacks: fallbacks.map(\.family))
  }

  /// Prints one document, with its structure.
  ///
  /// - Parameter document: what to print.
  /// - Returns: the bytes of the file, the same for the same document.
  /// - Throws: when a font has not every character, or a resource is missing.
  public func print(_ document: PDFDocument) throws(PDFError) -> [UInt8] {
    let binder = try PDFBinder(self, document.info, isTagged: true)
    try binder.add(document)
    return try binder.finish()
  }

  /// Starts a file that joins documents.
  ///
  /// - Parameters:
  ///   - info: of the whole.
  ///   - isTagged: whether the structure is written; a file to send to a printer does without, and
  ///     is then several times smaller.
  /// - Returns: the file, to which documents are added.
  /// - Throws: when what it says of itself cannot be written.
  public func binder(_ info: PDFInfo, isTagged: Bool) throws(PDFError) -> PDFBinder {
    try PDFBinder(self, info, isTagged: isTagged)
  }
}
