public import Scolarite

/// The requests to see copies of a session 2, for whoever answers them.
public struct VoirLesConsultations: Question {
  public static let nom = "voir-les-consultations-de-copie"
  public let campagne: Identifiant<Campagne>

  /// A session 2 and its requests, the first to the last.
  public struct Tableau: Sendable {
    public let campagne: Campagne
    public let promotion: Promotion
    /// `nil` while nobody has said it: nobody can ask.
    public let delai: Int?
    public let publications: [PublicationDeSession2]
    public let demandes: [Ligne]
    /// Whether the person gives dates and answers.
    public let gere: Bool
    /// Whether the person recognises errors and makes the jury deliberate again.
    public let reconnait: Bool
    /// Whether the person writes marks.
    public let saisit: Bool
  }

  /// A request with its student and exam.
  public struct Ligne: Sendable {
    public let consultation: ConsultationDeCopie
    public let etudiant: Etudiant
    public let epreuve: EpreuveDeSession2
    /// The mark that was published.
    public let note: Entree?
    /// Whether the jury that an error opened has not closed.
    public let estEnDeliberation: Bool
  }

  public init(_ campagne: Identifiant<Campagne>) {
    self.campagne = campagne
  }

  public func executer(_ travail: Travail) throws -> Tableau {
    let campagne = try travail.campagne(campagne)
    let promotion = try travail.promotion(campagne.promotion)
    _ = try travail.exiger(.gererLesCampagnes, promotion.lieu)
    let publiees = Dictionary(
      grouping: try travail.registre.notesPublieesDeSession2(promotion.id),
      by: \.note.etudiant,
    )
    let demandes = try travail.registre.consultationsDeCopie(campagne.id)
      .compactMap { consultation -> Ligne? in
        guard let etudiant = try travail.registre.etudiant(consultation.etudiant) else {
          return nil
        }
        let epreuve = try travail.epreuveDeSession2(consultation.epreuve)
        return Ligne(
          consultation: consultation,
          etudiant: etudiant.nomme,
          epreuve: epreuve,
          note: publiees[consultation.etudiant]?
            .first { epreuve.notees.contains($0.note.epreuve) }?.note.entree,
          estEnDeliberation: try consultation.erreur.map { try !travail.jury($0.jury).close }
            ?? false,
        )
      }
    return Tableau(
      campagne: campagne,
      promotion: promotion,
      delai: try travail.registre.sessionDeRattrapage(campagne.id)?.delaiDeConsultation,
      publications: try travail.registre.publicationsDeSession2(promotion.id),
      demandes: demandes,
      gere: travail.peut(.gererLesCampagnes, promotion.lieu),
      reconnait: travail.peut(.cloreUnJury, promotion.lieu),
      saisit: travail.peut(.saisirLesNotes, promotion.lieu),
    )
  }
}

/// What a student knows of their session 2: marks once a jury made them known, copies to be seen.
public struct VoirSesCopies: Question {
  public static let nom = "voir-ses-copies"
  public let etudiant: Identifiant<Etudiant>

  /// A student and their sessions 2, the latest year first.
  public struct Siennes: Sendable {
    public let etudiant: Etudiant
    public let sessions: [Session]
  }

  /// One session 2.
  public struct Session: Sendable {
    public let campagne: Campagne
    public let promotion: Promotion
    public let epreuves: [Epreuve]
  }

  /// One exam.
  public struct Epreuve: Sendable {
    public let epreuve: EpreuveDeSession2
    /// `nil` until a jury made it known.
    public let note: Entree?
    public let publication: PublicationDeSession2?
    /// The last day on which the copy may be asked for.
    public let limite: Jour?
    public let demandes: [ConsultationDeCopie]
    public let peutDemander: Bool
  }

  public init(_ etudiant: Identifiant<Etudiant>) {
    self.etudiant = etudiant
  }

  public func executer(_ travail: Travail) throws -> Siennes {
    let lieux = try travail.lieux(de: etudiant)
    _ = try travail.exiger(.voirLesNotes, parmi: lieux)
    guard let personne = try travail.registre.etudiant(etudiant) else {
      throw Refus.inconnu(.etudiant)
    }
    let demandes = try travail.registre.consultationsDeCopie(etudiant: etudiant)
    var sessions: [Session] = []
    for inscription in try travail.registre.inscriptions(etudiant: etudiant) {
      let promotion = try travail.promotion(inscription.promotion)
      guard travail.peut(.voirLesNotes, promotion.lieu.etudiant(etudiant)),
        let enSession2 = try travail.registre.inscriptionEnSession2(etudiant, promotion.id),
        !enSession2.ues.isEmpty
      else { continue }
      let campagne = try travail.campagne(enSession2.campagne)
      let epreuves = try travail.registre.epreuvesDeSession2(campagne.id)
        .filter { enSession2.ues.contains($0.ue) }
        .map { try epreuve($0, promotion, demandes, travail) }
      sessions.append(Session(campagne: campagne, promotion: promotion, epreuves: epreuves))
    }
    sessions.sort { ($1.promotion.annee, $1.campagne.id) < ($0.promotion.annee, $0.campagne.id) }
    return Siennes(etudiant: personne.nomme, sessions: sessions)
  }

  private func epreuve(
    _ epreuve: EpreuveDeSession2,
    _ promotion: Promotion,
    _ demandes: [ConsultationDeCopie],
    _ travail: Travail,
  ) throws -> Epreuve {
    let notees = Set(epreuve.notees)
    let publiee = try travail.registre.notesPublieesDeSession2(etudiant, promotion.id)
      .first { notees.contains($0.note.epreuve) }
    let publication = try travail.publication(de: epreuve, etudiant, promotion)
    let limite = try publication.flatMap {
      try travail.limiteDeConsultation(epreuve.campagne, $0)
    }
    let siennes = demandes.filter { $0.epreuve == epreuve.id }
    return Epreuve(
      epreuve: epreuve,
      note: publiee?.note.entree,
      publication: publication,
      limite: limite,
      demandes: siennes,
      peutDemander: limite.map { travail.moment.jour <= $0 } ?? false
        && siennes.allSatisfy { $0.issue != nil }
        && travail.peut(.deposerUneDemande, promotion.lieu.etudiant(etudiant)),
    )
  }
}
