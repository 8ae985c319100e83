public import Scolarite

/// The students of a promotion with how they follow it, in the order of their numbers.
///
/// Whoever may see the students, were it in one module, has numbers and names; whoever manages them
/// has the whole identity.
public struct VoirLesInscrits: Question {
  public static let nom = "voir-les-inscrits"
  public let promotion: Identifiant<Promotion>

  /// A student in a promotion.
  public struct Inscrit: Hashable, Sendable {
    public let etudiant: Etudiant
    /// How the year is followed today.
    public let statut: Statut
    public let semestres: [NumeroSemestre]
    public let groupes: [Identifiant<Groupe>]
    /// The last day, where the student left.
    public let fin: Jour?
  }

  public init(_ promotion: Identifiant<Promotion>) {
    self.promotion = promotion
  }

  public func executer(_ travail: Travail) throws -> [Inscrit] {
    let promotion = try travail.promotion(promotion)
    guard travail.peut(.voirLesEtudiants, dansUnModuleDe: promotion) else {
      throw Refus.interdit(.voirLesEtudiants)
    }
    let entiere = travail.peut(.gererLesEtudiants, promotion.lieu)
    let inscriptions = Dictionary(
      try travail.registre.inscriptions(promotion.id).map { ($0.etudiant, $0) },
      uniquingKeysWith: { _, derniere in derniere },
    )
    let groupes = Dictionary(
      grouping: try travail.registre.membres(promotion.id),
      by: \.etudiant,
    )
    return try travail.registre.etudiants(promotion.id).compactMap { etudiant in
      inscriptions[etudiant.id].map {
        Inscrit(
          etudiant: entiere ? etudiant : etudiant.nomme,
          statut: $0.statut(le: travail.moment.jour),
          semestres: $0.semestres.sorted(),
          groupes: groupes[etudiant.id, default: []].map(\.groupe).sorted(),
          fin: $0.fin?.jour,
        )
      }
    }
  }
}
