/// What the first bytes of a file say that it is.
enum FileKind {
  case empty
  case zip
  case text
  case passwordProtected
  case foreign(ForeignFormat)

  init(_ bytes: [UInt8]) {
    if bytes.isEmpty {
      self = .empty
    } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .zip
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = Self.compound(bytes)
    } else if let format = Self.signatures.first(where: { bytes.starts(with: $0.0) })?.1 {
      self = .foreign(format)
    } else if let format = Self.markup(bytes) {
      self = .foreign(format)
    } else {
      self = Self.isBinary(bytes) ? .foreign(.binary) : .text
    }
  }

  private static let signatures: [([UInt8], ForeignFormat)] = [
    (Array("%PDF-".utf8), .pdf), (Array("{\\rtf".utf8), .richText),
    ([0x89, 0x50, 0x4E, 0x47], .image), ([0xFF, 0xD8, 0xFF], .image),
    (Array("GIF8".utf8), .image), (Array("BM".utf8) + [0], .image),
    ([0x49, 0x49, 0x2A, 0x00], .image), ([0x4D, 0x4D, 0x00, 0x2A], .image),
    (Array("PK".utf8) + [5, 6], .archive), ([0x1F, 0x8B], .archive),
    (Array("Rar!".utf8), .archive),
    ([0x37, 0x7A, 0xBC, 0xAF], .archive), ([0x09, 0x08], .excel97), ([0x09, 0x04], .excel97),
  ]

  /// The kind of an OLE2 file, by the names of its streams, which are in UTF-16.
  private static func compound(_ bytes: [UInt8]) -> FileKind {
    if bytes.contains(utf16("EncryptedPackage")) { return .passwordProtected }
    if bytes.contains(utf16("WordDocument")) { return .foreign(.wordProcessing) }
    if bytes.contains(utf16("PowerPoint Document")) { return .foreign(.presentation) }
    let isBook = bytes.contains(utf16("Workbook")) || bytes.contains(utf16("Book"))
    return .foreign(isBook ? .excel97 : .otherOffice)
  }

  private static func utf16(_ name: String) -> [UInt8] { name.utf8.flatMap { [$0, 0] } }

  private static func markup(_ bytes: [UInt8]) -> ForeignFormat? {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let head = String(decoding: bytes[start...].prefix(2048), as: UTF8.self).lowercased()
    let text = head.drop(while: \.isWhitespace)
    guard text.first == "<" else { return nil }
    let isPage = ["<!doctype html", "<html", "<table", "<head", "<meta", "<body", "<div"]
      .contains { text.hasPrefix($0) }
    if isPage || text.contains("<html") { return .webPage }
    return text.hasPrefix("<?xml") ? .excelXML : nil
  }

  /// Whether a NUL stands where no text has one; UTF-16 is told by its mark.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else { return false }
    return bytes.prefix(65_536).contains(0)
  }
}

/// What an archive holds.
enum PackageKind {
  case xlsx
  case ods
  case foreign(ForeignFormat)

  init(_ archive: borrowing ZipArchive) throws(SpreadsheetError) {
    if let mimetype = try archive.start(of: "mimetype", count: 100) {
      let type = String(decoding: mimetype, as: UTF8.self)
      if type.hasPrefix("application/vnd.oasis.opendocument.spreadsheet") {
        self = .ods
      } else if type.hasPrefix("application/vnd.oasis.opendocument.presentation") {
        self = .foreign(.presentation)
      } else {
        self = .foreign(type.hasPrefix("application/vnd.oasis") ? .wordProcessing : .archive)
      }
      return
    }
    let marks: [(String, PackageKind)] = [
      ("xl/workbook.bin", .foreign(.excelBinary)),
      ("word/document.xml", .foreign(.wordProcessing)),
      ("ppt/presentation.xml", .foreign(.presentation)),
      ("Index/Document.iwa", .foreign(.appleNumbers)), ("[Content_Types].xml", .xlsx),
      ("xl/workbook.xml", .xlsx), ("content.xml", .ods),
    ]
    self = marks.first { archive.holds($0.0) }?.1 ?? .foreign(.archive)
  }
}
