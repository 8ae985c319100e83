internal import PDF
internal import Synchronization

/// Logos and signatures, decoded once for all the documents that bear them.
final class Imagerie: Sendable {
  private let images = Mutex<[(octets: [UInt8], image: PDFImage)]>([])
  private static let gardees = 16

  func image(_ octets: [UInt8]) throws(PDFError) -> PDFImage {
    let connue = images.withLock { images in
      images.first { $0.octets == octets }?.image
    }
    if let connue { return connue }
    let image = try PDFImage(octets)
    images.withLock { images in
      if images.count >= Self.gardees { images.removeFirst() }
      images.append((octets, image))
    }
    return image
  }
}
