internal import Actes
internal import Scolarite

/// Writes what waits for somebody in a promotion whose year goes on: documents to look at, slots to
/// come; and the accommodations that students hold.
struct InstallerLaVie {
  let installee: InstallerUnePromotion.Installee
  let jour: Jour

  func executer(_ travail: Travail) throws {
    try amenager(travail)
    try justifier(travail)
    try prevoir(travail)
  }

  private var promotion: Promotion { installee.promotion }

  // MARK: Accommodations

  private func amenager(_ travail: Travail) throws {
    let accords: [(Amenagement.Nature, String)] = [
      (.tiersTemps, "un tiers de temps en plus, à l’écrit comme à l’oral"),
      (.tiersTemps, "un tiers de temps en plus à l’écrit"),
      (.salleIsolee, "composition dans une salle à part"),
      (.materiel, "ordinateur avec correcteur d’orthographe"),
    ]
    for (rang, accord) in accords.enumerated() {
      let etudiant = installee.etudiants[3 + 5 * rang]
      _ = try AccorderUnAmenagement(
        accord.0,
        a: etudiant,
        precision: accord.1,
        depuis: Jour(ouvrant: promotion.annee),
        jusqua: Jour(cloturant: promotion.annee),
      ).executer(travail)
    }
  }

  // MARK: Documents

  /// The last absences without a reason: most documents wait, one lacks a page, one is accepted.
  private func justifier(_ travail: Travail) throws {
    let natures: [Justificatif.Nature] = [
      .medical, .permis, .medical, .arretDeTravail, .medical, .deces,
    ]
    for (rang, absence) in try dernieresAbsences(natures.count, travail).enumerated() {
      let depose = try DeposerUnJustificatif(
        etudiant: absence.presence.etudiant,
        du: absence.debut,
        au: absence.debut.jour.a("23:59") ?? absence.debut,
        nature: natures[rang],
      ).executer(travail)
      let etat: Justificatif.Etat
      switch rang {
      case 4: etat = .aCompleter(motif: "la date n’est pas lisible")
      case 5: etat = .accepte
      default: continue
      }
      _ = try TraiterUnJustificatif(depose.id, etat, version: depose.version).executer(travail)
    }
  }

  /// The last absence of some students, the latest first.
  private func dernieresAbsences(_ nombre: Int, _ travail: Travail) throws -> [PresenceSituee] {
    let dernieres = try installee.etudiants.compactMap { etudiant in
      try travail.registre.presences(etudiant: etudiant).last {
        $0.presence.estUneAbsence && $0.presence.justification == .aucune
      }
    }
    let rangees = dernieres.sorted {
      ($0.debut.jour, $0.debut.minute, $0.presence.etudiant)
        > ($1.debut.jour, $1.debut.minute, $1.presence.etudiant)
    }
    return Array(rangees.prefix(nombre))
  }

  // MARK: Slots to come

  /// Two slots a day for each group of TD, the day that is given and the next one of courses.
  private func prevoir(_ travail: Travail) throws {
    let jours = JoursOuvres(promotion.annee, try travail.registre.annee(promotion.annee))
    let groupes = try travail.registre.groupes(promotion.id).filter { $0.nature == .td }
    let modules = installee.modulesEnCours
    guard !modules.isEmpty else { return }
    let creneaux = jours.suivants(jour, 2).flatMap { jour in
      ["08:00", "13:30"].compactMap { jour.a($0) }
    }
    let seances = creneaux.enumerated().flatMap { tour, debut in
      groupes.enumerated().map { rang, groupe in
        CreerDesSeances.NouvelleSeance(
          module: modules[(tour + rang) % modules.count],
          groupes: [groupe.id],
          debut: debut,
          minutes: 120,
          nature: .td,
        )
      }
    }
    _ = try CreerDesSeances(promotion: promotion.id, seances: seances).executer(travail)
  }
}

extension InstallerUnePromotion.Installee {
  /// The modules of the semester that goes on, those where marks are lacking first.
  var modulesEnCours: [String] {
    var vus: Set<String> = []
    let ouverts = evaluations.filter { !$0.verrouillee }.map(\.module)
    return (modulesATraiter + ouverts).filter { vus.insert($0).inserted }
  }
}
