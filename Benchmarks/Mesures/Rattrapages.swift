internal import Fiction
internal import Scolarite
internal import Terrain

/// The least set of modules to sit again, for every student who does not reach an objective.
enum Rattrapages {
  private static let effectif = 500

  /// What is looked for; a UE is the first one open to the student.
  private enum But: CaseIterable {
    case passage
    case ue
    case annee

    func objectif(_ situation: Situation) -> Objectif? {
      switch self {
      case .passage: .passage
      case .ue: situation.depart.ouvertes.first.map { .ue($0) }
      case .annee: .annee
      }
    }

    var nom: String {
      switch self {
      case .passage: "pour passer"
      case .ue: "pour une UE"
      case .annee: "pour toute l’année"
      }
    }
  }

  static func section() throws -> Section {
    let programme = try Programmes.embarque("mmi-but1")
    let reglement = try Reglements.reglement("but-informatique-session2")
    let dossiers = Promotions.premiereAnnee(programme).etudiants(effectif).map(\.dossier)
    let limite = Releve(
      dossiers.map { dossier in
        Releve(3) {
          Int64(Deliberation<SansPreuve>.resultats(dossier, reglement).annees.count)
        }.mediane
      }
    ).mediane
    let sections = But.allCases.map { section($0, dossiers, reglement, limite) }
    return Section(sections.flatMap(\.lignes), sections.flatMap(\.remarques))
  }

  private static func section(
    _ but: But,
    _ dossiers: [Dossier],
    _ reglement: Reglement,
    _ limite: Duration,
  ) -> Section {
    let temps = dossiers.enumerated().compactMap { rang, dossier in
      duree(but, dossier, reglement).map { (rang: rang, duree: $0) }
    }.sorted { $0.duree < $1.duree }
    let pire = exige(temps.last, "students of a promotion miss the objective")
    let releve = Releve([pire.duree] + temps.map(\.duree))
    let reference = "rendre une fois le verdict de l’année"
    let quantiles = [
      ("Moindre ensemble de rattrapages \(but.nom), médiane", releve.mediane),
      ("… 95e centile", releve.centile(95)), ("… le plus long", releve.maximum),
    ]
    return Section(
      quantiles.map { objet, temps in
        Ligne(objet, temps, limite: limite, reference, cible: .milliseconds(10))
      },
      [
        "Rattrapages \(but.nom) : \(temps.count) étudiants sur \(effectif) n’y sont pas et ont "
          + "des épreuves ouvertes ; le plus long est celui de rang \(pire.rang), graine "
          + "\(Promotions.graine)."
      ],
    )
  }

  /// The median of three runs; `nil` where nothing is to be looked for.
  private static func duree(
    _ but: But,
    _ dossier: Dossier,
    _ reglement: Reglement,
  ) -> Duration? {
    guard let situation = Situation(dossier, reglement, .rattrapagesDeModules),
      let objectif = but.objectif(situation),
      taille(dossier, reglement, objectif) > 0
    else { return nil }
    return Releve(3) { Int64(taille(dossier, reglement, objectif)) }.mediane
  }

  /// The size of the set, beyond all when there is none; 0 where nothing is to be looked for.
  private static func taille(
    _ dossier: Dossier,
    _ reglement: Reglement,
    _ objectif: Objectif,
  ) -> Int {
    let situation = exige(
      Situation(dossier, reglement, .rattrapagesDeModules),
      "a student of a promotion follows a year",
    )
    let pas = exige(Decimale("0,01"), "a hundredth of a point")
    switch situation.moindreEnsemble(objectif, pas: pas) {
    case .dejaAtteint, .aucuneEpreuve: return 0
    case .impossible: return .max
    case .ensemble(let moindre): return moindre.epreuves.count
    }
  }
}
