internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  private static let rattrapage: SQLText = """
    SELECT r.evaluation, r.etudiant, r.demande, r.etat, r.date, r.salle, r.forme, r.motif,
      r.version
    FROM rattrapage r
    """

  func rattrapages(etudiant: Identifiant<Etudiant>) throws -> [Rattrapage] {
    try connexion.rows(
      Self.rattrapage
        + " WHERE r.etablissement = ?1 AND r.etudiant = ?2 ORDER BY r.demande, r.evaluation",
      [ici, SQLValue(etudiant)],
      Rattrapage.init,
    )
  }

  func rattrapages(promotion: Identifiant<Promotion>) throws -> [Rattrapage] {
    try connexion.rows(
      Self.rattrapage + """
         JOIN evaluation e ON e.etablissement = r.etablissement AND e.evaluation = r.evaluation
        WHERE r.etablissement = ?1 AND e.promotion = ?2
        ORDER BY r.demande, r.evaluation, r.etudiant
        """,
      [ici, SQLValue(promotion)],
      Rattrapage.init,
    )
  }

  func ajouter(_ rattrapage: Rattrapage, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO rattrapage (etablissement, evaluation, etudiant, etat, date, salle, forme, motif,
        entree, demande, version)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 1)
      """,
      valeurs(rattrapage, ecriture) + [SQLValue(rattrapage.demande)],
    )
  }

  func remplacer(_ rattrapage: Rattrapage, _ ecriture: Ecriture) throws -> Bool {
    try connexion.execute(
      """
      UPDATE rattrapage SET etat = ?4, date = ?5, salle = ?6, forme = ?7, motif = ?8, entree = ?9,
        version = version + 1
      WHERE etablissement = ?1 AND evaluation = ?2 AND etudiant = ?3 AND version = ?10
      """,
      valeurs(rattrapage, ecriture) + [.integer(rattrapage.version)],
    ) == 1
  }

  private func valeurs(_ rattrapage: Rattrapage, _ ecriture: Ecriture) -> [SQLValue] {
    var mot = "demande"
    var modalites: Rattrapage.Modalites?
    var motif: String?
    switch rattrapage.etat {
    case .demande: break
    case .organise(let siennes):
      mot = "organise"
      modalites = siennes
    case .refuse(let sien):
      mot = "refuse"
      motif = sien
    }
    return [
      ici, SQLValue(rattrapage.evaluation), SQLValue(rattrapage.etudiant), .text(mot),
      SQLValue(modalites?.date), .text(modalites?.salle ?? ""), .text(modalites?.forme ?? ""),
      SQLValue(motif), .integer(ecriture.numero),
    ]
  }
}

extension Rattrapage {
  fileprivate init(_ ligne: any SQLRow) throws {
    let etat: Etat =
      switch ligne.text(3) {
      case "demande": .demande
      case "organise":
        .organise(
          Modalites(date: try ligne.instant(4), salle: ligne.text(5), forme: ligne.text(6))
        )
      default: .refuse(motif: ligne.text(7))
      }
    self.init(
      evaluation: try ligne.identifiant(0),
      etudiant: try ligne.identifiant(1),
      demande: try ligne.instant(2),
      etat: etat,
      version: ligne.integer(8),
    )
  }
}
