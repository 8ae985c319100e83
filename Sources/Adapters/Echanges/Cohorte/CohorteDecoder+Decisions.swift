internal import CSV
internal import Scolarite

extension CohorteDecoder {
  /// Reads `decisions.csv`: the decisions of the jury in the year.
  mutating func lireDecisions(_ table: inout TableCSV) {
    let colonnes = ["etudiant", "sur", "code", "auteur", "date", "motif"]
    guard table.verifier(colonnes, [], &fautes) else { return }
    lire(&table) { decoder, table throws(Refus) in
      let etudiant = try decoder.etudiant(table)
      let objet = try table.valeur("sur", DecisionDeJury.Objet.attendu) {
        DecisionDeJury.Objet($0)
      }
      let suivis = decoder.etudiants[etudiant].anterieures.values.map(\.programme)
      let ues = (suivis + [decoder.cadre.programme]).flatMap(\.ues)
      if let inconnu = objet.inconnu(parmi: ues) {
        throw table.refus("sur", "\(inconnu) n’est pas au programme")
      }
      let decision = try table.decision(sur: objet, decoder.cadre.entete.annee)
      try decoder.ajouter(decision, table, etudiant)
    }
  }

  private mutating func ajouter(
    _ decision: DecisionDeJury,
    _ table: TableCSV,
    _ etudiant: Int,
  ) throws(Refus) {
    let prises = etudiants[etudiant].decisions
    if let rang = prises.firstIndex(where: { $0.contredit(decision) }) {
      let ligne = etudiants[etudiant].lignes[.decision(rang: rang)] ?? 0
      throw table.refus(
        "sur",
        "la décision de la ligne \(ligne) dit le contraire, ou porte sur le même objet",
      )
    }
    etudiants[etudiant].lignes[.decision(rang: prises.count)] = table.reader.line
    etudiants[etudiant].decisions.append(decision)
  }
}
