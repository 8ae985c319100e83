import Actes
import Documents
import Files
import Glibc
import Synchronization

/// A printed file, read by the tools of Poppler and QPDF.
final class Imprime {
  private let chemin: String
  private static let nombre = Atomic<Int>(0)

  init(_ octets: [UInt8]) throws {
    let rang = Self.nombre.wrappingAdd(1, ordering: .relaxed).newValue
    chemin = "/tmp/documents-\(getpid())-\(rang).pdf"
    try writeFile(chemin, octets)
  }

  convenience init(_ document: DocumentAImprimer) async throws {
    try self.init(await Self.imprimer(document))
  }

  deinit { removeFile(chemin) }

  static func imprimer(_ document: DocumentAImprimer) async throws -> [UInt8] {
    try await Self.presse.imprimer([document]) { _ in }[0]
  }

  static let presse = Presse()

  /// What a tool says, and how it ends; « % » stands for the file.
  func lancer(_ commande: String) -> (sortie: String, etat: Int32) {
    let ligne = commande.split(separator: "%", omittingEmptySubsequences: false)
      .joined(separator: chemin)
    guard let tube = unsafe popen("LC_ALL=C.UTF-8 \(ligne) 2>&1", "r") else { return ("", -1) }
    var (octets, tampon) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
    while case let lus = unsafe fread(&tampon, 1, tampon.count, tube), lus > 0 {
      octets += tampon[..<lus]
    }
    let etat = unsafe pclose(tube)
    return (String(decoding: octets, as: UTF8.self), etat)
  }

  var estValide: Bool { lancer("qpdf --check %").etat == 0 }
  var structure: String { lancer("pdfinfo -struct-text %").sortie }
  var faits: String { lancer("pdfinfo %").sortie }

  /// Its words with one space between two, whatever the lines.
  var mots: String {
    lancer("pdftotext -layout % -").sortie.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  var pages: Int? {
    faits.split(separator: "\n").first { $0.hasPrefix("Pages:") }
      .flatMap { $0.split(separator: " ").last }.flatMap { Int($0) }
  }

  /// The words that stand out of their page, in whole or in part.
  var horsDePage: [String] {
    var (largeur, hauteur) = (0.0, 0.0)
    return lancer("pdftotext -bbox % -").sortie.split(separator: "\n").compactMap { ligne in
      let nombres = ligne.split(separator: "\"").compactMap { Double($0) }
      if ligne.contains("<page"), nombres.count == 2 {
        (largeur, hauteur) = (nombres[0], nombres[1])
      }
      guard ligne.contains("<word"), nombres.count >= 4 else { return nil }
      let tient =
        nombres[0] > 0 && nombres[1] > 0 && nombres[2] < largeur && nombres[3] < hauteur
      return tient ? nil : String(ligne)
    }
  }

  /// A page in shades of grey, 60 pixels to an inch.
  func image(page: Int) throws -> ImageDePage {
    let image = chemin + "-\(page)"
    defer { removeFile(image + ".png") }
    _ = lancer("pdftoppm -png -gray -r 60 -singlefile -f \(page) -l \(page) % \(image)")
    return try ImageDePage(image + ".png")
  }
}
