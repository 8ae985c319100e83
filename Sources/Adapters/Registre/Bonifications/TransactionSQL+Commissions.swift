internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  func commission(_ id: Identifiant<CommissionDesBonifications>) throws
    -> CommissionDesBonifications?
  {
    try commissions(" AND commission = ?2", [SQLValue(id)]).first
  }

  func commissions() throws -> [CommissionDesBonifications] { try commissions("", []) }

  private func commissions(_ choix: SQLText, _ valeurs: [SQLValue]) throws
    -> [CommissionDesBonifications]
  {
    let valeurs = [ici] + valeurs
    let membres = Dictionary(
      grouping: try connexion.rows(
        """
        SELECT commission, nom, qualite, departement, represente, present
        FROM membre_de_commission WHERE etablissement = ?1
        """ + choix + " ORDER BY commission, rang",
        valeurs,
      ) { ligne in
        let membre = CommissionDesBonifications.Membre(
          nom: ligne.text(1),
          try ligne.lu(CommissionDesBonifications.Qualite(rawValue: ligne.text(2))),
          departement: try ligne.identifiant(facultatif: 3),
          represente: ligne.verdict(4),
          estPresent: ligne.verdict(5),
        )
        return (numero: ligne.integer(0), membre: membre)
      },
      by: \.numero,
    )
    return try connexion.rows(
      """
      SELECT commission, annee, jour, lieu, observations, close, version FROM commission
      WHERE etablissement = ?1
      """ + choix + " ORDER BY commission",
      valeurs,
    ) { ligne in
      CommissionDesBonifications(
        id: try ligne.identifiant(0),
        annee: try ligne.annee(1),
        jour: try ligne.jour(2),
        lieu: ligne.text(3),
        membres: membres[ligne.integer(0), default: []].map(\.membre),
        observations: ligne.text(4),
        close: try ligne.jour(facultatif: 5),
        version: ligne.integer(6),
      )
    }
  }

  func ajouter(_ commission: CommissionDesBonifications, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO commission (etablissement, commission, annee, jour, lieu, observations, version,
        entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1, ?7)
      """,
      [
        ici, SQLValue(commission.id), SQLValue(commission.annee.debut),
        SQLValue(commission.jour), .text(commission.lieu), .text(commission.observations),
        .integer(ecriture.numero),
      ],
    )
    try ajouterLesMembres(commission)
  }

  func remplacer(_ commission: CommissionDesBonifications, _ ecriture: Ecriture) throws -> Bool {
    let changees = try connexion.execute(
      """
      UPDATE commission SET version = version + 1, entree = ?4, jour = ?5, lieu = ?6,
        observations = ?7, close = ?8
      WHERE etablissement = ?1 AND commission = ?2 AND version = ?3
      """,
      [
        ici, SQLValue(commission.id), .integer(commission.version), .integer(ecriture.numero),
        SQLValue(commission.jour), .text(commission.lieu), .text(commission.observations),
        SQLValue(commission.close),
      ],
    )
    guard changees == 1 else { return false }
    try connexion.execute(
      "DELETE FROM membre_de_commission WHERE etablissement = ?1 AND commission = ?2",
      [ici, SQLValue(commission.id)],
    )
    try ajouterLesMembres(commission)
    return true
  }

  private func ajouterLesMembres(_ commission: CommissionDesBonifications) throws {
    for (rang, membre) in commission.membres.enumerated() {
      try connexion.execute(
        """
        INSERT INTO membre_de_commission (etablissement, commission, rang, nom, qualite,
          departement, represente, present)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """,
        [
          ici, SQLValue(commission.id), SQLValue(rang + 1), .text(membre.nom),
          .text(membre.qualite.rawValue), SQLValue(membre.departement),
          SQLValue(membre.represente), SQLValue(membre.estPresent),
        ],
      )
    }
  }
}
