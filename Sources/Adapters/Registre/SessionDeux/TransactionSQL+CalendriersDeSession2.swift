internal import Actes
internal import SQL
internal import Scolarite

/// Rooms, hours and versions of the calendars of sessions 2.
extension TransactionSQL {
  func lieuxDeSession2(_ campagne: Identifiant<Campagne>) throws -> LieuxDeSession2? {
    let cle = [ici, SQLValue(campagne)]
    let version = try connexion.first(
      "SELECT version FROM lieux_de_session2 WHERE etablissement = ?1 AND campagne = ?2",
      cle,
    ) { $0.integer(0) }
    guard let version else { return nil }
    return LieuxDeSession2(
      campagne: campagne,
      salles: try connexion.rows(
        """
        SELECT nom, places, equipements FROM salle_de_session2
        WHERE etablissement = ?1 AND campagne = ?2 ORDER BY rang
        """,
        cle,
      ) { ligne in
        LieuxDeSession2.Salle(
          ligne.text(0),
          places: Int(ligne.integer(1)),
          equipements: EquipementDeSalle.liste(ligne.text(2)),
        )
      },
      creneaux: try connexion.rows(
        """
        SELECT debut, minutes FROM creneau_de_session2 WHERE etablissement = ?1 AND campagne = ?2
        ORDER BY debut
        """,
        cle,
      ) { LieuxDeSession2.Creneau(try $0.instant(0), minutes: Int($0.integer(1))) },
      version: version,
    )
  }

  func ecrire(_ lieux: LieuxDeSession2, _ ecriture: Ecriture) throws -> Bool {
    let cle = [ici, SQLValue(lieux.campagne)]
    let changees =
      lieux.version == 1
      ? try connexion.execute(
        """
        INSERT INTO lieux_de_session2 (etablissement, campagne, version, entree)
        VALUES (?1, ?2, 1, ?3) ON CONFLICT DO NOTHING
        """,
        cle + [.integer(ecriture.numero)],
      )
      : try connexion.execute(
        """
        UPDATE lieux_de_session2 SET version = ?3, entree = ?4
        WHERE etablissement = ?1 AND campagne = ?2 AND version = ?3 - 1
        """,
        cle + [.integer(lieux.version), .integer(ecriture.numero)],
      )
    guard changees == 1 else { return false }
    for table in ["salle_de_session2", "creneau_de_session2"] as [SQLText] {
      try connexion.execute(
        "DELETE FROM " + table + " WHERE etablissement = ?1 AND campagne = ?2",
        cle,
      )
    }
    for (rang, salle) in lieux.salles.enumerated() {
      try connexion.execute(
        """
        INSERT INTO salle_de_session2 (etablissement, campagne, rang, nom, places, equipements)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        """,
        cle + [
          SQLValue(rang + 1), .text(salle.nom), SQLValue(salle.places),
          .text(salle.equipements.enListe),
        ],
      )
    }
    for creneau in lieux.creneaux {
      try connexion.execute(
        """
        INSERT INTO creneau_de_session2 (etablissement, campagne, debut, minutes)
        VALUES (?1, ?2, ?3, ?4)
        """,
        cle + [SQLValue(creneau.debut), SQLValue(creneau.minutes)],
      )
    }
    return true
  }

  // MARK: Versions of the calendar

  func calendriersDeSession2(_ campagne: Identifiant<Campagne>) throws -> [CalendrierDeSession2] {
    try connexion.rows(
      """
      SELECT campagne, numero, contenu, confirme, empreinte, signataire, nom, signe, publie,
        derogation, version
      FROM calendrier_de_session2 WHERE etablissement = ?1 AND campagne = ?2 ORDER BY numero
      """,
      [ici, SQLValue(campagne)],
      CalendrierDeSession2.init,
    )
  }

  func ajouter(_ calendrier: CalendrierDeSession2, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO calendrier_de_session2 (etablissement, campagne, numero, contenu, confirme,
        empreinte, signataire, nom, signe, publie, derogation, entree, version)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 1)
      """,
      valeurs(calendrier, ecriture),
    )
  }

  func remplacer(_ calendrier: CalendrierDeSession2, _ ecriture: Ecriture) throws -> Bool {
    try connexion.execute(
      """
      UPDATE calendrier_de_session2 SET contenu = ?4, confirme = ?5, empreinte = ?6,
        signataire = ?7, nom = ?8, signe = ?9, publie = ?10, derogation = ?11, entree = ?12,
        version = version + 1
      WHERE etablissement = ?1 AND campagne = ?2 AND numero = ?3 AND version = ?13
        AND publie IS NULL
      """,
      valeurs(calendrier, ecriture) + [.integer(calendrier.version)],
    ) == 1
  }

  private func valeurs(_ calendrier: CalendrierDeSession2, _ ecriture: Ecriture) -> [SQLValue] {
    [
      ici, SQLValue(calendrier.campagne), SQLValue(calendrier.numero), .text(calendrier.texte),
      SQLValue(calendrier.estConfirme), SQLValue(calendrier.signature?.empreinte),
      SQLValue(calendrier.signature?.auteur), SQLValue(calendrier.signature?.nom),
      SQLValue(calendrier.signature?.moment),
      SQLValue(calendrier.publication?.moment),
      SQLValue(calendrier.publication?.derogation), .integer(ecriture.numero),
    ]
  }

  // MARK: What a publication changed

  func ajouter(_ changement: ConvocationChangee, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO convocation_changee (etablissement, campagne, numero, etudiant, avant, apres,
        moment, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      """,
      [
        ici, SQLValue(changement.campagne), SQLValue(changement.numero),
        SQLValue(changement.etudiant), .text(changement.avant), .text(changement.apres),
        .integer(changement.moment.millisecondes), .integer(ecriture.numero),
      ],
    )
  }

  func convocationsChangees(
    _ etudiant: Identifiant<Etudiant>,
    _ campagne: Identifiant<Campagne>,
  ) throws -> [ConvocationChangee] {
    try connexion.rows(
      """
      SELECT numero, avant, apres, moment FROM convocation_changee
      WHERE etablissement = ?1 AND campagne = ?2 AND etudiant = ?3 ORDER BY numero DESC
      """,
      [ici, SQLValue(campagne), SQLValue(etudiant)],
    ) { ligne in
      ConvocationChangee(
        campagne: campagne,
        numero: Int(ligne.integer(0)),
        etudiant: etudiant,
        avant: ligne.text(1),
        apres: ligne.text(2),
        moment: ligne.horodatage(3),
      )
    }
  }
}

extension CalendrierDeSession2 {
  fileprivate init(_ ligne: any SQLRow) throws {
    let signature = try ligne.optionalText(4).map { empreinte in
      Signature(
        auteur: try ligne.identifiant(facultatif: 5),
        nom: ligne.text(6),
        moment: try ligne.instant(7),
        empreinte: empreinte,
      )
    }
    self.init(
      campagne: try ligne.identifiant(0),
      numero: Int(ligne.integer(1)),
      seances: try ligne.lu(TexteDeCalendrier.lire(ligne.text(2))),
      signature: signature,
      publication: ligne.isNull(8)
        ? nil : Publication(moment: try ligne.instant(8), derogation: ligne.optionalText(9)),
      estConfirme: ligne.verdict(3),
      version: ligne.integer(10),
    )
  }
}
