import CPango
import Files
import Glibc

/// Images that an establishment could hand over.
enum Dessins {
  /// Two bars and a disc.
  static let logo = unsafe png(180, 120) { dessin in
    unsafe cairo_set_source_rgb(dessin, 0.12, 0.31, 0.61)
    unsafe cairo_rectangle(dessin, 10, 10, 30, 100)
    unsafe cairo_rectangle(dessin, 50, 40, 30, 70)
    unsafe cairo_fill(dessin)
    unsafe cairo_set_source_rgb(dessin, 0.85, 0.35, 0.2)
    unsafe cairo_arc(dessin, 130, 70, 38, 0, 6.2832)
    unsafe cairo_fill(dessin)
  }

  /// A line drawn by hand.
  static let signature = unsafe png(300, 100) { dessin in
    unsafe cairo_set_source_rgb(dessin, 0.1, 0.1, 0.4)
    unsafe cairo_set_line_width(dessin, 4)
    unsafe cairo_move_to(dessin, 20, 70)
    unsafe cairo_curve_to(dessin, 60, -40, 90, 150, 140, 50)
    unsafe cairo_curve_to(dessin, 170, 0, 190, 110, 280, 40)
    unsafe cairo_stroke(dessin)
  }

  @unsafe
  private static func png(
    _ largeur: Int32,
    _ hauteur: Int32,
    _ dessiner: (OpaquePointer) -> Void,
  ) -> [UInt8] {
    guard let surface = unsafe cairo_image_surface_create(CAIRO_FORMAT_ARGB32, largeur, hauteur),
      let dessin = unsafe cairo_create(surface)
    else { preconditionFailure("Cairo draws") }
    unsafe dessiner(dessin)
    let chemin = "/tmp/documents-\(getpid())-\(largeur).png"
    defer { removeFile(chemin) }
    unsafe cairo_surface_write_to_png(surface, chemin)
    unsafe cairo_destroy(dessin)
    unsafe cairo_surface_destroy(surface)
    guard let octets = try? readFile(chemin, limit: 1 << 20) else {
      preconditionFailure("the image was written")
    }
    return octets
  }
}
