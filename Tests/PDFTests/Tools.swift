import Files
import Glibc
import PDF

/// A file of a test, read by the tools of Poppler and QPDF.
struct Printed {
  let bytes: [UInt8]
  private let path: String

  init(_ bytes: [UInt8], _ name: String = #function) throws {
    self.bytes = bytes
    let plain = name.filter { $0.isLetter || $0.isNumber }
    path = "/tmp/pdf-\(getpid())-\(plain.utf8.reduce(0) { $0 &* 31 &+ Int($1) }.magnitude).pdf"
    try writeFile(path, bytes)
  }

  func remove() { removeFile(path) }

  /// What a tool says, and how it ends; « % » stands for the file.
  func run(_ command: String) -> (output: String, status: Int32) {
    var pieces: [UInt8] = []
    let line = command.split(separator: "%", omittingEmptySubsequences: false)
      .joined(separator: path)
    guard let pipe = unsafe popen("LC_ALL=C.UTF-8 \(line) 2>&1", "r") else { return ("", -1) }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = unsafe fread(&buffer, 1, buffer.count, pipe), count > 0 {
      pieces += buffer[..<count]
    }
    let status = unsafe pclose(pipe)
    return (String(decoding: pieces, as: UTF8.self), status)
  }

  var isValid: Bool { run("qpdf --check %").status == 0 }
  func text(_ options: String = "") -> String { run("pdftotext \(options) % -").output }
  var structure: String { run("pdfinfo -struct-text %").output }
  var facts: String { run("pdfinfo -rawdates %").output }
  var pageCount: Int? {
    facts.split(separator: "\n").first { $0.hasPrefix("Pages:") }
      .flatMap { $0.split(separator: " ").last }.flatMap { Int($0) }
  }

  /// The first page as an image.
  func image(_ options: String) throws -> [UInt8] {
    let picture = path + ".image"
    defer { removeFile(picture) }
    _ = run("pdftoppm -singlefile -r 30 \(options) % > \(picture)")
    return try readFile(picture, limit: 1 << 22)
  }
}

extension PDFInfo {
  private static var date: PDFDate {
    guard let date = PDFDate(2026, 7, 3, hour: 9, minute: 30) else {
      preconditionFailure("it is a date")
    }
    return date
  }

  static let essay = PDFInfo(
    title: "Relevé d’essai",
    author: "Un essai",
    subject: "Essai",
    created: date,
  )
}

/// Prints blocks, and gives the file to the tools.
func printing(
  _ blocks: [PDFBlock],
  page: PDFPage = PDFPage(),
  _ name: String = #function,
  _ read: (Printed) throws -> Void,
) throws {
  let printed = try Printed(
    PDFPress().print(PDFDocument(.essay, page: page, blocks: blocks)),
    name,
  )
  defer { printed.remove() }
  try read(printed)
}
