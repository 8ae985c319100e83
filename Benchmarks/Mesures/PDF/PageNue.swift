internal import CPango

/// The least that Pango and Cairo can do for the same texts: shape each, show it, end the file.
@safe
final class PageNue {
  private let contexte: OpaquePointer
  private let polices: UnsafeMutablePointer<PangoFontMap>
  private let maigre: OpaquePointer
  private let grasse: OpaquePointer

  init() {
    guard let polices = unsafe pango_cairo_font_map_new(),
      let contexte = unsafe pango_font_map_create_context(polices),
      let maigre = unsafe pango_font_description_from_string("Inter 7.4"),
      let grasse = unsafe pango_font_description_from_string("Inter Semi-Bold 7.4")
    else { preconditionFailure("Pango answers") }
    unsafe pango_cairo_context_set_resolution(contexte, 72)
    unsafe pango_context_set_round_glyph_positions(contexte, 0)
    let options = unsafe cairo_font_options_create()
    unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    unsafe pango_cairo_context_set_font_options(contexte, options)
    unsafe cairo_font_options_destroy(options)
    unsafe self.polices = polices
    unsafe self.contexte = contexte
    unsafe self.maigre = maigre
    unsafe self.grasse = grasse
  }

  deinit {
    unsafe pango_font_description_free(maigre)
    unsafe pango_font_description_free(grasse)
    unsafe g_object_unref(UnsafeMutableRawPointer(contexte))
    unsafe g_object_unref(UnsafeMutableRawPointer(polices))
  }

  /// - Returns: how many bytes the file has.
  func imprimer(_ textes: [ReleveDEssai.Texte]) -> Int {
    var taille = 0
    unsafe withUnsafeMutablePointer(to: &taille) { taille in
      let surface = unsafe cairo_pdf_surface_create_for_stream(
        { taille, _, longueur in
          unsafe taille?.assumingMemoryBound(to: Int.self).pointee += Int(longueur)
          return CAIRO_STATUS_SUCCESS
        },
        taille,
        595,
        842,
      )
      let dessin = unsafe cairo_create(surface)
      let lignes = unsafe pango_layout_new(contexte)
      for texte in textes {
        unsafe pango_layout_set_font_description(lignes, texte.estGras ? grasse : maigre)
        unsafe pango_layout_set_width(
          lignes,
          texte.largeur.map { Int32($0 * Double(PANGO_SCALE)) } ?? -1,
        )
        unsafe pango_layout_set_text(lignes, texte.texte, -1)
        unsafe cairo_move_to(dessin, texte.x, texte.y)
        unsafe pango_cairo_show_layout(dessin, lignes)
      }
      unsafe cairo_show_page(dessin)
      unsafe g_object_unref(UnsafeMutableRawPointer(lignes))
      unsafe cairo_destroy(dessin)
      unsafe cairo_surface_destroy(surface)
    }
    return taille
  }
}
