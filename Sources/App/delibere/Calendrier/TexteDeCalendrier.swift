internal import Calendrier
internal import Epreuves
internal import Text

/// Calendars in words and tables.
enum TexteDeCalendrier {
  /// What it costs, fault by fault, and what it breaks.
  static func bilan(_ bilan: Bilan, _ probleme: ProblemeDExamens) -> String {
    var table = TextTable([.init("Défaut"), .init("Coût", .right)])
    for (nom, valeur) in bilan.cout.composantes where valeur != 0 {
      table.add([nom, "\(valeur)"])
    }
    table.addRule()
    table.add(["total", "\(bilan.cout.total)"])
    let violations = bilan.violations.map { "– \($0.phrase(probleme))\n" }
    return table.render()
      + (violations.isEmpty
        ? "Rien n’est enfreint.\n"
        : (violations.count == 1
          ? "Une règle est enfreinte :\n" : "\(violations.count) règles sont enfreintes :\n")
          + violations.prefix(50).joined()
          + (violations.count > 50 ? "– et \(violations.count - 50) autres\n" : ""))
  }

  /// Where a run stands, on one line.
  static func suivi(_ suivi: SuiviDeCourse) -> String {
    guard suivi.propositionsParSeconde > 0 else {
      return "un premier calendrier, de coût \(suivi.meilleur ?? 0)\n"
    }
    return "\(suivi.secondes) s : coût \(suivi.meilleur ?? 0), "
      + "\(suivi.propositionsParSeconde / 1_000) milliers de propositions par seconde"
      + composantes(suivi.bilan) + "\n"
  }

  /// The components that cost something, in brackets.
  private static func composantes(_ bilan: Bilan?) -> String {
    let payees = (bilan?.cout.composantes ?? []).filter { $0.valeur > 0 }
    if payees.isEmpty { return "" }
    return " (" + payees.map { "\($0.nom) : \($0.valeur)" }.joined(separator: ", ") + ")"
  }

  /// What each other period would change for an exam.
  static func alternatives(_ explication: Explication, _ epreuve: Int) -> String {
    let probleme = explication.probleme
    let places = explication.calendrier.placements.filter { $0.epreuve == epreuve }
    let actuelles = places.map { place in
      probleme.nommer(periode: place.periode)
        + (place.salle.map { ", salle « \(probleme.salles[$0].nom) »" } ?? "")
    }
    var texte = "« \(probleme.epreuves[epreuve].nom) » : \(actuelles.joined(separator: " ; "))\n"
    for alternative in explication.alternatives(a: epreuve) {
      texte +=
        "– \(probleme.nommer(periode: alternative.periode)) : \(alternative.phrase(probleme))\n"
    }
    return texte
  }

  /// The exams of a candidate, and what is bad in them.
  static func fiche(_ fiche: FicheDeCandidat, _ probleme: ProblemeDExamens) -> String {
    var texte = "\(probleme.nommer(candidat: fiche.candidat))\n"
    for convocation in fiche.convocations {
      let salle = convocation.salle.map { ", salle « \(probleme.salles[$0].nom) »" } ?? ""
      texte +=
        "– « \(probleme.epreuves[convocation.epreuve].nom) », "
        + "\(probleme.nommer(periode: convocation.periode)), \(convocation.minutes) min\(salle)\n"
    }
    guard !fiche.genes.isEmpty else { return texte + "Rien ne gêne.\n" }
    return texte + "Ce qui gêne, pour un coût de \(fiche.cout) :\n"
      + fiche.genes.map { "– \($0.phrase(probleme))\n" }.joined()
  }

  /// The clashes that a calendar leaves, each with what is proposed.
  static func chevauchements(_ explication: Explication) -> String {
    let tous = explication.chevauchements()
    guard !tous.isEmpty else { return "Aucun chevauchement.\n" }
    return (tous.count == 1 ? "Un chevauchement :\n" : "\(tous.count) chevauchements :\n")
      + tous.map { "– \($0.phrase(explication.probleme))\n" }.joined()
  }

  /// What moving an exam costs, and the least that repairs it.
  static func reparation(_ reparation: Reparation, _ probleme: ProblemeDExamens, avant: Int)
    -> String
  {
    let brut = reparation.bilan
    var texte = "Déplacée seule : coût \(brut.cout.total), contre \(avant)"
    texte +=
      brut.estFaisable
      ? ".\n"
      : (brut.violations.count == 1
        ? ", et une règle enfreinte :\n" : ", et \(brut.violations.count) règles enfreintes :\n")
        + brut.violations.prefix(20).map { "– \($0.phrase(probleme))\n" }.joined()
    if let impossible = reparation.impossibilite {
      return texte + impossible.phrase(probleme) + "\n"
    }
    guard let repare = reparation.bilanRepare else { return texte }
    let nombre = reparation.deplacements.count
    texte += "Réparée : coût \(repare.cout.total), "
    texte += nombre == 1 ? "un changement :\n" : "\(nombre) changements :\n"
    for deplacement in reparation.deplacements {
      let salle = deplacement.apres.salle.map { ", salle « \(probleme.salles[$0].nom) »" } ?? ""
      texte +=
        "– « \(probleme.epreuves[deplacement.epreuve].nom) » : "
        + "\(probleme.nommer(periode: deplacement.apres.periode))\(salle)\n"
    }
    return texte
  }
}
