internal import Actes
internal import SQL
internal import Scolarite

/// What is noted in the rooms of tests.
extension TransactionSQL {
  private static let constat: SQLText = """
    SELECT constat, evaluation, etudiant, nature, moment, texte FROM constat_de_salle
    WHERE etablissement = ?1
    """

  func constats(_ evaluation: Identifiant<EvaluationDeModule>) throws -> [ConstatDeSalle] {
    try connexion.rows(
      Self.constat + " AND evaluation = ?2 ORDER BY moment, constat",
      [ici, SQLValue(evaluation)],
      ConstatDeSalle.init,
    )
  }

  func constat(_ id: Identifiant<ConstatDeSalle>) throws -> ConstatDeSalle? {
    try connexion.first(
      Self.constat + " AND constat = ?2",
      [ici, SQLValue(id)],
      ConstatDeSalle.init,
    )
  }

  func ajouter(_ constat: ConstatDeSalle, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO constat_de_salle (etablissement, constat, evaluation, etudiant, nature, moment,
        texte, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      """,
      [
        ici, SQLValue(constat.id), SQLValue(constat.evaluation), SQLValue(constat.etudiant),
        .text(constat.nature.rawValue), SQLValue(constat.moment), .text(constat.texte),
        .integer(ecriture.numero),
      ],
    )
  }

  func retirer(_ constat: Identifiant<ConstatDeSalle>, _ ecriture: Ecriture) throws {
    try connexion.execute(
      "DELETE FROM constat_de_salle WHERE etablissement = ?1 AND constat = ?2 AND entree < ?3",
      [ici, SQLValue(constat), .integer(ecriture.numero)],
    )
  }
}

extension ConstatDeSalle {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      id: try ligne.identifiant(0),
      evaluation: try ligne.identifiant(1),
      etudiant: try ligne.identifiant(facultatif: 2),
      nature: try ligne.lu(Nature(rawValue: ligne.text(3))),
      moment: try ligne.instant(4),
      texte: ligne.text(5),
    )
  }
}
