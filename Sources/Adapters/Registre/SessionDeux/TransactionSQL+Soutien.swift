internal import Actes
internal import SQL
internal import Scolarite

/// Support sessions before session 2, and who comes to them.
extension TransactionSQL {
  func uesFondamentales(_ campagne: Identifiant<Campagne>) throws -> [CodeUE] {
    try connexion.rows(
      "SELECT ue FROM ue_fondamentale WHERE etablissement = ?1 AND campagne = ?2 ORDER BY ue",
      [ici, SQLValue(campagne)],
    ) { ligne in try ligne.lu(CodeUE(ligne.text(0))) }
  }

  func fixer(
    uesFondamentales ues: [CodeUE],
    _ campagne: Identifiant<Campagne>,
    _ ecriture: Ecriture,
  ) throws {
    try connexion.execute(
      "DELETE FROM ue_fondamentale WHERE etablissement = ?1 AND campagne = ?2",
      [ici, SQLValue(campagne)],
    )
    for ue in ues {
      try connexion.execute(
        """
        INSERT INTO ue_fondamentale (etablissement, campagne, ue, entree)
        VALUES (?1, ?2, ?3, ?4)
        """,
        [ici, SQLValue(campagne), .text(ue.texte), .integer(ecriture.numero)],
      )
    }
  }

  private static let soutien: SQLText = """
    SELECT soutien, campagne, ue, debut, fin, salle, enseignant, places, annulee, version
    FROM seance_de_soutien WHERE etablissement = ?1
    """

  func seanceDeSoutien(_ id: Identifiant<SeanceDeSoutien>) throws -> SeanceDeSoutien? {
    try connexion.first(
      Self.soutien + " AND soutien = ?2",
      [ici, SQLValue(id)],
      SeanceDeSoutien.init,
    )
  }

  func seancesDeSoutien(_ campagne: Identifiant<Campagne>) throws -> [SeanceDeSoutien] {
    try connexion.rows(
      Self.soutien + " AND campagne = ?2 ORDER BY debut, soutien",
      [ici, SQLValue(campagne)],
      SeanceDeSoutien.init,
    )
  }

  func ajouter(_ seance: SeanceDeSoutien, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO seance_de_soutien (etablissement, soutien, campagne, ue, debut, fin, salle,
        enseignant, places, annulee, version, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
      """,
      [
        ici, SQLValue(seance.id), SQLValue(seance.campagne), .text(seance.ue.texte),
        .text(seance.debut.description), .text(seance.fin.description), .text(seance.salle),
        .text(seance.enseignant), SQLValue(seance.places.map(Int64.init)),
        SQLValue(seance.annulee), .integer(seance.version), .integer(ecriture.numero),
      ],
    )
  }

  func remplacer(_ seance: SeanceDeSoutien, _ ecriture: Ecriture) throws -> Bool {
    try connexion.execute(
      """
      UPDATE seance_de_soutien SET annulee = ?3, version = ?4 + 1, entree = ?5
      WHERE etablissement = ?1 AND soutien = ?2 AND version = ?4
      """,
      [
        ici, SQLValue(seance.id), SQLValue(seance.annulee), .integer(seance.version),
        .integer(ecriture.numero),
      ],
    ) == 1
  }

  func inscriptionsAuSoutien(_ campagne: Identifiant<Campagne>) throws -> [InscriptionAuSoutien] {
    try connexion.rows(
      """
      SELECT i.soutien, i.etudiant, i.present FROM seance_de_soutien s
      JOIN inscription_au_soutien i
        ON i.etablissement = s.etablissement AND i.soutien = s.soutien
      WHERE s.etablissement = ?1 AND s.campagne = ?2 ORDER BY i.soutien, i.etudiant
      """,
      [ici, SQLValue(campagne)],
    ) { ligne in
      InscriptionAuSoutien(
        seance: try ligne.identifiant(0),
        etudiant: try ligne.identifiant(1),
        present: ligne.isNull(2) ? nil : ligne.verdict(2),
      )
    }
  }

  func ecrire(_ inscription: InscriptionAuSoutien, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO inscription_au_soutien (etablissement, soutien, etudiant, present, entree)
      VALUES (?1, ?2, ?3, ?4, ?5)
      ON CONFLICT (etablissement, soutien, etudiant) DO UPDATE SET present = ?4, entree = ?5
      """,
      [
        ici, SQLValue(inscription.seance), SQLValue(inscription.etudiant),
        SQLValue(inscription.present.map { Int64($0 ? 1 : 0) }), .integer(ecriture.numero),
      ],
    )
  }

  func retirer(_ inscription: InscriptionAuSoutien, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      DELETE FROM inscription_au_soutien
      WHERE etablissement = ?1 AND soutien = ?2 AND etudiant = ?3 AND entree < ?4
      """,
      [
        ici, SQLValue(inscription.seance), SQLValue(inscription.etudiant),
        .integer(ecriture.numero),
      ],
    )
  }
}

extension SeanceDeSoutien {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      id: try ligne.identifiant(0),
      campagne: try ligne.identifiant(1),
      ue: try ligne.lu(CodeUE(ligne.text(2))),
      debut: try ligne.instant(3),
      fin: try ligne.instant(4),
      salle: ligne.text(5),
      enseignant: ligne.text(6),
      places: ligne.isNull(7) ? nil : Int(ligne.integer(7)),
      annulee: ligne.isNull(8) ? nil : ligne.text(8),
      version: ligne.integer(9),
    )
  }
}
