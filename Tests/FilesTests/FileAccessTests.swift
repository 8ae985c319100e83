import Files
import Foundation
import Testing

@Suite("Lire et écrire des fichiers")
struct FileAccessTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "fichiers-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  @Test("ce qui est écrit se relit, et rien d’autre ne reste dans le dossier")
  func writesAndReads() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try writeFile(path("a"), "ancien".utf8)
    try writeFile(path("a"), "nouveau é".utf8)
    #expect(String(decoding: try readFile(path("a"), limit: 100), as: UTF8.self) == "nouveau é")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a"])
  }

  @Test("un lien est suivi et reste un lien")
  func followsLinks() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try writeFile(path("vrai"), "a".utf8)
    try FileManager.default.createSymbolicLink(atPath: path("lien"), withDestinationPath: "vrai")
    try writeFile(path("lien"), "b".utf8)
    #expect(try readFile(path("vrai"), limit: 10) == Array("b".utf8))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("lien")) == "vrai")
  }

  @Test("un périphérique est écrit, non remplacé, et dit quand il est plein")
  func writesToDevices() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try writeFile("/dev/null", "a".utf8)
    #expect(throws: FileError.noSpace) { try writeFile("/dev/full", "a".utf8) }
  }

  @Test("un octet de trop est refusé, la limite est admise")
  func keepsToTheLimit() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try writeFile(path("a"), Array(repeating: 0x61, count: 11))
    #expect(try readFile(path("a"), limit: 11).count == 11)
    #expect(throws: FileError.tooLarge(limit: 10)) { try readFile(path("a"), limit: 10) }
  }

  @Test("un fichier absent, un dossier ou un dossier absent sont nommés")
  func namesReasons() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(throws: FileError.notFound) { try readFile(path("rien"), limit: 10) }
    #expect(throws: FileError.isDirectory) { try readFile(folder.path, limit: 10_000_000) }
    #expect(throws: FileError.notFound) { try writeFile(path("rien/a"), "a".utf8) }
  }
}
