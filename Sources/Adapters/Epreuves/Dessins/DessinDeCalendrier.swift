public import Calendrier
internal import HTML

/// A calendar to be looked at and printed: rooms and periods, then the load of students by day.
public struct DessinDeCalendrier: Sendable {
  let probleme: ProblemeDExamens
  let calendrier: CalendrierDExamens
  let titre: String
  let charge: ChargeDesCandidats
  let grille: GrilleDeCalendrier
  /// For each exam, the candidates who have another at once.
  let simultanees: [Int: Set<Int>]
  /// The formations, in the order of the exams; empty when no exam tells its own.
  let formations: [String]
  let violations: [Violation]

  public init(_ probleme: ProblemeDExamens, _ calendrier: CalendrierDExamens, titre: String) {
    self.probleme = probleme
    self.calendrier = calendrier
    self.titre = titre
    charge = ChargeDesCandidats(probleme, calendrier)
    grille = GrilleDeCalendrier(probleme, calendrier)
    var simultanees: [Int: Set<Int>] = [:]
    for paire in charge.simultaneites {
      simultanees[paire.premiere, default: []].insert(paire.candidat)
      simultanees[paire.seconde, default: []].insert(paire.candidat)
    }
    self.simultanees = simultanees
    var vues: Set<String> = []
    formations = probleme.epreuves.map(\.formation)
      .filter { !$0.isEmpty && vues.insert($0).inserted }
    violations = probleme.bilan(calendrier).violations
  }

  /// The drawing as a file of SVG.
  public var fichier: String {
    let (largeur, hauteur) = (largeur, hauteur)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(largeur) \(hauteur)" \
      width="\(largeur)" height="\(hauteur)" role="img" lang="fr" \
      aria-labelledby="titre" aria-describedby="resume"><style>\(Self.feuille)\
      @page{size:A3 \(largeur > hauteur ? "landscape" : "portrait");margin:10mm}</style>\
      <rect width="100%" height="100%" style="fill:#fff"></rect>\(formes.markup)</svg>

      """
  }

  private var formes: some HTML {
    HTMLGroup(
      title(.id("titre")) { phrase(titre) },
      desc(.id("resume")) { phrase(resume) },
      texte("titre", 16, 32, titre),
      texte("resume", 16, 52, resume),
      legende,
      entetes,
      rangees,
      HTMLList(grille.occupations.map { occupation($0) }),
      HTMLList(grille.boites.map { boite($0) }),
      chaleur,
      plusCharges,
    )
  }

  /// One sentence on what the drawing shows.
  var resume: String {
    let chevauchements = charge.simultaneites.count
    let debut =
      "\(probleme.epreuves.count) épreuves, \(probleme.candidats.count) candidats, "
      + (probleme.salles.count == 1 ? "une salle, " : "\(probleme.salles.count) salles, ")
      + "\(probleme.periodes.count) créneaux sur "
      + (charge.jours.count > 1 ? "\(charge.jours.count) jours" : "un jour")
    let milieu =
      switch chevauchements {
      case 0: " ; aucun chevauchement"
      case 1: " ; un chevauchement"
      default: " ; \(chevauchements) chevauchements"
      }
    let regles = violations.count
    return debut + milieu
      + (regles == 0 ? "" : regles == 1 ? ", une règle enfreinte" : ", \(regles) règles enfreintes")
      + " ; au plus \(charge.plusGrandNombre) épreuves le même jour pour un étudiant."
  }

  var largeur: Int {
    max(grille.droite + 16, 900, LesPlusCharges.gauche + probleme.periodes.count * 22 + 120)
  }

  var hauteur: Int { hautDesPlusCharges + 44 + min(charge.lesPlusCharges.count, 12) * 22 + 24 }

  var hautDeLaChaleur: Int { grille.bas + 48 }

  var hautDesPlusCharges: Int { hautDeLaChaleur + 66 + charge.jours.count * 30 + 34 }

  /// The class of the colour of an exam.
  func teinte(_ epreuve: Int) -> String {
    let formation = formations.firstIndex(of: probleme.epreuves[epreuve].formation)
    return "t\((formation ?? epreuve) % Self.teintes.count)"
  }
}
