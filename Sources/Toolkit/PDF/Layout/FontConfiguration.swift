internal import CPango
internal import Glibc
internal import Synchronization

/// The files of some fonts, and nothing of the machine beside them.
///
/// One for each list of fonts, kept as long as the process lives: Pango does not give back the
/// reference that it takes, and reading the files is most of what a new press costs.
@safe
struct FontConfiguration: @unchecked Sendable {
  // Sendable: nothing changes it once it is made, and Fontconfig guards its own caches.
  let handle: OpaquePointer

  private static let known = Mutex<[[PDFFont]: FontConfiguration]>([:])

  /// - Throws: when a file of a font is not on this machine.
  static func of(_ fonts: [PDFFont]) throws(PDFError) -> FontConfiguration {
    try known.withLock { known throws(PDFError) in
      if let found = known[fonts] { return found }
      let made = try FontConfiguration(reading: fonts)
      known[fonts] = made
      return made
    }
  }

  private init(reading fonts: [PDFFont]) throws(PDFError) {
    guard let handle = unsafe FcConfigCreate() else { throw .drawing("out of memory") }
    for font in fonts {
      for file in font.files {
        guard unsafe access(file, R_OK) == 0, unsafe FcConfigAppFontAddFile(handle, file) != 0
        else {
          unsafe FcConfigDestroy(handle)
          throw .missingFont(family: font.family, file: file, package: font.package)
        }
      }
    }
    unsafe self.handle = handle
  }
}
