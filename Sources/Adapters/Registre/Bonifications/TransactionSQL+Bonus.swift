internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  private static let bonus: SQLText = """
    SELECT bonus, promotion, etudiant, jour, motif, nature, type, activite, points, seances
    FROM bonus WHERE etablissement = ?1
    """

  func bonus(_ id: Identifiant<BonusAttribue>) throws -> BonusAttribue? {
    try connexion.first(Self.bonus + " AND bonus = ?2", [ici, SQLValue(id)], BonusAttribue.init)
  }

  func bonus(promotion: Identifiant<Promotion>) throws -> [BonusAttribue] {
    try connexion.rows(
      Self.bonus + " AND promotion = ?2 ORDER BY etudiant, bonus",
      [ici, SQLValue(promotion)],
      BonusAttribue.init,
    )
  }

  func bonus(etudiant: Identifiant<Etudiant>) throws -> [BonusAttribue] {
    try connexion.rows(
      Self.bonus + " AND etudiant = ?2 ORDER BY bonus",
      [ici, SQLValue(etudiant)],
      BonusAttribue.init,
    )
  }

  func ajouter(_ bonus: BonusAttribue, _ ecriture: Ecriture) throws {
    let colonnes: [SQLValue] =
      switch bonus.nature {
      case .sport(.points(let points)): ["sport", nil, nil, SQLValue(points), nil]
      case .sport(.seances(let nombre)): ["sport", nil, nil, nil, SQLValue(nombre)]
      case .engagement(let type, let activite, let points):
        ["engagement", .text(type), .text(activite), SQLValue(points), nil]
      }
    try connexion.execute(
      """
      INSERT INTO bonus (etablissement, bonus, promotion, etudiant, jour, motif, entree, nature,
        type, activite, points, seances)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
      """,
      [
        ici, SQLValue(bonus.id), SQLValue(bonus.promotion), SQLValue(bonus.etudiant),
        SQLValue(bonus.date), .text(bonus.motif), .integer(ecriture.numero),
      ] + colonnes,
    )
  }

  func supprimer(_ bonus: Identifiant<BonusAttribue>, _ ecriture: Ecriture) throws {
    try connexion.execute(
      "DELETE FROM bonus WHERE etablissement = ?1 AND bonus = ?2",
      [ici, SQLValue(bonus)],
    )
  }
}

extension BonusAttribue {
  fileprivate init(_ ligne: any SQLRow) throws {
    let nature: Nature =
      if ligne.text(5) == "engagement" {
        .engagement(type: ligne.text(6), activite: ligne.text(7), points: try ligne.decimale(8))
      } else if ligne.isNull(8) {
        .sport(.seances(Int(ligne.integer(9))))
      } else {
        .sport(.points(try ligne.decimale(8)))
      }
    self.init(
      id: try ligne.identifiant(0),
      promotion: try ligne.identifiant(1),
      etudiant: try ligne.identifiant(2),
      nature: nature,
      date: try ligne.jour(3),
      motif: ligne.text(4),
    )
  }
}
