internal import CSV
internal import Scolarite
internal import Text

/// A column of marks: « SAE101/Soutenance*2 ».
private struct ColonneDeNotes {
  let rang: Int
  let module: Int
  let evaluation: String
  let coefficient: Decimale
}

extension CohorteDecoder {
  /// One row for each student, one column for each test; an empty cell says nothing.
  mutating func lireNotesLarges(_ table: inout TableCSV) {
    let colonnes = colonnesDeNotes(table)
    guard let premiere = table.rang("etudiant") else {
      fautes.add(table.fichier, .start, "il manque la colonne « etudiant »")
      return
    }
    lire(&table) { decoder, table throws(Refus) in
      let etudiant = try decoder.etudiant(table, premiere)
      let identifiant = decoder.etudiants[etudiant].identifiant
      try decoder.noter(.notes, de: etudiant, table, "etudiant", "les notes de « \(identifiant) »")
      for colonne in colonnes where !table.reader.isEmpty(colonne.rang) {
        decoder.ajouter(colonne, table, etudiant)
      }
    }
    clore(table)
  }

  /// Adds what a cell holds; each faulty cell of a row is named.
  private mutating func ajouter(_ colonne: ColonneDeNotes, _ table: TableCSV, _ etudiant: Int) {
    let texte = table.texte(colonne.rang)
    guard let entree = entrees.entree(texte) else {
      let lu = texte.count > 40 ? texte.prefix(40) + "…" : texte[...]
      let phrase = "lu « \(lu) », attendu : \(EntreesLues.attendue)"
      fautes.add(table.fichier, table.reader.position(colonne.rang), phrase)
      return
    }
    if let raison = sansSemestre(colonne.module, etudiant) {
      fautes.add(table.fichier, table.reader.position(colonne.rang), raison)
      return
    }
    etudiants[etudiant].notes[colonne.module, default: []].append(
      Evaluation(nom: colonne.evaluation, entree: entree, coefficient: colonne.coefficient)
    )
  }

  /// The columns of the heading, without those that are refused.
  private mutating func colonnesDeNotes(_ table: TableCSV) -> [ColonneDeNotes] {
    var colonnes: [ColonneDeNotes] = []
    for rang in 0..<table.reader.count where rang != table.rang("etudiant") {
      do throws(Refus) {
        let colonne = try colonneDeNotes(table.texte(rang), rang)
        let double = colonnes.first {
          $0.module == colonne.module && $0.evaluation == colonne.evaluation
        }
        if let double {
          let premiere = table.reader.position(double.rang)
          throw Refus(
            colonne: rang,
            phrase: "deux colonnes pour l’évaluation « \(colonne.evaluation) » de "
              + "\(modules[colonne.module].code.imprime) : déjà en \(premiere)",
          )
        }
        colonnes.append(colonne)
      } catch {
        fautes.add(table.fichier, table.reader.position(error.colonne), error.phrase)
      }
    }
    return colonnes
  }

  /// Reads « R101 », « SAE101/Soutenance » or « SAE101/Soutenance*2 ».
  private mutating func colonneDeNotes(_ texte: String, _ rang: Int) throws(Refus) -> ColonneDeNotes
  {
    guard texte.folded != "etudiant", !texte.isEmpty else {
      throw Refus(
        colonne: rang,
        phrase: texte.isEmpty ? TableCSV.sansNom : "la colonne « \(texte) » est écrite deux fois",
      )
    }
    var corps = texte[...]
    var coefficient: Decimale = 1
    if let etoile = texte.lastIndex(of: "*") {
      let ecrit = String(texte[etoile...].dropFirst().trimmed)
      guard let nombre = TableCSV.positif(ecrit) else {
        let phrase = "« \(texte) » : « \(ecrit) » n’est pas un coefficient, attendu : "
        throw Refus(colonne: rang, phrase: phrase + TableCSV.nombreAttendu)
      }
      coefficient = nombre
      corps = texte[..<etoile]
    }
    let parties = corps.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let code = String(parties[0].trimmed)
    guard let module = modules.rang(code) else {
      let connues = modules.codes + ["etudiant", "module", "note"]
      let proposition = code.proposition(parmi: connues)
      throw Refus(
        colonne: rang,
        phrase: "colonne inconnue : « \(code) » n’est pas un module de l’année\(proposition)",
      )
    }
    let evaluation =
      parties.count == 2 ? String(parties[1].trimmed) : modules[module].code.imprime
    guard !evaluation.isEmpty else {
      throw Refus(colonne: rang, phrase: "« \(texte) » : il manque le nom de l’évaluation")
    }
    return ColonneDeNotes(
      rang: rang,
      module: module,
      evaluation: evaluation,
      coefficient: coefficient,
    )
  }
}
