internal import Calendrier
internal import Spreadsheets

/// The rows of each sheet of a session.
struct EcritureDeSession {
  let probleme: ProblemeDExamens

  init(_ probleme: ProblemeDExamens) {
    self.probleme = probleme
  }

  func feuille(_ nom: FeuilleDeSession, _ lignes: [[Cell]]) -> WrittenSheet {
    var feuille = WrittenSheet(name: nom.rawValue)
    var texte = WrittenStyle.plain
    texte.numberFormat = .text
    var jour = WrittenStyle.plain
    jour.numberFormat = .day
    feuille.rows =
      [nom.titres.map { WrittenCell(.text($0.rawValue), .heading) }]
      + lignes.map { ligne in
        ligne.map { cellule in
          switch cellule {
          case .text: WrittenCell(cellule, texte)
          case .date: WrittenCell(cellule, jour)
          case .empty, .number, .boolean, .dateTime, .error: WrittenCell(cellule)
          }
        }
      }
    feuille.columns = nom.titres.map { .init(width: $0.largeur) }
    feuille.frozenRows = 1
    feuille.repeatedRow = 0
    feuille.isLandscape = nom.titres.count > 5
    feuille.filter = WrittenRange(
      CellReference(row: 0, column: 0),
      CellReference(row: lignes.count, column: nom.titres.count - 1),
    )
    feuille.validations = validations(nom)
    return feuille
  }

  private func validations(_ nom: FeuilleDeSession) -> [WrittenValidation] {
    let choix: [(TitreDeSession, [String])] =
      switch nom {
      case .epreuves:
        [(.forme, MotsDeSession.formes), (.seule, [MotsDeSession.oui, MotsDeSession.non])]
      case .candidats: [(.place, MotsDeSession.installations)]
      case .relations: [(.relation, MotsDeSession.relations)]
      case .inscriptions, .periodes, .salles, .surveillants, .reglages, .calendrier: []
      }
    return choix.compactMap { titre, mots in
      nom.titres.firstIndex(of: titre).map { colonne in
        WrittenValidation(
          WrittenRange(
            CellReference(row: 1, column: colonne),
            CellReference(row: 5_000, column: colonne),
          ),
          .list(mots),
          hint: mots.joined(separator: ", "),
          refusal: "Attendu : \(mots.joined(separator: ", "))",
        )
      }
    }
  }

  func lignes(_ nom: FeuilleDeSession) -> [[Cell]] {
    switch nom {
    case .epreuves: probleme.epreuves.map(epreuve)
    case .candidats: probleme.candidats.map(candidat)
    case .inscriptions:
      probleme.epreuves.flatMap { epreuve in
        epreuve.candidats.map { [.text(epreuve.nom), .text(probleme.candidats[$0].nom)] }
      }
    case .periodes: probleme.periodes.enumerated().map { periode($0, $1) }
    case .salles:
      probleme.salles.map {
        [.text($0.nom), .nombre($0.capacite), .nombre($0.penalite), creneaux($0.indisponible)]
      }
    case .surveillants:
      probleme.surveillants.map { [.text($0.nom), creneaux($0.indisponible)] }
    case .relations: probleme.relations.map(relation)
    case .reglages:
      ReglageDeSession.allCases.map {
        [.text($0.rawValue), valeur($0), .text($0.sens)]
      }
    case .calendrier: []
    }
  }

  func calendrier(_ calendrier: CalendrierDExamens) -> [[Cell]] {
    var parties: [Int: Int] = [:]
    return calendrier.placements.map { placement in
      parties[placement.epreuve, default: 0] += 1
      let epreuve = probleme.epreuves[placement.epreuve]
      let periode = probleme.periodes[placement.periode]
      let tous = placement.candidats == epreuve.candidats && !placement.candidats.isEmpty
      return [
        .text(epreuve.nom), .nombre(parties[placement.epreuve] ?? 1),
        tous ? .empty : liste(placement.candidats.map { probleme.candidats[$0].nom }),
        .text(probleme.code(periode: placement.periode)), .jour(periode.date),
        .text(periode.heureCourte),
        placement.salle.map { .text(probleme.salles[$0].nom) } ?? .empty,
        .nombre(placement.candidats.count),
      ]
    }
  }

  func creneaux(_ rangs: [Int]) -> Cell { liste(rangs.map(probleme.code(periode:))) }

  func liste(_ noms: [String]) -> Cell {
    noms.isEmpty ? .empty : .text(noms.joined(separator: "; "))
  }
}
