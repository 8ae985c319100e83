public import Scolarite

/// Says that whoever did not sign in was absent: without a good reason it is a zero (R0.19).
public struct ConstaterUneAbsenceDeSession2: Acte {
  public static let nom = "constater-une-absence-de-session-2"
  public let campagne: Identifiant<Campagne>
  public let epreuve: CleDEpreuve
  public let etudiant: Identifiant<Etudiant>
  public let estJustifiee: Bool

  public init(
    campagne: Identifiant<Campagne>,
    epreuve: CleDEpreuve,
    etudiant: Identifiant<Etudiant>,
    estJustifiee: Bool,
  ) {
    self.campagne = campagne
    self.epreuve = epreuve
    self.etudiant = etudiant
    self.estJustifiee = estJustifiee
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
    let notees =
      try travail.registre.epreuvesDeSession2(campagne)
      .first { $0.ue == epreuve.ue }?.notees ?? []
    let anciennes = try travail.registre.notesDeSession2(etudiant, session.promotion.id)
    return try notees.map { notee in
      try SaisirUneNoteDeSession2(
        promotion: session.promotion.id,
        etudiant: etudiant,
        epreuve: notee,
        entree: estJustifiee ? .absenceJustifiee : .absenceInjustifiee,
        version: anciennes.first { $0.epreuve == notee }?.version ?? 0,
      ).executer(travail)
    }
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
