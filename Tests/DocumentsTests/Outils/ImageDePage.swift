import CPango
import Files

/// The shades of a page, read from a PNG image.
struct ImageDePage: Equatable {
  struct Illisible: Error {
    let chemin: String
  }

  let largeur: Int
  let hauteur: Int
  private(set) var gris: [UInt8]

  init(_ chemin: String) throws {
    guard let surface = unsafe cairo_image_surface_create_from_png(chemin),
      unsafe cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
      let pixels = unsafe cairo_image_surface_get_data(surface)
    else { throw Illisible(chemin: chemin) }
    defer { unsafe cairo_surface_destroy(surface) }
    largeur = unsafe Int(cairo_image_surface_get_width(surface))
    hauteur = unsafe Int(cairo_image_surface_get_height(surface))
    let pas = unsafe Int(cairo_image_surface_get_stride(surface))
    gris = []
    gris.reserveCapacity(largeur * hauteur)
    for y in 0..<hauteur {
      for x in 0..<largeur { gris.append(unsafe pixels[y * pas + 4 * x]) }
    }
  }

  /// The pixels that differ plainly, in ten-thousandths; all of them when the sizes do.
  func ecart(_ autre: ImageDePage) -> Int {
    guard largeur == autre.largeur, hauteur == autre.hauteur else { return 10_000 }
    let differents = zip(gris, autre.gris).count { abs(Int($0) - Int($1)) > 64 }
    return differents * 10_000 / max(gris.count, 1)
  }

  /// Dark where two images differ.
  func difference(_ autre: ImageDePage) -> ImageDePage {
    var image = self
    for (rang, paire) in zip(gris, autre.gris).enumerated() {
      image.gris[rang] = UInt8(255 - abs(Int(paire.0) - Int(paire.1)))
    }
    return image
  }

  func ecrire(_ chemin: String) throws {
    guard
      let surface = unsafe cairo_image_surface_create(
        CAIRO_FORMAT_A8,
        Int32(largeur),
        Int32(hauteur),
      ), let pixels = unsafe cairo_image_surface_get_data(surface)
    else { throw Illisible(chemin: chemin) }
    defer { unsafe cairo_surface_destroy(surface) }
    let pas = unsafe Int(cairo_image_surface_get_stride(surface))
    for y in 0..<hauteur {
      for x in 0..<largeur { unsafe pixels[y * pas + x] = gris[y * largeur + x] }
    }
    unsafe cairo_surface_mark_dirty(surface)
    guard unsafe cairo_surface_write_to_png(surface, chemin) == CAIRO_STATUS_SUCCESS else {
      throw Illisible(chemin: chemin)
    }
  }
}
