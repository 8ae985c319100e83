import Actes
import Demonstration
import Echanges
import SQL
import Scolarite
import Testing

/// An IUT that does not exist, installed on a day, and what its register holds.
struct IUTInstalle {
  let essai: RegistreDEssai
  let jour: Jour
  let acte: InstallerUnIUT
  let installe: InstallerUnIUT.Installe

  init(_ moteur: SQLEngine, le texte: String = "2025-11-20") async throws {
    essai = try await RegistreDEssai(moteur)
    jour = try #require(Jour(texte))
    try essai.horloge.regler(texte)
    acte = InstallerUnIUT(le: jour, try Self.textes())
    installe = try await essai.faire(acte)
  }

  static func textes() throws -> InstallerUnIUT.Textes {
    let profil = "iut-larochesuryon-2025"
    return .init(
      mmi: try #require(Bibliotheque.texte(maquette: "mmi-but1")),
      rt: try #require(Bibliotheque.texte(maquette: "rt-iom-but2")),
      profil: (profil, try Bibliotheque { _ in nil }.recueil(profil)),
    )
  }

  var passee: Promotion { installe.promotions[0] }
  /// Those whose year goes on.
  var presentes: ArraySlice<Promotion> { installe.promotions.dropFirst() }

  /// A test and what stands there.
  struct Epreuve: Sendable {
    let prevue: EvaluationDeModule
    let notes: [NoteInscrite]

    /// Who has no mark, or waits for one.
    func manquants(parmi etudiants: [Etudiant]) -> Int {
      etudiants.count - notes.count { $0.entree != .enAttente }
    }
  }

  func epreuves(_ promotion: Promotion) async throws -> [Epreuve] {
    try await essai.lire { registre in
      try registre.evaluations(promotion.id).map {
        Epreuve(prevue: $0, notes: try registre.notes($0.id))
      }
    }
  }

  func etudiants(_ promotion: Promotion) async throws -> [Etudiant] {
    try await essai.lire { try $0.etudiants(promotion.id) }
  }

  func propositions(_ promotion: Promotion) async throws -> [Proposition] {
    let vivante = try await essai.bureau.demander(
      DelibererUnePromotion(promotion.id),
      par: .console("essai"),
      dans: essai.iut,
    )
    return try await etudiants(promotion).compactMap { vivante[$0.id] }
  }
}
