internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  private static let autorisation: SQLText = """
    SELECT autorisation, etudiant, du, au, motif, responsable, fichier, depose, etat, reponse,
      echeance, remplie, constatee, justificatif, version
    FROM autorisation_d_absence WHERE etablissement = ?1
    """

  func autorisation(_ id: Identifiant<AutorisationDAbsence>) throws -> AutorisationDAbsence? {
    try connexion.first(
      Self.autorisation + " AND autorisation = ?2",
      [ici, SQLValue(id)],
      AutorisationDAbsence.init,
    )
  }

  func autorisations(etudiant: Identifiant<Etudiant>) throws -> [AutorisationDAbsence] {
    try connexion.rows(
      Self.autorisation + " AND etudiant = ?2 ORDER BY autorisation",
      [ici, SQLValue(etudiant)],
      AutorisationDAbsence.init,
    )
  }

  func autorisations(promotion: Identifiant<Promotion>) throws -> [AutorisationDAbsence] {
    try connexion.rows(
      Self.autorisation + """
         AND etudiant IN
          (SELECT etudiant FROM inscription WHERE etablissement = ?1 AND promotion = ?2)
        ORDER BY +autorisation
        """,
      [ici, SQLValue(promotion)],
      AutorisationDAbsence.init,
    )
  }

  func ajouter(_ autorisation: AutorisationDAbsence, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO autorisation_d_absence (etablissement, autorisation, etat, reponse, echeance,
        remplie, constatee, justificatif, entree, etudiant, du, au, motif, responsable, fichier,
        depose, version)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, 1)
      """,
      valeurs(autorisation, ecriture) + [
        SQLValue(autorisation.etudiant), SQLValue(autorisation.du), SQLValue(autorisation.au),
        .text(autorisation.motif), SQLValue(autorisation.responsable),
        SQLValue(autorisation.fichier), SQLValue(autorisation.depose),
      ],
    )
  }

  func remplacer(_ autorisation: AutorisationDAbsence, _ ecriture: Ecriture) throws -> Bool {
    try connexion.execute(
      """
      UPDATE autorisation_d_absence SET etat = ?3, reponse = ?4, echeance = ?5, remplie = ?6,
        constatee = ?7, justificatif = ?8, entree = ?9, version = version + 1
      WHERE etablissement = ?1 AND autorisation = ?2 AND version = ?10
      """,
      valeurs(autorisation, ecriture) + [.integer(autorisation.version)],
    ) == 1
  }

  private func valeurs(_ autorisation: AutorisationDAbsence, _ ecriture: Ecriture) -> [SQLValue] {
    var (mot, reponse) = ("demandee", String?.none)
    var condition: AutorisationDAbsence.Condition?
    switch autorisation.etat {
    case .demandee: break
    case .accordee(let sienne):
      mot = "accordee"
      condition = sienne
      reponse = sienne?.texte
    case .refusee(let motif):
      mot = "refusee"
      reponse = motif
    }
    let remplie: Int64? = condition?.constat.map { $0.remplie ? 1 : 0 }
    return [
      ici, SQLValue(autorisation.id), .text(mot), SQLValue(reponse),
      SQLValue(condition?.echeance), SQLValue(remplie), SQLValue(condition?.constat?.le),
      SQLValue(autorisation.justificatif), .integer(ecriture.numero),
    ]
  }
}

extension AutorisationDAbsence {
  fileprivate init(_ ligne: any SQLRow) throws {
    var condition: Condition?
    if let echeance = try ligne.instant(facultatif: 10) {
      let constat = try ligne.instant(facultatif: 12).map {
        Constat(remplie: ligne.integer(11) == 1, le: $0)
      }
      condition = Condition(texte: ligne.text(9), echeance: echeance, constat: constat)
    }
    let etat: Etat =
      switch ligne.text(8) {
      case "demandee": .demandee
      case "accordee": .accordee(condition)
      default: .refusee(motif: ligne.text(9))
      }
    self.init(
      id: try ligne.identifiant(0),
      etudiant: try ligne.identifiant(1),
      du: try ligne.instant(2),
      au: try ligne.instant(3),
      motif: ligne.text(4),
      responsable: ligne.optionalText(5),
      fichier: ligne.optionalText(6),
      depose: try ligne.instant(7),
      etat: etat,
      justificatif: try ligne.identifiant(facultatif: 13),
      version: ligne.integer(14),
    )
  }
}
