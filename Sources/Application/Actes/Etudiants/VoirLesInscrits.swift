internal import Scolarite

/// The students of a promotion with their enrolments and groups.
public struct VoirLesInscrits: Question {
  public static let nom = "voir-les-inscrits"
  public let promotion: Identifiant<Promotion>

  /// A promotion as a list.
  public struct Liste: Hashable, Sendable {
    public let promotion: Promotion
    public let groupes: [Groupe]
    /// In the order of names.
    public let inscrits: [Inscrit]
    public let peutGerer: Bool
    public let peutStructurer: Bool
    public let peutSaisir: Bool
  }

  /// A student, the enrolment, and the groups.
  public struct Inscrit: Hashable, Sendable {
    public let etudiant: Etudiant
    public let inscription: Inscription
    public let groupes: Set<Identifiant<Groupe>>
  }

  public init(_ promotion: Identifiant<Promotion>) {
    self.promotion = promotion
  }

  public func executer(_ travail: Travail) throws -> Liste {
    let promotion = try travail.promotion(promotion)
    guard travail.peut(.voirLesEtudiants, dansUnModuleDe: promotion) else {
      throw Refus.interdit(.voirLesEtudiants)
    }
    return Liste(
      promotion: promotion,
      groupes: try travail.registre.groupes(promotion.id),
      inscrits: try travail.inscrits(promotion),
      peutGerer: travail.peut(.gererLesEtudiants, promotion.lieu),
      peutStructurer: travail.peut(.structurer, promotion.lieu),
      peutSaisir: travail.peut(.saisirLesNotes, promotion.lieu),
    )
  }
}

extension Travail {
  /// The students of a promotion in the order of their names.
  fileprivate func inscrits(_ promotion: Promotion) throws -> [VoirLesInscrits.Inscrit] {
    let inscriptions = Dictionary(
      uniqueKeysWithValues: try registre.inscriptions(promotion.id).map { ($0.etudiant, $0) }
    )
    var groupes: [Identifiant<Etudiant>: Set<Identifiant<Groupe>>] = [:]
    for membre in try registre.membres(promotion.id) {
      groupes[membre.etudiant, default: []].insert(membre.groupe)
    }
    let connait = connaitLesPersonnes(promotion)
    return try registre.etudiants(promotion.id).compactMap { etudiant in
      inscriptions[etudiant.id].map { inscription in
        VoirLesInscrits.Inscrit(
          etudiant: connait ? etudiant : etudiant.nomme,
          inscription: inscription,
          groupes: groupes[etudiant.id] ?? [],
        )
      }
    }.parNom(\.etudiant)
  }
}
