public import Scolarite

/// One session 2: its timeline, what is late and who must act, figures, what waits.
public struct VoirUneSessionDeux: Question {
  public static let nom = "voir-une-session-2"
  public let campagne: Identifiant<Campagne>

  public struct Fiche: Sendable {
    public let session: SessionDeRattrapage
    public let promotion: Promotion
    /// In the order of their limits.
    public let echeances: [EcheanceDeSession2]
    public let present: Instant
    /// The first and the last day, where people may be away then.
    public let chomes: [JourChome]
    public let epreuves: [EpreuveDeSession2]
    /// How many students have some UE open.
    public let admissibles: Int
    public let inscrits: Int
    public let renoncements: Int
    public let sansReponse: Int
    public let tardives: [(demande: InscriptionTardive, etudiant: Etudiant)]
    public let amenagements: Int
    /// Whether session 1 is published, by a closed jury.
    public let resultatsPublies: Bool
    public let droits: Set<Droit>
    public let peutDeroger: Bool
  }

  public init(_ campagne: Identifiant<Campagne>) {
    self.campagne = campagne
  }

  public func executer(_ travail: Travail) throws -> Fiche {
    let session = try travail.sessionDeRattrapage(campagne)
    let promotion = try travail.promotion(session.promotion)
    let droits: [Droit] = [.gererLesCampagnes, .deciderEnSession2, .gererLesAmenagements]
    _ = try travail.exiger(unDe: droits, promotion.lieu)
    let etapes = try travail.registre.etapesDeSession2(campagne)
    let reponses = try travail.registre.reponsesDeSession2(campagne)
    return Fiche(
      session: session,
      promotion: promotion,
      echeances: session.dates.echeances(etapes).parLimite,
      present: travail.moment.instant,
      chomes: try travail.joursChomes(session).filter {
        $0.jour == session.premierJour || $0.jour == session.dernierJour
      },
      epreuves: try travail.registre.epreuvesDeSession2(campagne),
      admissibles: try travail.registre.admissibles(campagne).count,
      inscrits: reponses.values.count { if case .inscrit = $0 { true } else { false } },
      renoncements: reponses.values.count { $0 == .renonce || $0 == .silence },
      sansReponse: try travail.registre.sansReponse(campagne, a: travail.moment.instant).count,
      tardives: try tardives(promotion, travail),
      amenagements: travail.peut(.voirLesAmenagements, promotion.lieu)
        ? try travail.amenagements(de: session).count : 0,
      resultatsPublies: try travail.resultatsPublies(promotion),
      droits: Set(droits.filter { travail.peut($0, promotion.lieu) }),
      peutDeroger: try travail.peutDeroger(session),
    )
  }

  private func tardives(_ promotion: Promotion, _ travail: Travail) throws
    -> [(demande: InscriptionTardive, etudiant: Etudiant)]
  {
    let droits: [Droit] = [.deciderEnSession2, .gererLesCampagnes]
    guard droits.contains(where: { travail.peut($0, promotion.lieu) }) else { return [] }
    return try travail.registre.inscriptionsTardives(campagne).compactMap { demande in
      try travail.registre.etudiant(demande.etudiant).map { (demande, $0.nomme) }
    }
  }
}
