internal import CPango

/// The pages of one file being drawn, with the tags of their structure.
@safe
final class Canvas {
  /// What the library writes, in memory.
  private final class Output {
    var bytes: [UInt8] = []
  }

  private let surface: OpaquePointer
  let cairo: OpaquePointer
  private let output = Output()
  /// Whether the structure is written at all.
  let isTagged: Bool
  /// Whether what is drawn is a decoration, outside the structure.
  private var isArtifact = false
  private var elements = 0
  /// What elements of the structure say of themselves, by their rank from zero.
  private(set) var attributes: [Int: ElementAttribute] = [:]
  private(set) var holdsLinks = false

  init(_ size: PDFPage.Size, isTagged: Bool) throws(PDFError) {
    self.isTagged = isTagged
    let closure = unsafe Unmanaged.passUnretained(output).toOpaque()
    let surface = unsafe cairo_pdf_surface_create_for_stream(
      { closure, data, length in
        guard let closure = unsafe closure, let data = unsafe data else {
          return CAIRO_STATUS_WRITE_ERROR
        }
        let output = unsafe Unmanaged<Output>.fromOpaque(closure).takeUnretainedValue()
        unsafe output.bytes.append(
          contentsOf: UnsafeBufferPointer(start: data, count: Int(length))
        )
        return CAIRO_STATUS_SUCCESS
      },
      closure,
      size.width,
      size.height,
    )
    guard let surface = unsafe surface, let cairo = unsafe cairo_create(surface) else {
      throw .drawing("out of memory")
    }
    unsafe self.surface = surface
    unsafe self.cairo = cairo
  }

  deinit {
    unsafe cairo_destroy(cairo)
    unsafe cairo_surface_destroy(surface)
  }

  /// Ends the file.
  func finish(_ info: PDFInfo) throws(PDFError) -> [UInt8] {
    set(CAIRO_PDF_METADATA_TITLE, info.title)
    set(CAIRO_PDF_METADATA_AUTHOR, info.author)
    set(CAIRO_PDF_METADATA_SUBJECT, info.subject)
    set(CAIRO_PDF_METADATA_CREATE_DATE, info.created.text)
    set(CAIRO_PDF_METADATA_MOD_DATE, info.created.text)
    unsafe cairo_surface_finish(surface)
    for status in unsafe [cairo_status(cairo), cairo_surface_status(surface)]
    where status != CAIRO_STATUS_SUCCESS && status != CAIRO_STATUS_SURFACE_FINISHED {
      throw .drawing(unsafe String(cString: cairo_status_to_string(status)))
    }
    let bytes = output.bytes
    output.bytes = []
    return bytes
  }

  private func set(_ field: cairo_pdf_metadata_t, _ text: String) {
    if !text.isEmpty { unsafe cairo_pdf_surface_set_metadata(surface, field, text) }
  }

  /// The size of the next page; before anything is drawn on it.
  func resize(_ size: PDFPage.Size) {
    unsafe cairo_pdf_surface_set_size(surface, size.width, size.height)
  }

  func endPage() { unsafe cairo_show_page(cairo) }

  /// Adds a line to the table of contents that readers show beside the pages, counted from one.
  func addOutline(_ title: String, page: Int) {
    _ = unsafe cairo_pdf_surface_add_outline(
      surface,
      CAIRO_PDF_OUTLINE_ROOT,
      title,
      "page=\(page) pos=[0 0]",
      cairo_pdf_outline_flags_t(0),
    )
  }

  /// Draws outside the structure.
  func artifact(_ draw: () -> Void) {
    let before = isArtifact
    isArtifact = true
    draw()
    isArtifact = before
  }

  func begin(_ tag: Tag) {
    guard isTagged, !isArtifact else { return }
    if let attribute = tag.attribute { attributes[elements] = attribute }
    elements += 1
    unsafe cairo_tag_begin(cairo, tag.name, "")
  }

  func end(_ tag: Tag) {
    guard isTagged, !isArtifact else { return }
    unsafe cairo_tag_end(cairo, tag.name)
  }

  func tagged(_ tag: Tag, _ draw: () -> Void) {
    begin(tag)
    draw()
    end(tag)
  }

  /// Draws as the content of a link; a file without structure has no links.
  func linked(to address: String, _ draw: () -> Void) {
    guard isTagged, !isArtifact else { return draw() }
    holdsLinks = true
    elements += 1
    unsafe cairo_tag_begin(cairo, CAIRO_TAG_LINK, "uri='\(Self.escaped(address))'")
    draw()
    unsafe cairo_tag_end(cairo, CAIRO_TAG_LINK)
  }

  /// Only the signs that an address may hold, the others by their codes.
  private static func escaped(_ address: String) -> String {
    var escaped = ""
    for byte in address.utf8 {
      if byte > 0x20, byte < 0x7f, ![0x27, 0x5c, 0x28, 0x29].contains(byte) {
        escaped.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        escaped += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return escaped
  }
}
