internal import Actes
internal import Scolarite

/// Writes the absences of the students whose accounts are shown, with a document in each state, so
/// that there is something to see on their pages.
struct InstallerLesAbsences {
  let installee: InstallerUnePromotion.Installee
  let etudiant: Identifiant<Etudiant>
  let jour: Jour

  /// What was said of each absence, the latest first; none of the last.
  private static let suites: [(Justificatif.Nature, Justificatif.Etat)?] = [
    (.medical, .depose), (.permis, .aCompleter(motif: "la date n’est pas lisible")),
    (.autorisation, .refuse(motif: "une convenance personnelle n’excuse pas une absence")),
    (.medical, .accepte), nil,
  ]
  /// Days of courses between two absences.
  private static let pas = 3

  func executer(_ travail: Travail) throws {
    let registre = travail.registre
    let promotion = installee.promotion
    let jours = JoursOuvres(promotion.annee, try registre.annee(promotion.annee))
    guard let semestre = jours.enCours(promotion.anneeBUT, le: jour),
      let groupe = try groupe(registre), !installee.modulesEnCours.isEmpty
    else { return }
    let passes = jours.precedents(jour, Self.suites.count * Self.pas, semestre)
    let manques = stride(from: Self.pas - 1, to: passes.count, by: Self.pas)
      .compactMap { passes[$0].a("08:00") }
    let seances = try CreerDesSeances(
      promotion: promotion.id,
      seances: manques.enumerated().map { rang, debut in
        .init(
          module: installee.modulesEnCours[rang % installee.modulesEnCours.count],
          groupes: [groupe],
          debut: debut,
          minutes: 120,
          nature: .td,
        )
      },
    ).executer(travail)
    let presents = try installee.etudiants.filter {
      try registre.groupes(etudiant: $0).contains(groupe)
    }
    let partis = Set(
      try registre.inscriptions(promotion.id).filter { $0.fin != nil }.map(\.etudiant)
    )
    for (seance, suite) in zip(seances, Self.suites) {
      _ = try FaireLAppel(
        seance: seance.id,
        presents.filter { !partis.contains($0) }.map {
          .init($0, $0 == etudiant ? .absent : .present)
        },
      ).executer(travail)
      if let suite { try justifier(seance, suite.0, suite.1, travail) }
    }
  }

  /// The TD of the student.
  private func groupe(_ registre: any Transaction) throws -> Identifiant<Groupe>? {
    let siens = try registre.groupes(etudiant: etudiant)
    return try registre.groupes(installee.promotion.id).first {
      $0.nature == .td && siens.contains($0.id)
    }?.id
  }

  private func justifier(
    _ seance: Seance,
    _ nature: Justificatif.Nature,
    _ etat: Justificatif.Etat,
    _ travail: Travail,
  ) throws {
    let depose = try DeposerUnJustificatif(
      etudiant: etudiant,
      du: seance.debut,
      au: seance.debut.jour.a("23:59") ?? seance.debut,
      nature: nature,
    ).executer(travail)
    guard etat != .depose else { return }
    _ = try TraiterUnJustificatif(depose.id, etat, version: depose.version).executer(travail)
  }
}
