internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  private static let avis: SQLText = """
    SELECT promotion, etudiant, semestre, instance, jour, motif, version FROM avis
    WHERE etablissement = ?1 AND promotion = ?2
    """

  func avis(promotion: Identifiant<Promotion>) throws -> [AvisContraire] {
    try connexion.rows(
      Self.avis + " ORDER BY etudiant, semestre",
      [ici, SQLValue(promotion)],
      AvisContraire.init,
    )
  }

  func avis(etudiant: Identifiant<Etudiant>, promotion: Identifiant<Promotion>) throws
    -> [AvisContraire]
  {
    try connexion.rows(
      Self.avis + " AND etudiant = ?3 ORDER BY semestre",
      [ici, SQLValue(promotion), SQLValue(etudiant)],
      AvisContraire.init,
    )
  }

  func ecrire(_ avis: AvisContraire, _ ecriture: Ecriture) throws -> Bool {
    let valeurs =
      cle(avis) + [
        .integer(avis.version), .text(avis.acte.auteur), SQLValue(avis.acte.date),
        .text(avis.acte.motif), .integer(ecriture.numero),
      ]
    guard avis.version > 1 else {
      return try connexion.execute(
        """
        INSERT INTO avis (etablissement, promotion, etudiant, semestre, version, instance, jour,
          motif, entree)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        ON CONFLICT (etablissement, promotion, etudiant, semestre) DO NOTHING
        """,
        valeurs,
      ) == 1
    }
    return try connexion.execute(
      """
      UPDATE avis SET version = ?5, instance = ?6, jour = ?7, motif = ?8, entree = ?9
      WHERE etablissement = ?1 AND promotion = ?2 AND etudiant = ?3 AND semestre = ?4
        AND version = ?5 - 1
      """,
      valeurs,
    ) == 1
  }

  func supprimer(_ avis: AvisContraire, _ ecriture: Ecriture) throws -> Bool {
    try connexion.execute(
      """
      DELETE FROM avis WHERE etablissement = ?1 AND promotion = ?2 AND etudiant = ?3
        AND semestre = ?4 AND version = ?5
      """,
      cle(avis) + [.integer(avis.version)],
    ) == 1
  }

  private func cle(_ avis: AvisContraire) -> [SQLValue] {
    [
      ici, SQLValue(avis.promotion), SQLValue(avis.etudiant), SQLValue(avis.semestre.valeur),
    ]
  }
}

extension AvisContraire {
  fileprivate init(_ ligne: any SQLRow) throws {
    let acte = ActeMotive(auteur: ligne.text(3), date: try ligne.jour(4), motif: ligne.text(5))
    self.init(
      promotion: try ligne.identifiant(0),
      etudiant: try ligne.identifiant(1),
      semestre: try ligne.semestre(2),
      acte: try ligne.lu(acte),
      version: ligne.integer(6),
    )
  }
}
