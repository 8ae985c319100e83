/// The pixels of the images of a press, decoded once.
final class ImageStock {
  private var surfaces: [ObjectIdentifier: (image: PDFImage, surface: ImageSurface)] = [:]
  private static let kept = 16

  func surface(of image: PDFImage) throws(PDFError) -> ImageSurface {
    if let known = surfaces[ObjectIdentifier(image)] { return known.surface }
    let surface = try image.surface()
    if surfaces.count >= Self.kept { surfaces.removeAll() }
    // The image is kept too, so that no other one takes its identity.
    surfaces[ObjectIdentifier(image)] = (image, surface)
    return surface
  }
}
