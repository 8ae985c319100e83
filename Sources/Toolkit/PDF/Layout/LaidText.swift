internal import CPango

/// A text whose glyphs and lines are known.
@safe
final class LaidText {
  /// One of its lines, in points from the left and from the top of the text.
  struct Line {
    let x: Double
    let width: Double
    let baseline: Double
  }

  let layout: OpaquePointer
  let lines: [Line]
  /// Of the longest line.
  let width: Double
  /// From one line to the next.
  let pitch: Double
  let colour: PDFColour
  /// Where links stand in the bytes of the text.
  let links: [Link]
  /// Where the decimal sign of a number stands, or its right edge without one; `nil` for words.
  let decimal: Double?

  struct Link {
    let bytes: Range<Int>
    let address: String
    let colour: PDFColour
  }

  var height: Double { Double(lines.count) * pitch }

  /// Takes the layout over.
  init(
    owning layout: OpaquePointer,
    _ text: PDFText,
    plain: String,
    face: Face,
    metrics: (ascent: Double, descent: Double),
  ) {
    unsafe self.layout = layout
    colour = face.colour
    let size = text.runs.reduce(face.size) { max($0, $1.size ?? 0) }
    pitch = size * face.leading
    let scale = size / face.size
    let rise = (pitch - (metrics.ascent + metrics.descent) * scale) / 2 + metrics.ascent * scale
    lines = unsafe Self.lines(of: layout, pitch: pitch, rise: rise)
    width = lines.reduce(0) { max($0, $1.width) }
    links = text.holdsLink ? Self.links(in: text) : []
    decimal = unsafe Self.decimal(of: layout, plain, width)
  }

  deinit { unsafe g_object_unref(UnsafeMutableRawPointer(layout)) }

  @unsafe
  private static func lines(of layout: OpaquePointer, pitch: Double, rise: Double) -> [Line] {
    guard let iterator = unsafe pango_layout_get_iter(layout) else { return [] }
    defer { unsafe pango_layout_iter_free(iterator) }
    var lines: [Line] = []
    repeat {
      var box = PangoRectangle()
      unsafe pango_layout_iter_get_line_extents(iterator, nil, &box)
      lines.append(
        Line(
          x: points(box.x),
          width: points(box.width),
          baseline: Double(lines.count) * pitch + rise,
        )
      )
    } while unsafe pango_layout_iter_next_line(iterator) != 0
    return lines
  }

  private static func links(in text: PDFText) -> [Link] {
    var links: [Link] = []
    var position = 0
    for run in text.runs {
      let end = position + run.text.utf8.count
      if let address = run.link {
        links.append(
          Link(bytes: position..<end, address: address, colour: run.colour ?? .link)
        )
      }
      position = end
    }
    return links
  }

  @unsafe
  private static func decimal(of layout: OpaquePointer, _ text: String, _ width: Double) -> Double?
  {
    guard text.utf8.count <= 24, text.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
      return nil
    }
    guard let index = text.utf8.firstIndex(where: { $0 == 0x2c || $0 == 0x2e })
    else { return width }
    var box = PangoRectangle()
    let offset = text.utf8.distance(from: text.utf8.startIndex, to: index)
    unsafe pango_layout_index_to_pos(layout, Int32(offset), &box)
    return points(box.x)
  }

  /// Points out of the units of Pango.
  static func points(_ units: Int32) -> Double { Double(units) / Double(PANGO_SCALE) }
}
