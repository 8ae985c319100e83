internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  private static let justificatif: SQLText = """
    SELECT justificatif, etudiant, du, au, nature, depose, fichier, etat, motif, traite_par,
      traite_le, version
    FROM justificatif WHERE etablissement = ?1
    """

  func justificatif(_ id: Identifiant<Justificatif>) throws -> Justificatif? {
    try connexion.first(
      Self.justificatif + " AND justificatif = ?2",
      [ici, SQLValue(id)],
      Justificatif.init,
    )
  }

  func justificatifs(etudiant: Identifiant<Etudiant>) throws -> [Justificatif] {
    try connexion.rows(
      Self.justificatif + " AND etudiant = ?2 ORDER BY justificatif",
      [ici, SQLValue(etudiant)],
      Justificatif.init,
    )
  }

  func justificatifs(promotion: Identifiant<Promotion>) throws -> [Justificatif] {
    try connexion.rows(
      Self.justificatif + """
         AND etudiant IN
          (SELECT etudiant FROM inscription WHERE etablissement = ?1 AND promotion = ?2)
        ORDER BY +justificatif
        """,
      [ici, SQLValue(promotion)],
      Justificatif.init,
    )
  }

  func ajouter(_ justificatif: Justificatif, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO justificatif (etablissement, justificatif, etat, motif, traite_par, traite_le,
        entree, etudiant, du, au, nature, depose, fichier, version)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, 1)
      """,
      valeurs(justificatif, ecriture) + [
        SQLValue(justificatif.etudiant), SQLValue(justificatif.du), SQLValue(justificatif.au),
        .text(justificatif.nature.rawValue), SQLValue(justificatif.depose),
        SQLValue(justificatif.fichier),
      ],
    )
  }

  func remplacer(_ justificatif: Justificatif, _ ecriture: Ecriture) throws -> Bool {
    try connexion.execute(
      """
      UPDATE justificatif SET etat = ?3, motif = ?4, traite_par = ?5, traite_le = ?6, entree = ?7,
        fichier = ?9, version = version + 1
      WHERE etablissement = ?1 AND justificatif = ?2 AND version = ?8
      """,
      valeurs(justificatif, ecriture) + [
        .integer(justificatif.version), SQLValue(justificatif.fichier),
      ],
    ) == 1
  }

  private func valeurs(_ justificatif: Justificatif, _ ecriture: Ecriture) -> [SQLValue] {
    [
      ici, SQLValue(justificatif.id), .text(justificatif.etat.mot),
      SQLValue(justificatif.etat.motif), SQLValue(justificatif.traitement?.par),
      SQLValue(justificatif.traitement?.le), .integer(ecriture.numero),
    ]
  }
}

extension Justificatif {
  fileprivate init(_ ligne: any SQLRow) throws {
    let motif = ligne.text(8)
    let etat: Etat =
      switch ligne.text(7) {
      case "depose": .depose
      case "a-completer": .aCompleter(motif: motif)
      case "accepte": .accepte
      default: .refuse(motif: motif)
      }
    let traite = try ligne.instant(facultatif: 10)
    let auteur: Identifiant<Utilisateur>? = try ligne.identifiant(facultatif: 9)
    self.init(
      id: try ligne.identifiant(0),
      etudiant: try ligne.identifiant(1),
      du: try ligne.instant(2),
      au: try ligne.instant(3),
      nature: try ligne.lu(Nature(rawValue: ligne.text(4))),
      depose: try ligne.instant(5),
      fichier: ligne.optionalText(6),
      etat: etat,
      traitement: traite.map { Traitement(par: auteur, le: $0) },
      version: ligne.integer(11),
    )
  }
}
