internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  private static let signalement: SQLText = """
    SELECT signalement, etudiant, nature, du, au, texte, depose FROM signalement_d_absence
    WHERE etablissement = ?1
    """

  /// The students of a promotion, `?2`.
  private static let inscrits: SQLText = """
     AND etudiant IN
      (SELECT etudiant FROM inscription WHERE etablissement = ?1 AND promotion = ?2)
    """

  func signalement(_ id: Identifiant<SignalementDAbsence>) throws -> SignalementDAbsence? {
    try connexion.first(
      Self.signalement + " AND signalement = ?2",
      [ici, SQLValue(id)],
      SignalementDAbsence.init,
    )
  }

  func signalements(etudiant: Identifiant<Etudiant>) throws -> [SignalementDAbsence] {
    try connexion.rows(
      Self.signalement + " AND etudiant = ?2 ORDER BY signalement",
      [ici, SQLValue(etudiant)],
      SignalementDAbsence.init,
    )
  }

  func signalements(promotion: Identifiant<Promotion>) throws -> [SignalementDAbsence] {
    try connexion.rows(
      Self.signalement + Self.inscrits + " ORDER BY +signalement",
      [ici, SQLValue(promotion)],
      SignalementDAbsence.init,
    )
  }

  func ajouter(_ signalement: SignalementDAbsence, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO signalement_d_absence (etablissement, signalement, etudiant, nature, du, au,
        texte, depose, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      """,
      [
        ici, SQLValue(signalement.id), SQLValue(signalement.etudiant),
        .text(signalement.nature.rawValue), SQLValue(signalement.du), SQLValue(signalement.au),
        .text(signalement.texte), SQLValue(signalement.depose), .integer(ecriture.numero),
      ],
    )
  }

  func indisponibilites(etudiant: Identifiant<Etudiant>) throws -> [Indisponibilite] {
    try connexion.rows(
      """
      SELECT etudiant, jour, declaree FROM indisponibilite
      WHERE etablissement = ?1 AND etudiant = ?2 ORDER BY jour
      """,
      [ici, SQLValue(etudiant)],
      Indisponibilite.init,
    )
  }

  func indisponibilites(_ promotion: Identifiant<Promotion>, le jour: Jour) throws
    -> [Indisponibilite]
  {
    try connexion.rows(
      """
      SELECT etudiant, jour, declaree FROM indisponibilite
      WHERE etablissement = ?1 AND jour = ?3
      """ + Self.inscrits + " ORDER BY etudiant",
      [ici, SQLValue(promotion), .text(jour.description)],
      Indisponibilite.init,
    )
  }

  func ajouter(_ indisponibilite: Indisponibilite, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO indisponibilite (etablissement, etudiant, jour, declaree, entree)
      VALUES (?1, ?2, ?3, ?4, ?5)
      """,
      [
        ici, SQLValue(indisponibilite.etudiant), .text(indisponibilite.jour.description),
        SQLValue(indisponibilite.declaree), .integer(ecriture.numero),
      ],
    )
  }
}

extension SignalementDAbsence {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      id: try ligne.identifiant(0),
      etudiant: try ligne.identifiant(1),
      nature: try ligne.lu(Nature(rawValue: ligne.text(2))),
      du: try ligne.instant(3),
      au: try ligne.instant(4),
      texte: ligne.text(5),
      depose: try ligne.instant(6),
    )
  }
}

extension Indisponibilite {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      etudiant: try ligne.identifiant(0),
      jour: try ligne.lu(Jour(ligne.text(1))),
      declaree: try ligne.instant(2),
    )
  }
}
