/// A file as it was given, known by the digest of its bytes.
public struct Fichier: Hashable, Sendable {
  /// SHA-256, in hexadecimal.
  public let empreinte: String
  public let format: Format
  public let octets: [UInt8]

  /// What is accepted, by media type.
  public enum Format: String, CaseIterable, Hashable, Sendable {
    case pdf = "application/pdf"
    case jpeg = "image/jpeg"
    case png = "image/png"
  }

  public init(empreinte: String, format: Format, octets: [UInt8]) {
    self.empreinte = empreinte
    self.format = format
    self.octets = octets
  }

  /// The size that a file has at most, in bytes.
  public static let limite = 10_000_000
}

extension Fichier.Format {
  /// The format that the first bytes show, whatever the name of the file says.
  public init?(_ octets: [UInt8]) {
    let trouve = Self.allCases.first { octets.starts(with: $0.signature) }
    guard let trouve else { return nil }
    self = trouve
  }

  private var signature: [UInt8] {
    switch self {
    case .pdf: Array("%PDF-".utf8)
    case .jpeg: [0xFF, 0xD8, 0xFF]
    case .png: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    }
  }
}

extension Fichier {
  /// Whether a PDF names what runs when it is opened: scripts, programs, forms that run.
  ///
  /// Names are read as a reader of PDF reads them, « #4A » being « J »; what stands in streams is not
  /// looked into.
  static func porteDesScripts(_ octets: [UInt8]) -> Bool {
    let derniereFin = octets.indices.last { rang in
      octets[rang] == UInt8(ascii: "e") && commence(octets, rang, finDeFlux)
    }
    var rang = 0
    while rang < octets.count {
      if octets[rang] == UInt8(ascii: "s"), rang < derniereFin ?? 0,
        commence(octets, rang, debutDeFlux), rang < 3 || !commence(octets, rang - 3, finDeFlux)
      {
        rang = suivante(octets, apres: rang + debutDeFlux.count)
        continue
      }
      guard octets[rang] == UInt8(ascii: "/") else {
        rang += 1
        continue
      }
      let (nom, suite) = nom(octets, apres: rang + 1)
      if actifs.contains(nom) { return true }
      rang = suite
    }
    return false
  }

  private static let actifs: Set<String> = ["JavaScript", "JS", "Launch", "XFA", "RichMedia"]

  private static let debutDeFlux = Array("stream".utf8)
  private static let finDeFlux = Array("endstream".utf8)

  private static func commence(_ octets: [UInt8], _ rang: Int, _ mot: [UInt8]) -> Bool {
    octets[rang...].starts(with: mot)
  }

  /// Past the end of a stream, whose bytes are no names; right after its start where it has no end.
  private static func suivante(_ octets: [UInt8], apres debut: Int) -> Int {
    var rang = debut
    while rang < octets.count {
      if octets[rang] == UInt8(ascii: "e"), commence(octets, rang, finDeFlux) {
        return rang + finDeFlux.count
      }
      rang += 1
    }
    return debut
  }

  /// The letters of a name, as far as the longest that matters, and where to go on.
  private static func nom(_ octets: [UInt8], apres debut: Int) -> (nom: String, suite: Int) {
    var (lettres, rang) = ([UInt8](), debut)
    while rang < octets.count, lettres.count <= 10 {
      var octet = octets[rang]
      var pas = 1
      if octet == UInt8(ascii: "#"), rang + 2 < octets.count,
        let haut = chiffre(octets[rang + 1]), let bas = chiffre(octets[rang + 2])
      {
        octet = 16 * haut + bas
        pas = 3
      }
      guard lettre(octet) else { break }
      lettres.append(octet)
      rang += pas
    }
    return (String(decoding: lettres, as: UTF8.self), rang)
  }

  private static func lettre(_ octet: UInt8) -> Bool {
    (0x41...0x5A).contains(octet) || (0x61...0x7A).contains(octet)
  }

  private static func chiffre(_ octet: UInt8) -> UInt8? {
    switch octet {
    case 0x30...0x39: octet - 0x30
    case 0x41...0x46: octet - 0x37
    case 0x61...0x66: octet - 0x57
    case _: nil
    }
  }
}

/// What refers to a file, from which the right to read it follows.
public struct ReferenceAFichier: Hashable, Sendable {
  public let nature: Nature
  public let etudiant: Identifiant<Etudiant>
  public let promotion: Identifiant<Promotion>?

  /// The kinds of things that hold a file.
  public enum Nature: String, Hashable, Sendable {
    case justificatif, autorisation, demande, redoublement, engagement, amenagement
    case tardive
  }

  public init(
    nature: Nature,
    etudiant: Identifiant<Etudiant>,
    promotion: Identifiant<Promotion>?,
  ) {
    self.nature = nature
    self.etudiant = etudiant
    self.promotion = promotion
  }
}

/// Files.
public protocol RegistreDesFichiers {
  /// The digest of bytes, under which they are kept.
  func empreinte(_ octets: [UInt8]) -> String
  /// A file; one whose bytes no longer have its digest is an error that names it.
  func fichier(_ empreinte: String) throws -> Fichier?
  /// Whether a student's record received that file.
  func contient(fichier: String, de etudiant: Identifiant<Etudiant>) throws -> Bool
  /// The students to whose records the file was given.
  func proprietaires(fichier: String) throws -> [Identifiant<Etudiant>]
  func references(fichier: String) throws -> [ReferenceAFichier]
  /// Keeps a file for a student; the same bytes are kept once.
  func ajouter(_ fichier: Fichier, de etudiant: Identifiant<Etudiant>, _ ecriture: Ecriture) throws
}
