internal import CPango

extension Canvas {
  private func set(_ colour: PDFColour) {
    unsafe cairo_set_source_rgb(
      cairo,
      Double(colour.red) / 255,
      Double(colour.green) / 255,
      Double(colour.blue) / 255,
    )
  }

  /// Draws lines of a text, the first of them at the top that is given.
  func draw(_ text: LaidText, _ lines: Range<Int>? = nil, x: Double, top: Double) {
    let lines = lines ?? 0..<text.lines.count
    let lift = Double(lines.lowerBound) * text.pitch
    set(text.colour)
    for rank in lines {
      guard let line = unsafe pango_layout_get_line_readonly(text.layout, Int32(rank)) else {
        continue
      }
      let place = text.lines[rank]
      let baseline = top + place.baseline - lift
      if text.links.isEmpty {
        unsafe cairo_move_to(cairo, x + place.x, baseline)
        unsafe pango_cairo_show_layout_line(cairo, line)
      } else {
        unsafe draw(text, line, x: x + place.x, baseline: baseline)
      }
    }
  }

  /// Draws a line that holds links, each stretch with its own tag.
  @unsafe
  private func draw(
    _ text: LaidText,
    _ line: UnsafeMutablePointer<PangoLayoutLine>,
    x: Double,
    baseline: Double,
  ) {
    var x = x
    var node = unsafe line.pointee.runs
    while let link = unsafe node {
      unsafe node = link.pointee.next
      guard let data = unsafe link.pointee.data else { continue }
      let run = unsafe data.assumingMemoryBound(to: PangoGlyphItem.self)
      guard let item = unsafe run.pointee.item else { continue }
      let offset = unsafe Int(item.pointee.offset)
      let width = unsafe LaidText.points(pango_glyph_string_get_width(run.pointee.glyphs))
      let place = x
      let show = {
        unsafe cairo_move_to(self.cairo, place, baseline)
        unsafe pango_cairo_show_glyph_item(self.cairo, pango_layout_get_text(text.layout), run)
      }
      if let target = text.links.first(where: { $0.bytes.contains(offset) }) {
        set(target.colour)
        linked(to: target.address, show)
        fill(target.colour, x: x, y: baseline + 1.2, width: width, height: 0.4)
      } else {
        set(text.colour)
        tagged(.span, show)
      }
      x += width
    }
  }

  func fill(_ colour: PDFColour, x: Double, y: Double, width: Double, height: Double) {
    set(colour)
    unsafe cairo_rectangle(cairo, x, y, width, height)
    unsafe cairo_fill(cairo)
  }

  /// A hairline from left to right.
  func rule(_ colour: PDFColour = .hairline, x: Double, y: Double, width: Double) {
    fill(colour, x: x, y: y - 0.25, width: width, height: 0.5)
  }

  func draw(_ image: ImageSurface, x: Double, y: Double, width: Double, height: Double) {
    unsafe cairo_save(cairo)
    unsafe cairo_translate(cairo, x, y)
    unsafe cairo_scale(cairo, width / Double(image.width), height / Double(image.height))
    // Without a clip, painting a page that is still empty forgets what was recorded, tags included.
    unsafe cairo_rectangle(cairo, 0, 0, Double(image.width), Double(image.height))
    unsafe cairo_clip(cairo)
    unsafe cairo_set_source_surface(cairo, image.handle, 0, 0)
    unsafe cairo_paint(cairo)
    unsafe cairo_restore(cairo)
  }

  func draw(_ square: PDFSquare, x: Double, y: Double) {
    let module = square.side / Double(square.count)
    set(PDFColour(0, 0, 0))
    for row in 0..<square.count {
      var column = 0
      while column < square.count {
        let start = column
        while column < square.count, square.modules[row * square.count + column] { column += 1 }
        if column > start {
          unsafe cairo_rectangle(
            cairo,
            x + Double(start) * module,
            y + Double(row) * module,
            Double(column - start) * module,
            module,
          )
        }
        column += 1
      }
    }
    unsafe cairo_fill(cairo)
  }

  /// Draws a text along the diagonal of a page, its middle on the middle of the page.
  func drawAcross(_ size: PDFPage.Size, _ text: LaidText) {
    unsafe cairo_save(cairo)
    unsafe cairo_translate(cairo, size.width / 2, size.height / 2)
    unsafe cairo_rotate(cairo, -0.9 * min(size.height / size.width, 0.95))
    draw(text, x: -text.width / 2, top: -text.height / 2)
    unsafe cairo_restore(cairo)
  }
}
