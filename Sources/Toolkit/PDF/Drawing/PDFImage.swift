internal import CPango
internal import CTurboJPEG

/// An image that was decoded once, hence sound: PNG or JPEG, known by its first bytes.
public final class PDFImage: Sendable {
  /// In pixels.
  public let width: Int
  public let height: Int
  let bytes: [UInt8]
  let isJPEG: Bool

  /// The longest side that is taken, in pixels.
  public static let maximumSide = 5000
  /// The longest file that is taken.
  public static let maximumBytes = 8 << 20

  /// - Throws: when the bytes are not an image, are damaged or too many.
  public init(_ bytes: [UInt8]) throws(PDFError) {
    guard bytes.count <= Self.maximumBytes else { throw .imageTooLarge }
    let isPNG = bytes.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    isJPEG = bytes.starts(with: [0xff, 0xd8, 0xff])
    guard isPNG || isJPEG else { throw .notAnImage }
    self.bytes = bytes
    let surface = try isJPEG ? ImageSurface(jpeg: bytes) : ImageSurface(png: bytes)
    width = surface.width
    height = surface.height
  }

  /// The pixels, to draw with.
  func surface() throws(PDFError) -> ImageSurface {
    try isJPEG ? ImageSurface(jpeg: bytes) : ImageSurface(png: bytes)
  }
}

/// The pixels of an image.
@safe
final class ImageSurface {
  let handle: OpaquePointer
  let width: Int
  let height: Int

  deinit { unsafe cairo_surface_destroy(handle) }

  private init(_ handle: OpaquePointer) {
    unsafe self.handle = handle
    width = unsafe Int(cairo_image_surface_get_width(handle))
    height = unsafe Int(cairo_image_surface_get_height(handle))
  }

  /// What is left of a file while it is read.
  private final class Source {
    let bytes: [UInt8]
    var position = 0
    init(_ bytes: [UInt8]) { self.bytes = bytes }
  }

  convenience init(png bytes: [UInt8]) throws(PDFError) {
    // The header says the size before anything is decoded: eight bytes, a length, « IHDR ».
    guard bytes.count >= 24 else { throw .damagedImage("short header") }
    func number(_ start: Int) -> Int { bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
    try Self.check(number(16), number(20))
    let source = Source(bytes)
    let closure = unsafe Unmanaged.passUnretained(source).toOpaque()
    let made = unsafe withExtendedLifetime(source) {
      unsafe cairo_image_surface_create_from_png_stream(
        { closure, data, length in
          guard let closure = unsafe closure, let data = unsafe data else {
            return CAIRO_STATUS_READ_ERROR
          }
          let source = unsafe Unmanaged<Source>.fromOpaque(closure).takeUnretainedValue()
          let end = source.position + Int(length)
          guard end <= source.bytes.count else { return CAIRO_STATUS_READ_ERROR }
          for index in 0..<Int(length) {
            unsafe data[index] = source.bytes[source.position + index]
          }
          source.position = end
          return CAIRO_STATUS_SUCCESS
        },
        closure,
      )
    }
    guard let made = unsafe made else { throw .drawing("out of memory") }
    let status = unsafe cairo_surface_status(made)
    guard status == CAIRO_STATUS_SUCCESS else {
      unsafe cairo_surface_destroy(made)
      throw .damagedImage(unsafe String(cString: cairo_status_to_string(status)))
    }
    unsafe self.init(made)
  }

  private static func check(_ width: Int, _ height: Int) throws(PDFError) {
    guard width > 0, height > 0 else { throw .damagedImage("no pixels") }
    guard width <= PDFImage.maximumSide, height <= PDFImage.maximumSide else {
      throw .imageTooLarge
    }
  }

  convenience init(jpeg bytes: [UInt8]) throws(PDFError) {
    guard let decoder = unsafe tjInitDecompress() else { throw .drawing("out of memory") }
    defer { unsafe tjDestroy(decoder) }
    var (width, height, sampling, space) = (Int32(0), Int32(0), Int32(0), Int32(0))
    let read = unsafe tjDecompressHeader3(
      decoder,
      bytes,
      UInt(bytes.count),
      &width,
      &height,
      &sampling,
      &space,
    )
    guard read == 0 else { throw unsafe Self.damaged(decoder) }
    try Self.check(Int(width), Int(height))
    guard
      let surface = unsafe cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height),
      let pixels = unsafe cairo_image_surface_get_data(surface)
    else { throw .drawing("out of memory") }
    let stride = unsafe cairo_image_surface_get_stride(surface)
    let decoded = unsafe tjDecompress2(
      decoder,
      bytes,
      UInt(bytes.count),
      pixels,
      width,
      stride,
      height,
      Int32(TJPF_BGRX.rawValue),
      TJFLAG_STOPONWARNING,
    )
    guard decoded == 0 else {
      unsafe cairo_surface_destroy(surface)
      throw unsafe Self.damaged(decoder)
    }
    unsafe cairo_surface_mark_dirty(surface)
    unsafe Self.attach(bytes, to: surface)
    unsafe self.init(surface)
  }

  private static func damaged(_ decoder: tjhandle) -> PDFError {
    .damagedImage(unsafe tjGetErrorStr2(decoder).map { unsafe String(cString: $0) } ?? "JPEG")
  }

  /// Keeps the file beside its pixels: documents hold it as it is, not decoded.
  @unsafe
  private static func attach(_ bytes: [UInt8], to surface: OpaquePointer) {
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
    unsafe copy.initialize(from: bytes, count: bytes.count)
    unsafe cairo_surface_set_mime_data(
      surface,
      CAIRO_MIME_TYPE_JPEG,
      copy,
      UInt(bytes.count),
      { unsafe $0?.deallocate() },
      copy,
    )
  }
}
