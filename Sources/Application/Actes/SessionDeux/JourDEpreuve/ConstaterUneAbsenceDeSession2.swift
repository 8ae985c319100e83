internal import Scolarite

/// Says that whoever did not sign in was absent: without a good reason it is a zero (R0.19).
///
/// Until the marks are handed over, what was said may change, and the journal keeps why: a certificate
/// comes later.
public struct ConstaterUneAbsenceDeSession2: Acte {
  public static let nom = "constater-une-absence-de-session-2"
  public let campagne: Identifiant<Campagne>
  public let epreuve: CleDEpreuve
  public let etudiant: Identifiant<Etudiant>
  public let estJustifiee: Bool
  /// Why what was said of the absence changes; nothing is asked the first time.
  public let motif: String?

  public init(
    campagne: Identifiant<Campagne>,
    epreuve: CleDEpreuve,
    etudiant: Identifiant<Etudiant>,
    estJustifiee: Bool,
    motif: String? = nil,
  ) {
    self.campagne = campagne
    self.epreuve = epreuve
    self.etudiant = etudiant
    self.estJustifiee = estJustifiee
    self.motif = motif.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
  }

  public func executer(_ travail: Travail) throws -> [NoteDeSession2] {
    let session = try travail.sessionACalendrier(campagne)
    _ = try travail.exiger(.saisirLesNotes, session.promotion.lieu)
    let publie = try travail.calendrierPublie(campagne)
    guard publie.seances(de: etudiant).contains(where: { $0.epreuve == epreuve }) else {
      throw Refus.etat(.calendrierDeSession2(.horsDeLaSeance))
    }
    guard publie.estPasse(etudiant, a: epreuve.ue, le: travail.moment.instant) else {
      throw Refus.etat(.dateAVenir)
    }
    try verifierLAbsence(travail)
    let enPlace = try NotesEnPlace(de: etudiant, a: epreuve.ue, session, travail)
    let entree: Entree = estJustifiee ? .absenceJustifiee : .absenceInjustifiee
    guard !enPlace.sontToutes(entree) else { return enPlace.notes }
    guard !enPlace.sontVersees else { throw Refus.etat(.copiesVersees) }
    guard !enPlace.ontUneNote else { throw Refus.etat(.calendrierDeSession2(.dejaNote)) }
    guard enPlace.absence == nil || motif != nil else { throw Refus.etat(.motifManquant) }
    return try enPlace.ecrire(entree, motif: motif, travail)
  }

  /// Who signed in at one of the forms of the UE is not absent from it.
  private func verifierLAbsence(_ travail: Travail) throws {
    let siens = try travail.registre.emargementsDeSession2(campagne).filter {
      $0.etudiant == etudiant && $0.epreuve.ue == epreuve.ue && $0.estPresent
    }
    guard let emargement = siens.first else { return }
    throw Refus.etat(
      .calendrierDeSession2(
        siens.contains { $0.epreuve == epreuve }
          ? .present : .presentAilleurs(emargement.epreuve.forme)
      )
    )
  }
}

extension CalendrierDeSession2 {
  /// Whether all that a student sits of a UE is over, for everybody who sits it.
  func estPasse(_ etudiant: Identifiant<Etudiant>, a ue: CodeUE, le moment: Instant) -> Bool {
    seances(de: etudiant).filter { $0.epreuve.ue == ue }
      .allSatisfy { $0.debut.a(minute: $0.finDuJour) < moment }
  }
}
