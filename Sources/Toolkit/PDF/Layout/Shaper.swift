internal import CPango

/// Makes glyphs and lines of texts, and keeps those of short ones, which come again and again.
@safe
final class Shaper {
  private struct Key: Hashable {
    let text: PDFText
    let face: Face
    let shape: Shape
  }

  /// The room that lines have.
  struct Shape: Hashable {
    /// In points; `nil` for a line as long as its text.
    var width: Double?
    var alignment: PDFAlignment = .leading
    /// What comes beyond is replaced by « … ».
    var maximumLines: Int?
  }

  /// A face as Pango asks fonts for it.
  @safe
  private final class Description {
    let handle: OpaquePointer
    let metrics: (ascent: Double, descent: Double)

    /// Takes the description over.
    init(owning handle: OpaquePointer, _ metrics: (ascent: Double, descent: Double)) {
      unsafe self.handle = handle
      self.metrics = metrics
    }

    deinit { unsafe pango_font_description_free(handle) }
  }

  private let stock: FontStock
  private let fallbacks: [String]
  private var laid: [Key: LaidText] = [:]
  private var descriptions: [Face: Description] = [:]
  private var hyphenators: [String: Hyphenator] = [:]
  private var language = ""

  /// How many texts are kept, and how long they are at most.
  private static let kept = 4096
  private static let longestKept = 160

  init(_ stock: FontStock, fallbacks: [String]) {
    self.stock = stock
    self.fallbacks = fallbacks
  }

  /// Sets the language of what follows, by its tag.
  func speak(_ language: String) {
    guard language != self.language else { return }
    self.language = language
    laid.removeAll(keepingCapacity: true)
    unsafe pango_context_set_language(stock.context, pango_language_from_string(language))
  }

  /// - Throws: when no font of the press has some characters.
  func lay(_ text: PDFText, _ face: Face, _ shape: Shape = Shape()) throws(PDFError) -> LaidText {
    let key = Key(text: text, face: face, shape: shape)
    if let found = laid[key] { return found }
    let made = try make(text, face, shape)
    if text.plain.utf8.count <= Self.longestKept {
      if laid.count >= Self.kept { laid.removeAll(keepingCapacity: true) }
      laid[key] = made
    }
    return made
  }

  private func make(
    _ text: PDFText,
    _ face: Face,
    _ shape: Shape,
  ) throws(PDFError) -> LaidText {
    guard shape.alignment == .justified else { return try glyphs(of: text, face, shape) }
    // Words may be cut where their language allows it; then only the cuts in use are kept, so that
    // no other mark stays in the text of the document.
    let hyphenator = try hyphenator()
    var cut = hyphenator.cutting(text)
    for _ in 0..<8 {
      let draft = try glyphs(of: cut, face, shape)
      guard draft.lines.count > 1 else { break }
      // The hyphen that Pango adds may stand out of the line: this cut is then given up.
      if let wide = draft.lines.firstIndex(where: { $0.width > (shape.width ?? 0) + 0.5 }),
        wide < draft.breaks.count
      {
        cut = Hyphenator.dropping(draft.breaks[wide], of: cut)
        continue
      }
      return try glyphs(of: Hyphenator.keeping(draft.breaks, of: cut), face, shape)
    }
    return try glyphs(of: text, face, shape)
  }

  private func hyphenator() throws(PDFError) -> Hyphenator {
    if let known = hyphenators[language] { return known }
    let made = try Hyphenator(language)
    hyphenators[language] = made
    return made
  }

  private func glyphs(
    of text: PDFText,
    _ face: Face,
    _ shape: Shape,
  ) throws(PDFError) -> LaidText {
    let plain = text.plain
    guard !plain.holdsControl else {
      let characters = plain.filter { String($0).holdsControl }.prefix(5)
      throw .unknownCharacters(Array(characters), text: String(plain.prefix(60)))
    }
    let description = try description(of: face)
    guard let layout = unsafe pango_layout_new(stock.context) else { throw .drawing("memory") }
    unsafe pango_layout_set_font_description(layout, description.handle)
    unsafe pango_layout_set_text(layout, plain, Int32(plain.utf8.count))
    if let attributes = unsafe TextAttributes.list(for: text, face, shape) {
      unsafe pango_layout_set_attributes(layout, attributes)
      unsafe pango_attr_list_unref(attributes)
    }
    if let width = shape.width {
      unsafe pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
      unsafe pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
      unsafe pango_layout_set_alignment(layout, shape.alignment.pango)
      unsafe pango_layout_set_justify(layout, shape.alignment == .justified ? 1 : 0)
    }
    if let maximum = shape.maximumLines {
      unsafe pango_layout_set_height(layout, -Int32(maximum))
      unsafe pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END)
    }
    let laid = unsafe LaidText(
      owning: layout,
      text,
      plain: plain,
      face: face,
      metrics: description.metrics,
    )
    guard unsafe pango_layout_get_unknown_glyphs_count(layout) == 0 else {
      throw .unknownCharacters(laid.unknownCharacters(in: plain), text: String(plain.prefix(60)))
    }
    return laid
  }

  private func description(of face: Face) throws(PDFError) -> Description {
    if let known = descriptions[face] { return known }
    guard stock.families.contains(face.family) else { throw .fontNotInPress(family: face.family) }
    guard let handle = unsafe pango_font_description_new() else { throw .drawing("memory") }
    let families = ([face.family] + fallbacks).joined(separator: ",")
    unsafe pango_font_description_set_family(handle, families)
    unsafe pango_font_description_set_absolute_size(handle, face.size * Double(PANGO_SCALE))
    unsafe pango_font_description_set_weight(handle, face.weight.pango)
    let made = unsafe Description(owning: handle, stock.metrics(of: handle))
    descriptions[face] = made
    return made
  }
}

extension String {
  /// Whether it has characters of control that are neither tabulations nor ends of lines.
  var holdsControl: Bool {
    unicodeScalars.contains {
      ($0.value < 0x20 && $0.value != 9 && $0.value != 10) || (0x7f...0x9f).contains($0.value)
    }
  }
}
