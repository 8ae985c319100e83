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
      let semestres = try table.semestres(parmi: decoder.cadre.semestres)
      decoder.etudiants[rang].semestres = semestres
      decoder.etudiants[rang].statuts = try table.statuts(semestres)
    }
    clore(table)
  }
}

extension TableCSV {
  /// « alternant », or « S1:initial S2:alternant » with each semester followed once.
  fileprivate func statuts(_ semestres: [NumeroSemestre]) throws(Refus) -> Statuts {
    let admis = Statut.allCases.map { "« \($0.rawValue) »" }.joined(separator: " ou ")
    let exemple = zip(semestres, [Statut.initial, .alternant]).map {
      "S\($0.valeur):\($1.rawValue)"
    }
    let attendu =
      "\(admis), ou le statut de chaque semestre suivi (« \(exemple.joined(separator: " ")) »)"
    return try valeurFacultative("statut", attendu) { texte in
      Statut(rawValue: texte).map { Statuts($0) } ?? Statuts(texte, semestres)
    } ?? Statuts(.initial)
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
