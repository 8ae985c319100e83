internal import CPango

/// The fonts of a press, opened once.
@safe
final class FontStock {
  let context: OpaquePointer
  let families: Set<String>
  private let map: UnsafeMutablePointer<PangoFontMap>

  init(_ fonts: [PDFFont]) throws(PDFError) {
    let configuration = try FontConfiguration.of(fonts)
    guard let map = unsafe shim_font_map_new(configuration.handle),
      let context = unsafe pango_font_map_create_context(map)
    else { throw .drawing("out of memory") }
    unsafe self.map = map
    unsafe self.context = context
    families = Set(fonts.map(\.family))
    unsafe Self.set(context)
  }

  deinit {
    unsafe g_object_unref(UnsafeMutableRawPointer(context))
    unsafe g_object_unref(UnsafeMutableRawPointer(map))
  }

  /// Points for units, and letters as they are drawn, not as a screen would move them.
  @unsafe
  private static func set(_ context: OpaquePointer) {
    unsafe pango_cairo_context_set_resolution(context, 72)
    unsafe pango_context_set_round_glyph_positions(context, 0)
    let options = unsafe cairo_font_options_create()
    unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    unsafe pango_cairo_context_set_font_options(context, options)
    unsafe cairo_font_options_destroy(options)
  }

  /// The height above and the depth below the line of a face, in points.
  func metrics(of description: OpaquePointer) -> (ascent: Double, descent: Double) {
    guard let metrics = unsafe pango_context_get_metrics(context, description, nil) else {
      return (0, 0)
    }
    defer { unsafe pango_font_metrics_unref(metrics) }
    return unsafe (
      LaidText.points(pango_font_metrics_get_ascent(metrics)),
      LaidText.points(pango_font_metrics_get_descent(metrics)),
    )
  }
}
