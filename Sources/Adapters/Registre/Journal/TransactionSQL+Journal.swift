internal import Actes
internal import Hashing
internal import SQL

extension TransactionSQL {
  private static let colonnes: SQLText = """
    SELECT j.numero, j.horodatage, j.auteur, j.acte, j.objet, j.sujet, c.contenu, j.empreinte
    FROM journal j LEFT JOIN journal_contenu c
      ON c.etablissement = j.etablissement AND c.numero = j.numero
    WHERE j.etablissement = ?1
    """

  func journal(sujet: Identifiant<Etudiant>) throws -> [EntreeDeJournal] {
    try connexion.rows(
      Self.colonnes + " AND j.sujet = ?2 ORDER BY j.numero",
      [ici, SQLValue(sujet)],
      EntreeDeJournal.init,
    )
  }

  func journal(avant: Int64?, limite: Int) throws -> [EntreeDeJournal] {
    try connexion.rows(
      Self.colonnes + " AND j.numero < ?2 ORDER BY j.numero DESC LIMIT ?3",
      [ici, .integer(avant ?? .max), SQLValue(limite)],
      EntreeDeJournal.init,
    )
  }

  func derniereEntree(_ objet: Objet) throws -> EntreeDeJournal? {
    try connexion.first(
      Self.colonnes + " AND j.objet = ?2 AND j.numero <= ?3 ORDER BY j.numero DESC LIMIT 1",
      [ici, .text(objet.nom), .integer(derniereAvant)],
      EntreeDeJournal.init,
    )
  }
}

extension EntreeDeJournal {
  init(_ ligne: any SQLRow) throws {
    self.init(
      numero: ligne.integer(0),
      horodatage: ligne.horodatage(1),
      auteur: try ligne.identifiant(facultatif: 2),
      acte: ligne.text(3),
      objet: ligne.text(4),
      sujet: try ligne.identifiant(facultatif: 5),
      contenu: ligne.optionalText(6),
      empreinte: Hexadecimal.text(ligne.blob(7)),
    )
  }
}
