internal import Scolarite
internal import Text

extension CohorteDecoder {
  static let sport = "sport"

  /// Reads `bonus.csv`: sport, or a type of engagement.
  mutating func lireBonus(_ table: inout TableCSV) {
    guard table.verifier(["etudiant", "activite"], ["points", "seances"], &fautes) else { return }
    lire(&table) { decoder, table throws(Refus) in
      let etudiant = try decoder.etudiant(table)
      let activite = try table.obligatoire("activite")
      guard activite.folded == Self.sport else {
        if table.facultatif("seances") != nil {
          throw table.refus("seances", "seul le sport compte des séances")
        }
        let points = try table.nombre("points")
        decoder.etudiants[etudiant].engagements.append(
          Bonus.Engagement(type: activite, points: points)
        )
        return
      }
      let sport = try table.sport()
      let nom = decoder.etudiants[etudiant].identifiant
      try decoder.noter(.sport, de: etudiant, table, "activite", "le sport de « \(nom) »")
      decoder.etudiants[etudiant].sport = sport
    }
  }
}

extension TableCSV {
  /// Points granted, or sessions attended.
  fileprivate func sport() throws(Refus) -> Bonus.Sport {
    let points = try nombreFacultatif("points")
    let seances = try valeurFacultative("seances", "un nombre de séances (0 à 366)") { texte in
      Int(texte).flatMap { (0...366).contains($0) ? $0 : nil }
    }
    switch (points, seances) {
    case (let points?, nil): return .points(points)
    case (nil, let seances?): return .seances(seances)
    case (nil, nil): throw refus("activite", "il manque les points ou les séances de sport")
    case (_?, _?): throw refus("seances", "des points ou des séances, pas les deux")
    }
  }
}
