import Actes
import Demonstration
import SQL
import Scolarite
import Testing

/// An IUT with a promotion of three students, where procedures are tried.
struct BureauDEssai {
  let essai: RegistreDEssai
  let enregistree: PromotionEnregistree

  init(_ moteur: SQLEngine) async throws {
    essai = try await RegistreDEssai(moteur)
    enregistree = try await PromotionEnregistree(essai, effectif: 3, alternants: 0)
  }

  var promotion: Promotion { enregistree.installee.promotion }
  var etudiants: [Identifiant<Etudiant>] { enregistree.installee.etudiants }
  var etudiant: Identifiant<Etudiant> { etudiants[0] }

  /// The student as a user.
  func enPersonne(_ etudiant: Identifiant<Etudiant>) async throws -> Utilisateur {
    try await essai.utilisateur(.etudiant, sur: .etudiant(etudiant))
  }

  /// The refusal that an act meets.
  func refus(_ corps: () async throws -> Void) async throws -> Refus? {
    do {
      try await corps()
      return nil
    } catch let refus as Refus {
      return refus
    }
  }

  func derniereEntree(de etudiant: Identifiant<Etudiant>) async throws -> EntreeDeJournal? {
    try await essai.lire { try $0.journal(sujet: etudiant) }.last
  }

  static func instant(_ texte: String) throws -> Instant { try #require(Instant(texte)) }
  static func jour(_ texte: String) throws -> Jour { try #require(Jour(texte)) }
}

extension Refus {
  /// Whether somebody else wrote in between.
  var estUnConflit: Bool {
    if case .conflit = self { true } else { false }
  }
}
