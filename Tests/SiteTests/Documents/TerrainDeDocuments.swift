import Actes
import Demonstration
import Scolarite
import Testing

/// A promotion of four, with people who print for it and one of its students.
struct TerrainDeDocuments {
  let essai: SecretariatDEssai
  let bureau: NavigateurDEssai
  let etudiant: Identifiant<Etudiant>

  init() async throws {
    essai = try await SecretariatDEssai()
    bureau = try await essai.secretariat()
    etudiant = essai.ici.etudiants[0]
  }

  var promotion: Promotion { essai.ici.promotion }
  var documents: String { "/promotions/\(promotion.id)/documents" }
  var modeles: String { "/administration/documents/\(promotion.departement)" }

  /// The student at their own browser.
  func sien() async throws -> NavigateurDEssai {
    try await essai.navigateur(.etudiant, sur: .etudiant(etudiant), etudiant: etudiant)
  }

  /// Prints what the secretariat asks for; the file as it comes.
  func imprimer(_ nature: NatureDeDocument, _ coches: [Identifiant<Etudiant>]) async throws
    -> NavigateurDEssai.Page
  {
    try await bureau.envoyer(
      "\(documents)/\(nature.rawValue)",
      coches.map { ("etudiant", "\($0)") },
    )
  }

  func lire<R: Sendable>(_ corps: @escaping @Sendable (any Transaction) throws -> R) async throws
    -> R
  {
    try await essai.bureau.registre.lire(essai.iut.id, corps)
  }

  /// The documents that were handed over to the student, the last first.
  func emis() async throws -> [DocumentEmis] {
    try await essai.bureau.registre.lire(essai.iut.id) { [etudiant] registre in
      try registre.documents(etudiant: etudiant)
    }
  }

  /// Transmits to the section what the student is said to have done.
  func saisirLaSection() async throws {
    let incident = try await essai.faire(
      SignalerUnIncident(
        promotion: promotion.id,
        etudiants: [etudiant],
        date: try #require(Instant("2025-11-18T10:00")),
        surveillant: "Régis Durochet",
        recit: "antisèche",
      )
    )
    let jour = try #require(Jour("2025-11-19"))
    _ = try await essai.faire(
      InviterASExpliquer(
        incident: incident.id,
        etudiants: [etudiant],
        date: jour,
        texte: "Par courrier.",
        version: 1,
      )
    )
    _ = try await essai.faire(
      SaisirLaDirection(
        incident: incident.id,
        etudiants: [etudiant],
        chef: .fraude,
        date: jour,
        texte: "",
        version: 2,
      )
    )
    _ = try await essai.faire(
      RapporterALaPresidence(
        incident: incident.id,
        etudiants: [etudiant],
        date: jour,
        texte: "Rapport.",
        version: 3,
      )
    )
    _ = try await essai.faire(
      SaisirLaSection(incident: incident.id, etudiants: [etudiant], date: jour, version: 4)
    )
  }

  /// A picture of one point.
  static let png: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D,
    0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01,
    0x08, 0x02, 0x00, 0x00, 0x00, 0x90, 0x77, 0x53, 0xDE, 0x00, 0x00, 0x00,
    0x0C, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0x90, 0xF7, 0xAB, 0x04,
    0x00, 0x01, 0x76, 0x00, 0xE7, 0xB6, 0x8F, 0x53, 0x56, 0x00, 0x00, 0x00,
    0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
  ]
}
