public import Scolarite

/// The exams of a session that the person supervises, hour by hour.
public struct VoirLesSeancesDeSession2: Question {
  public static let nom = "voir-les-seances-de-session-2"
  public let campagne: Identifiant<Campagne>

  public init(_ campagne: Identifiant<Campagne>) {
    self.campagne = campagne
  }

  /// The sittings of a published calendar, in the order of time.
  public struct Vue: Sendable {
    public let session: SessionDeRattrapage
    public let promotion: Promotion
    public let seances: [SeanceDeSession2]
    public let presents: [CleDEpreuve: Int]
    /// Whether seats were drawn.
    public let graine: UInt64?
    public let conduit: Bool
  }

  public func executer(_ travail: Travail) throws -> Vue {
    let session = try travail.sessionACalendrier(campagne)
    let conduit = travail.peut(.gererLesCampagnes, session.promotion.lieu)
    guard conduit || travail.peut(.faireLAppel, dansUnModuleDe: session.promotion) else {
      throw Refus.interdit(.faireLAppel)
    }
    let seances = try travail.calendrierPublie(campagne).seances.filter { seance in
      conduit || (try? travail.exigerALEpreuve(seance.epreuve, session)) != nil
    }.sorted { ($0.debut.rangs, $0.epreuve, $0.salle) < ($1.debut.rangs, $1.epreuve, $1.salle) }
    let presents = try travail.registre.emargementsDeSession2(campagne).filter(\.estPresent)
    return Vue(
      session: session.session,
      promotion: session.promotion,
      seances: seances,
      presents: Dictionary(grouping: presents, by: \.epreuve).mapValues(\.count),
      graine: try travail.registre.tirageDesPlaces(campagne),
      conduit: conduit,
    )
  }
}

/// The sessions that sit exams on a day, of those where the person takes attendance.
public struct VoirLesSessionsDuJour: Question {
  public static let nom = "voir-les-sessions-du-jour"
  public let jour: Jour

  public init(le jour: Jour) {
    self.jour = jour
  }

  /// A session with the promotion that sits it.
  public struct Session: Sendable {
    public let session: SessionDeRattrapage
    public let promotion: Promotion
  }

  public func executer(_ travail: Travail) throws -> [Session] {
    try travail.registre.sessionsDeRattrapage().filter {
      $0.premierJour <= jour && jour <= max($0.premierJour, $0.dernierJour)
    }.compactMap { session in
      let promotion = try travail.promotion(session.promotion)
      guard travail.peut(.faireLAppel, dansUnModuleDe: promotion),
        try travail.calendriers(session.campagne).publie != nil
      else { return nil }
      return Session(session: session, promotion: promotion)
    }
  }
}

/// An exam on its day: who sits where, until when, who signed in.
public struct VoirLeJourDEpreuve: Question {
  public static let nom = "voir-le-jour-d-epreuve"
  public let campagne: Identifiant<Campagne>
  public let epreuve: CleDEpreuve

  public init(_ campagne: Identifiant<Campagne>, _ epreuve: CleDEpreuve) {
    self.campagne = campagne
    self.epreuve = epreuve
  }

  /// An exam with those whom it calls, room by room.
  public struct Vue: Sendable {
    public let session: SessionDeRattrapage
    public let promotion: Promotion
    public let epreuve: CleDEpreuve
    public let details: EpreuveDeSession2?
    public let salles: [Salle]
    public let maintenant: Instant
    /// Whether the person writes marks: says who was absent.
    public let saisit: Bool
    /// Whether the marks are those of the students: an absence is put right among the copies.
    public let estVersee: Bool

    /// The last minute of the last to leave.
    public var estFinie: Bool {
      salles.allSatisfy { $0.seance.debut.a(minute: $0.seance.finDuJour) < maintenant }
    }
  }

  /// A room with those who sit there.
  public struct Salle: Sendable {
    public let seance: SeanceDeSession2
    public let lignes: [Ligne]
  }

  /// Somebody who is called.
  public struct Ligne: Sendable {
    public let etudiant: Identifiant<Etudiant>
    public let nom: String
    public let nip: String
    public let place: Int?
    public let debut: Instant
    public let fin: Instant
    public let amenagements: [AmenagementDeSession2]
    /// What was noted; as nothing stands where nothing was.
    public let emargement: EmargementDeSession2
    /// Minutes after the beginning, for whoever came late.
    public let retard: Int
    /// The other form of the UE at which they signed in, if they did.
    public let emargeAilleurs: FormeDEpreuve?
    /// Whether every form of the UE is over for them: nobody is absent from it before.
    public let aToutPasse: Bool
    /// Whether an absence was noted, and which.
    public let absence: Entree?
  }

  public func executer(_ travail: Travail) throws -> Vue {
    let session = try travail.sessionACalendrier(campagne)
    if !travail.peut(.gererLesCampagnes, session.promotion.lieu) {
      _ = try travail.exigerALEpreuve(epreuve, session)
    }
    let registre = travail.registre
    let publie = try travail.calendrierPublie(campagne)
    let seances = publie.seances.filter { $0.epreuve == epreuve }
    guard !seances.isEmpty else { throw Refus.inconnu(.calendrierDeSession2) }
    let lecture = try LectureDuJour(session, publie, travail)
    let details = try registre.epreuvesDeSession2(campagne).first { $0.ue == epreuve.ue }
    return Vue(
      session: session.session,
      promotion: session.promotion,
      epreuve: epreuve,
      details: details,
      salles: seances.map { seance in
        Salle(seance: seance, lignes: seance.convoques.map { lecture.ligne($0, seance) })
      },
      maintenant: travail.moment.instant,
      saisit: travail.peut(.saisirLesNotes, session.promotion.lieu),
      estVersee: try details.flatMap { try registre.copies(epreuve: $0.id) }?.versees != nil,
    )
  }
}

/// What is read once for all the rooms of an exam.
private struct LectureDuJour {
  private let campagne: Identifiant<Campagne>
  private let etudiants: [Identifiant<Etudiant>: Etudiant]
  private let amenagements: [Identifiant<Etudiant>: [AmenagementDeSession2]]
  private let emargements: [EmargementDeSession2]
  private let tirage: TirageDesPlaces?
  private let notes: [NoteDeSession2]
  private let notees: [CodeUE: [NoteDeSession2.Epreuve]]
  private let publie: CalendrierDeSession2
  private let maintenant: Instant

  init(_ session: SessionACalendrier, _ publie: CalendrierDeSession2, _ travail: Travail) throws {
    let registre = travail.registre
    campagne = session.id
    self.publie = publie
    maintenant = travail.moment.instant
    etudiants = Dictionary(
      try registre.etudiants(session.promotion.id).map { ($0.id, $0.nomme) },
      uniquingKeysWith: { premier, _ in premier },
    )
    amenagements = Dictionary(
      grouping: try travail.amenagements(de: session.session),
      by: \.etudiant,
    )
    emargements = try registre.emargementsDeSession2(session.id)
    tirage = try travail.tirage(publie)
    notes =
      travail.peut(.saisirLesNotes, session.promotion.lieu)
      ? try registre.notesDeSession2(session.promotion.id) : []
    notees = Dictionary(
      try registre.epreuvesDeSession2(session.id).map { ($0.ue, $0.notees) },
      uniquingKeysWith: { premiere, _ in premiere },
    )
  }

  func ligne(_ convoque: SeanceDeSession2.Convoque, _ seance: SeanceDeSession2)
    -> VoirLeJourDEpreuve.Ligne
  {
    let id = convoque.etudiant
    let horaire = seance.horaire(de: id) ?? (seance.debut.minute, seance.fin)
    let emargement =
      emargements.first { $0.epreuve == seance.epreuve && $0.etudiant == id }
      ?? EmargementDeSession2(campagne: campagne, epreuve: seance.epreuve, etudiant: id)
    let retard = emargement.arrivee.map { $0.minute - horaire.debut } ?? 0
    let siennes = notes.filter { note in
      note.etudiant == id && notees[seance.epreuve.ue]?.contains(note.epreuve) ?? false
    }
    return VoirLeJourDEpreuve.Ligne(
      etudiant: id,
      nom: etudiants[id]?.nomAffiche ?? "étudiant \(id)",
      nip: etudiants[id]?.identite?.nip ?? "",
      place: tirage?.place(de: id, a: seance.epreuve),
      debut: seance.debut.a(minute: min(horaire.debut, 24 * 60 - 1)),
      fin: seance.debut.a(minute: min(horaire.fin, 24 * 60 - 1)),
      amenagements: amenagements[id] ?? [],
      emargement: emargement,
      retard: max(0, retard),
      emargeAilleurs: emargements.first {
        $0.etudiant == id && $0.epreuve != seance.epreuve && $0.estPresent
          && $0.epreuve.ue == seance.epreuve.ue
      }?.epreuve.forme,
      aToutPasse: publie.estPasse(id, a: seance.epreuve.ue, le: maintenant),
      absence: siennes.map(\.entree).first(where: \.estUneAbsence),
    )
  }
}

extension Travail {
  /// The seats of a calendar; `nil` while they were not drawn.
  func tirage(_ calendrier: CalendrierDeSession2) throws -> TirageDesPlaces? {
    guard let graine = try registre.tirageDesPlaces(calendrier.campagne),
      let lieux = try registre.lieuxDeSession2(calendrier.campagne)
    else { return nil }
    return TirageDesPlaces(calendrier, lieux, graine: graine)
  }
}
