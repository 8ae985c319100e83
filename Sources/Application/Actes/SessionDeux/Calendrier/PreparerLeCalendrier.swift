internal import Calendrier
internal import Scolarite

/// A session as the engine takes it, on those who may sit it today.
public struct PreparerLeCalendrier: Question {
  public static let nom = "preparer-le-calendrier-de-session-2"
  public let campagne: Identifiant<Campagne>

  public init(_ campagne: Identifiant<Campagne>) {
    self.campagne = campagne
  }

  /// What is searched, and from what.
  public struct Preparation: Sendable {
    public let probleme: ProblemeDeSession2
    /// The calendar in hand or published, that a search may begin from.
    public let depart: [SeanceDeSession2]
  }

  public func executer(_ travail: Travail) throws -> Preparation {
    let (session, _) = try travail.sessionAConduire(campagne)
    guard let lieux = try travail.registre.lieuxDeSession2(campagne) else {
      throw Refus.etat(.calendrierDeSession2(.sansLieux))
    }
    let versions = try travail.calendriers(campagne)
    let actuel = versions.enCours ?? versions.publie
    let matiere = try MatiereDeCalendrier(session, travail)
    return Preparation(
      probleme: try ProblemeDeSession2(matiere, lieux, individuels: actuel?.individuels ?? []),
      depart: actuel?.seances ?? [],
    )
  }
}

/// Keeps the calendar that a run found as the one in hand.
public struct GarderUnCalendrier: Acte {
  public static let nom = "garder-un-calendrier"
  public let campagne: Identifiant<Campagne>
  public let seances: [SeanceDeSession2]
  /// How it was found, for the journal.
  public let origine: String

  public init(campagne: Identifiant<Campagne>, seances: [SeanceDeSession2], origine: String) {
    self.campagne = campagne
    self.seances = seances
    self.origine = origine
  }

  public func executer(_ travail: Travail) throws -> CalendrierDeSession2 {
    let (session, permis) = try travail.sessionAConduire(campagne)
    guard !seances.isEmpty else { throw Refus.etat(.calendrierDeSession2(.sansEpreuve)) }
    let (publie, enCours) = try travail.calendriers(campagne)
    let avant =
      enCours
      ?? CalendrierDeSession2(
        campagne: campagne,
        numero: (publie?.numero ?? 0) + 1,
        seances: publie?.seances ?? [],
        version: 0,
      )
    let garde = CalendrierDeSession2(
      campagne: campagne,
      numero: 1,
      seances: seances,
      estConfirme: estConfirme(session, travail),
    )
    let brouillon = try BrouillonDeCalendrier(session, garde, travail)
    let jugement = JugementDeCalendrier(brouillon.probleme, seances)
    guard jugement.violations.isEmpty else {
      throw Refus.etat(
        .calendrierDeSession2(.placeImpossible(Array(jugement.violations.prefix(5))))
      )
    }
    return try travail.corriger(
      avant,
      seances,
      confirme: estConfirme(session, travail),
      Self.nom,
      permis,
      version: avant.version,
      motif: origine,
    )
  }
}

extension GarderUnCalendrier {
  /// Once enrolment has closed, it is on those enrolled.
  private func estConfirme(_ session: SessionACalendrier, _ travail: Travail) -> Bool {
    session.session.limiteInscription.rangs < travail.moment.instant.rangs
  }
}
