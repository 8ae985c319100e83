public import Scolarite

/// Who may sit what and why, with what each answered; computed as long as it is not published.
public struct VoirLAdmissibilite: Question {
  public static let nom = "voir-l-admissibilite"
  public let campagne: Identifiant<Campagne>

  public struct Ligne: Sendable {
    public let etudiant: Etudiant
    public let ues: [AdmissibiliteDeSession2]
    public let reponse: ReponseDeSession2?
    /// The limit of their own enrolment, where a new deliberation gave them one.
    public let limite: Instant?
  }

  public struct Liste: Sendable {
    public let session: SessionDeRattrapage
    public let promotion: Promotion
    public let lignes: [Ligne]
    /// Where a new deliberation of the jury contradicts the published list.
    public let revisions: [RevisionDAdmissibilite]
    public let epreuves: [EpreuveDeSession2]
    public let present: Instant
    public let conduit: Bool
  }

  public init(_ campagne: Identifiant<Campagne>) {
    self.campagne = campagne
  }

  public func executer(_ travail: Travail) throws -> Liste {
    let session = try travail.sessionDeRattrapage(campagne)
    let promotion = try travail.promotion(session.promotion)
    _ = try travail.exiger(unDe: [.gererLesCampagnes, .deciderEnSession2], promotion.lieu)
    let toutes =
      session.publicationSession1 == nil
      ? try travail.admissibilites(session, promotion)
      : try travail.registre.admissibilites(campagne)
    let reponses = try travail.registre.reponsesDeSession2(campagne)
    let limites = Dictionary(
      uniqueKeysWithValues: try travail.registre.revuesDAdmissibilite(campagne)
        .map { ($0.etudiant, $0.limite) }
    )
    let parEtudiant = Dictionary(grouping: toutes, by: \.etudiant)
    let etudiants = try travail.registre.etudiants(promotion.id).map(\.nomme)
    return Liste(
      session: session,
      promotion: promotion,
      lignes: etudiants.compactMap { etudiant in
        parEtudiant[etudiant.id].map {
          Ligne(
            etudiant: etudiant,
            ues: $0,
            reponse: reponses[etudiant.id],
            limite: limites[etudiant.id] ?? nil,
          )
        }
      }.parNom(\.etudiant),
      revisions: try travail.revisions(session, promotion),
      epreuves: try travail.registre.epreuvesDeSession2(campagne),
      present: travail.moment.instant,
      conduit: travail.peut(.gererLesCampagnes, promotion.lieu),
    )
  }
}
