internal import Scolarite

extension CohorteDecoder {
  /// Reads `etudiants.csv`, after which no other student is admitted.
  mutating func lireEtudiants(_ table: inout TableCSV) {
    let facultatives = ["nom", "prenom", "statut", "semestres"]
    guard table.verifier(["etudiant"], facultatives, &fautes) else { return }
    lire(&table) { decoder, table throws(Refus) in
      let rang = try decoder.etudiant(table)
      let identifiant = decoder.etudiants[rang].identifiant
      try decoder.noter(.etudiant, de: rang, table, "etudiant", "l’étudiant « \(identifiant) »")
      decoder.etudiants[rang].nom = table.facultatif("nom") ?? ""
      decoder.etudiants[rang].prenom = table.facultatif("prenom") ?? ""
      decoder.etudiants[rang].statut = try table.statut()
      decoder.etudiants[rang].semestres = try table.semestres(parmi: decoder.cadre.semestres)
    }
    clore(table)
  }
}

extension TableCSV {
  fileprivate func statut() throws(Refus) -> Statut {
    let attendus = Statut.allCases.map { "« \($0.rawValue) »" }.joined(separator: " ou ")
    return try valeurFacultative("statut", attendus) { Statut(rawValue: $0) } ?? .initial
  }

  /// « 1 2 », each semester once; all those of the year by default.
  fileprivate func semestres(parmi admis: [NumeroSemestre]) throws(Refus) -> [NumeroSemestre] {
    let attendu = "un ou deux semestres de l’année (\(admis.enLettres)), séparés par une espace"
    return try valeurFacultative("semestres", attendu) { texte in
      let mots = texte.split(separator: " ")
      let numeros = mots.compactMap { mot in admis.first { String($0.valeur) == mot } }
      let sontJustes = numeros.count == mots.count && Set(numeros).count == numeros.count
      return sontJustes && !numeros.isEmpty ? numeros : nil
    } ?? admis
  }
}
