public import Scolarite

/// The session 2 of a student: what is open to them, what they answered, what each choice can change.
public struct VoirSaSessionDeux: Question {
  public static let nom = "voir-sa-session-2"
  public let etudiant: Identifiant<Etudiant>
  public let simulation: Bool

  /// One session of the student.
  public struct Sienne: Sendable {
    /// With the limit of enrolment of this student.
    public let session: SessionDeRattrapage
    public let promotion: Promotion
    public let etapes: [PisteDeSession2: Jour]
    public let lignes: [AdmissibiliteDeSession2]
    public let epreuves: [EpreuveDeSession2]
    /// The UE of which the best mark is kept.
    public let meilleures: Set<CodeUE>
    public let accuse: AccuseDeSession2?
    public let estMuet: Bool
    /// What a new deliberation changed of the published list for the student.
    public let revue: RevueDAdmissibilite?
    public let tardives: [InscriptionTardive]
    public let amenagements: [AmenagementDeSession2]
    /// What could validate the year, the UE sat again; `nil` where nothing is open.
    public let besoin: Besoin?
    public let objectif: Objectif?
  }

  public struct Siennes: Sendable {
    public let etudiant: Etudiant
    public let sessions: [Sienne]
    public let present: Instant
  }

  /// - Parameters:
  ///   - etudiant: whose session it is.
  ///   - simulation: whether what each choice can change is wanted even by who has answered: it takes
  ///     longer than all the rest.
  public init(_ etudiant: Identifiant<Etudiant>, simulation: Bool = false) {
    self.etudiant = etudiant
    self.simulation = simulation
  }

  public func executer(_ travail: Travail) throws -> Siennes {
    let lieux = try travail.lieux(de: etudiant)
    if !travail.peut(.gererLesCampagnes, unDe: lieux) {
      _ = try travail.exiger(.deposerUneDemande, parmi: lieux)
    }
    guard let connu = try travail.registre.etudiant(etudiant) else {
      throw Refus.inconnu(.etudiant)
    }
    let promotions = try travail.registre.inscriptions(etudiant: etudiant).map(\.promotion)
    let sessions = try promotions.sansDoublon.flatMap {
      try travail.registre.sessionsDeRattrapage($0)
    }.sorted { $1.premierJour < $0.premierJour }
    return Siennes(
      etudiant: connu.nomme,
      sessions: try sessions.map { try sienne($0, travail) },
      present: travail.moment.instant,
    )
  }

  private func sienne(_ commune: SessionDeRattrapage, _ travail: Travail) throws -> Sienne {
    let session = try travail.session(commune, pour: etudiant)
    let (registre, campagne) = (travail.registre, session.campagne)
    let promotion = try travail.promotion(session.promotion)
    let lignes = try registre.admissibilites(etudiant, campagne)
    let reglages = try travail.reglement(promotion).reglages(promotion.annee)
    let accuse = try registre.accuseDeSession2(etudiant, campagne)
    let ouvertes = lignes.filter(\.estOuverte)
    let (besoin, objectif) =
      ouvertes.isEmpty || (accuse != nil && !simulation)
      ? (nil, nil) : try besoin(promotion, session, travail)
    return Sienne(
      session: session,
      promotion: promotion,
      etapes: try registre.etapesDeSession2(campagne),
      lignes: lignes,
      epreuves: try registre.epreuvesDeSession2(campagne),
      meilleures: Set(
        ouvertes.map(\.ue).filter { reglages.choisit(.modeNoteSession2, "meilleure", ue: $0) }
      ),
      accuse: accuse,
      estMuet: accuse == nil && !ouvertes.isEmpty
        && travail.moment.instant > session.limiteInscription,
      revue: try registre.revueDAdmissibilite(etudiant, campagne),
      tardives: try registre.inscriptionsTardives(etudiant: etudiant)
        .filter { $0.campagne == campagne },
      amenagements: try travail.amenagements(de: session).filter { $0.etudiant == etudiant },
      besoin: besoin,
      objectif: objectif,
    )
  }

  /// From published marks only, whoever asks, and only before the first day: no mark of session 2
  /// moves it.
  private func besoin(
    _ promotion: Promotion,
    _ session: SessionDeRattrapage,
    _ travail: Travail,
  ) throws -> (Besoin?, Objectif?) {
    guard travail.moment.jour < session.premierJour,
      travail.peut(.voirLesNotes, promotion.lieu.etudiant(etudiant))
    else { return (nil, nil) }
    let dossier = try travail.dossier(etudiant, promotion, .publiee)
    let reglement = try travail.reglement(promotion)
    let epreuves = try travail.registre.epreuvesDeSession2(session.campagne)
    let portees = Dictionary(uniqueKeysWithValues: epreuves.map { ($0.ue, $0.modules) })
    guard let situation = Situation(dossier, reglement, .epreuves(portees)) else {
      return (nil, nil)
    }
    let objectif = Objectif.annee
    return (Besoin(objectif, situation, pas: Projection.pas), objectif)
  }
}
