internal import Calendrier
internal import Spreadsheets
internal import Text

// The sheet « Calendrier ».
extension LectureDeSession {
  /// The calendar of the workbook, in the ranks of a problem; nil when there is none.
  mutating func calendrier(_ probleme: ProblemeDExamens) -> CalendrierDExamens? {
    guard let table = table(.calendrier, exigee: false) else { return nil }
    var placements: [CalendrierDExamens.Placement] = []
    for ligne in table.lignes {
      guard let epreuve = rang(table, ligne, .epreuve, \.epreuves),
        let periode = periode(table, ligne, probleme)
      else { continue }
      let tous = table.cellule(ligne, .candidats).isBlank
      let sansSalle = table.cellule(ligne, .salle).isBlank
      placements.append(
        .init(
          epreuve: epreuve,
          candidats: tous
            ? probleme.epreuves[epreuve].candidats : rangs(table, ligne, .candidats, \.candidats),
          periode: periode,
          salle: sansSalle ? nil : rang(table, ligne, .salle, \.salles),
        )
      )
    }
    return CalendrierDExamens(placements: placements)
  }

  /// The period of a row: its code, or its day and hour; both must agree.
  private mutating func periode(
    _ table: TableDeSession,
    _ ligne: Int,
    _ probleme: ProblemeDExamens,
  ) -> Int? {
    let jour = jour(table, ligne)
    let heure = heure(table, ligne)
    func convient(_ rang: Int) -> Bool {
      let periode = probleme.periodes[rang]
      return (jour ?? periode.date) == periode.date && (heure ?? periode.debut) == periode.debut
    }
    guard table.cellule(ligne, .creneau).isBlank else {
      guard let rang = rang(table, ligne, .creneau, \.creneaux) else { return nil }
      guard convient(rang) else {
        let creneau = creneaux.noms[rang]
        fautes.noter(.creneauContredit(creneau: creneau), table.place(ligne, .jour))
        return nil
      }
      return rang
    }
    let possibles = probleme.periodes.indices.filter(convient)
    guard jour != nil, possibles.count == 1 else {
      fautes.noter(.momentAmbigu, table.place(ligne, .jour))
      return nil
    }
    return possibles[0]
  }
}
