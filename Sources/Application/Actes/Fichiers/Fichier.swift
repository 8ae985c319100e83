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
  /// What a zlib stream holds; `nil` where it is broken or larger than the limit.
  func decomprimer(_ octets: ArraySlice<UInt8>, limite: Int) -> [UInt8]?
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
