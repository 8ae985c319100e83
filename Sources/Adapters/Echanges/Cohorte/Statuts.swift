internal import Scolarite

/// The status of a student in each semester of the year.
struct Statuts {
  /// That of the first semester followed, and of the earlier years.
  let premier: Statut
  /// Empty when all are the same.
  private let parSemestre: [NumeroSemestre: Statut]

  init(_ statut: Statut) {
    premier = statut
    parSemestre = [:]
  }

  /// Reads « S1:initial S2:alternant », which names each semester followed once.
  init?(_ texte: String, _ semestres: [NumeroSemestre]) {
    var parSemestre: [NumeroSemestre: Statut] = [:]
    for mot in texte.split(separator: " ") {
      let parties = mot.split(separator: ":", omittingEmptySubsequences: false)
      guard parties.count == 2, let statut = Statut(rawValue: String(parties[1])),
        let semestre = semestres.first(where: { "S\($0.valeur)" == parties[0] }),
        parSemestre.updateValue(statut, forKey: semestre) == nil
      else { return nil }
    }
    guard parSemestre.count == semestres.count,
      let premier = semestres.first.flatMap({ parSemestre[$0] })
    else { return nil }
    self.premier = premier
    self.parSemestre = parSemestre
  }

  subscript(semestre: NumeroSemestre) -> Statut { parSemestre[semestre] ?? premier }

  /// What `etudiants.csv` says of some semesters.
  static func cellule(_ semestres: [SemestreSuivi]) -> String {
    guard let premier = semestres.first?.statut,
      semestres.contains(where: { $0.statut != premier })
    else { return semestres.first?.statut.rawValue ?? "" }
    return semestres.map { "S\($0.numero.valeur):\($0.statut.rawValue)" }.joined(separator: " ")
  }
}
