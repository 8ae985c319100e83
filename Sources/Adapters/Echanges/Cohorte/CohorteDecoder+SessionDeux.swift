internal import Scolarite

extension CohorteDecoder {
  /// Reads `session2.csv`: enrolments, and what was sat.
  mutating func lireSession2(_ table: inout TableCSV) {
    guard table.verifier(["etudiant", "ue"], ["sur", "note"], &fautes) else { return }
    lire(&table) { decoder, table throws(Refus) in
      let etudiant = try decoder.etudiant(table)
      let code = try table.codeUE("ue")
      guard let ue = decoder.cadre.programme.ue(code) else {
        throw table.refus("ue", "\(code.texte) n’est pas une UE de l’année")
      }
      let note = try table.valeurFacultative("note", EntreesLues.attendue) {
        decoder.entrees.entree($0)
      }
      guard let note else {
        try decoder.noterLInscription(table, etudiant, code)
        _ = try table.resultat(dans: ue)
        return decoder.inscrire(etudiant, code)
      }
      guard let resultat = try table.resultat(dans: ue) else {
        throw table.refus(
          "sur",
          "il manque ce qui est repassé : \(code.texte) ou un de ses modules",
        )
      }
      if case .module(let canonique) = resultat, decoder.etudiants[etudiant].estAccordee(code) {
        throw table.refus(
          "sur",
          "\(code.texte) est accordée sans notes : la note de « \(canonique) » ne peut y entrer, "
            + "donnez celle de l’UE",
        )
      }
      try decoder.ajouter(note, resultat, table, etudiant)
      decoder.inscrire(etudiant, code)
    }
  }

  /// Refuses a second row that only enrols.
  private mutating func noterLInscription(
    _ table: TableCSV,
    _ etudiant: Int,
    _ code: CodeUE,
  ) throws(Refus) {
    let nom = etudiants[etudiant].identifiant
    let quoi = "l’inscription de « \(nom) » à \(code.texte)"
    try noter(.inscription(code), de: etudiant, table, "ue", quoi)
  }

  private mutating func inscrire(_ etudiant: Int, _ code: CodeUE) {
    guard !etudiants[etudiant].session2.inscriptions.contains(code) else { return }
    etudiants[etudiant].session2.inscriptions.append(code)
  }

  private mutating func ajouter(
    _ note: Entree,
    _ resultat: ResultatDeSession2,
    _ table: TableCSV,
    _ etudiant: Int,
  ) throws(Refus) {
    let nom = etudiants[etudiant].identifiant
    let quoi = "la note de session 2 de « \(nom) » pour \(resultat.nom)"
    try noter(.resultat(resultat.nom), de: etudiant, table, "sur", quoi)
    switch resultat {
    case .ue(let code): etudiants[etudiant].session2.notesUE[code] = note
    case .module(let canonique): etudiants[etudiant].session2.notesModules[canonique] = note
    }
  }
}

/// What a mark of session 2 is about.
private enum ResultatDeSession2 {
  case ue(CodeUE)
  /// By its canonical code.
  case module(String)

  var nom: String {
    switch self {
    case .ue(let code): code.texte
    case .module(let canonique): canonique
    }
  }
}

extension TableCSV {
  /// What the row is about, the UE or one of its modules; `nil` when it does not say.
  fileprivate func resultat(dans ue: UEDeProgramme) throws(Refus) -> ResultatDeSession2? {
    let attendu = "\(ue.code.texte) ou un de ses modules"
    return try valeurFacultative("sur", attendu) { texte in
      if let code = CodeUE(texte) { return code == ue.code ? .ue(code) : nil }
      let canonique = CodeModule(texte)?.canonique
      return ue.modules.first { $0.code.canonique == canonique }.map { .module($0.code.canonique) }
    }
  }
}
