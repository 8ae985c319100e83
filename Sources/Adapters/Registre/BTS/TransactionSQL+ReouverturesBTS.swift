internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  /// What belongs to a candidate, in tables of its own.
  static let annexesDuBTS: [SQLText] = [
    "resultat_bts", "oral_bts", "accompagnement_bts", "reouverture_bts",
  ]

  func oublierLesAnnexes(_ inscription: InscriptionBTS) throws {
    for table in Self.annexesDuBTS {
      try connexion.execute(
        "DELETE FROM " + table + " WHERE etablissement = ?1 AND candidat = ?2",
        [ici, SQLValue(inscription.id)],
      )
    }
  }

  func supprimer(_ inscription: InscriptionBTS, _ ecriture: Ecriture) throws -> Bool {
    try oublierLesAnnexes(inscription)
    return try connexion.execute(
      "DELETE FROM candidat_bts WHERE etablissement = ?1 AND candidat = ?2 AND version = ?3",
      [ici, SQLValue(inscription.id), .integer(inscription.version)],
    ) == 1
  }

  /// By number of candidate; `siens` and `cle` say whose.
  func reouverturesBTS(_ siens: SQLText, _ cle: SQLValue) throws -> [Int64: [ReouvertureBTS]] {
    var lues: [Int64: [ReouvertureBTS]] = [:]
    try connexion.query(
      "SELECT candidat, nature, preuve, motif, jour, deliberee FROM reouverture_bts" + siens
        + " ORDER BY candidat, rang",
      [ici, cle],
    ) { ligne in
      lues[ligne.integer(0), default: []].append(
        ReouvertureBTS(
          nature: try ligne.lu(ReouvertureBTS.Nature(rawValue: ligne.text(1))),
          preuve: ligne.text(2),
          motif: ligne.text(3),
          jour: try ligne.jour(4),
          deliberee: try ligne.jour(facultatif: 5),
        )
      )
    }
    return lues
  }

  func ajouterLesReouvertures(_ inscription: InscriptionBTS) throws {
    for (rang, reouverture) in inscription.reouvertures.enumerated() {
      try connexion.execute(
        """
        INSERT INTO reouverture_bts (etablissement, candidat, rang, nature, preuve, motif, jour,
          deliberee)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """,
        [
          ici, SQLValue(inscription.id), SQLValue(rang + 1), .text(reouverture.nature.rawValue),
          .text(reouverture.preuve), .text(reouverture.motif), SQLValue(reouverture.jour),
          SQLValue(reouverture.deliberee),
        ],
      )
    }
  }
}
