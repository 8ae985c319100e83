internal import Calendrier
internal import Epreuves
internal import Text

/// `delibere calendrier resoudre`: searches on several cores and keeps the best calendar.
enum ResoudreUnCalendrier {
  private static let fil = ["delibere", "calendrier", "resoudre"]

  static func executer(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let instance = try InstanceDExamens.lire(saisie, fil)
    let sortie = saisie.valeur("sortie")
    if let sortie { try AccesALaBase.exigerUneDestination(sortie) }
    let demande = try DemandeDeRecherche(saisie, fil)
    let probleme = instance.probleme
    console.printError(
      frenchSpacing(
        "\(probleme.epreuves.count) épreuves, \(probleme.candidats.count) candidats, "
          + "\(probleme.periodes.count) périodes, \(probleme.salles.count) salles ; "
          + "aucun calendrier ne coûte moins de \(probleme.minorant())\n"
      )
    )
    let fin = chercher(probleme, demande, console)
    switch fin.issue {
    case .failure(let impossible):
      console.printError(frenchSpacing("\(impossible.phrase(probleme))\n"))
      return .erreursTrouvees
    case .success(let resultat):
      let bilan = fin.bilan ?? probleme.bilan(resultat.calendrier)
      if let sortie { try instance.ecrire(resultat.calendrier, sortie) }
      console.print(frenchSpacing(TexteDeCalendrier.bilan(bilan, probleme)))
      if let sortie { console.print("Calendrier écrit dans \(sortie).\n") }
      return bilan.estFaisable ? .succes : .erreursTrouvees
    }
  }

  /// Follows a run to its end; Ctrl-C ends it with what it holds.
  private static func chercher(
    _ probleme: ProblemeDExamens,
    _ demande: DemandeDeRecherche,
    _ console: Console,
  ) -> FinDeCourse {
    let arret = ArretAuClavier()
    let course = CourseDeRecherche(
      probleme,
      .init(
        graine: demande.graine,
        coeurs: demande.coeurs,
        budget: demande.budget,
        pas: 5_000_000_000,
      ),
    )
    arret.ecouter { course.arreter() }
    var suivi = course.attendre(apres: 0)
    while suivi.fin == nil {
      console.printError(frenchSpacing(TexteDeCalendrier.suivi(suivi)))
      suivi = course.attendre(apres: suivi.version)
    }
    return course.attendreLaFin()
  }
}

/// How to search, as it was written.
struct DemandeDeRecherche {
  let budget: Recherche.Budget
  let graine: UInt64
  let coeurs: Int

  init(_ saisie: Saisie, _ fil: [String]) throws(Abandon) {
    let secondes = try saisie.nombre("duree", 1...604_800, fil) ?? 60
    let propositions = try saisie.nombre("propositions", 1...1_000_000_000_000, fil)
    budget = propositions.map { .propositions($0) } ?? .nanosecondes(secondes * 1_000_000_000)
    graine = UInt64(try saisie.nombre("graine", 0...Int.max, fil) ?? 1)
    coeurs = try saisie.nombre("coeurs", 1...64, fil) ?? 2
  }
}

extension Saisie {
  /// A whole number between bounds; `nil` where the option was not written.
  func nombre(_ option: String, _ bornes: ClosedRange<Int>, _ fil: [String]) throws(Abandon)
    -> Int?
  {
    guard let ecrit = valeur(option) else { return nil }
    guard let nombre = Int(ecrit), bornes.contains(nombre) else {
      throw .usage(
        "« --\(option) \(ecrit) » : un nombre de \(bornes.lowerBound) à \(bornes.upperBound)",
        fil,
      )
    }
    return nombre
  }
}
