internal import Actes
internal import SQL
internal import Scolarite

/// Steps, damage and reports of fraud: what is read beside incidents and written with them.
extension TransactionSQL {
  /// The same incidents, with what stands in other tables.
  ///
  /// `choix`: which incidents, as a condition on `incident`; `?1` is the establishment.
  func completer(_ incidents: [Incident], _ choix: SQLText, _ valeurs: [SQLValue]) throws
    -> [Incident]
  {
    guard !incidents.isEmpty else { return [] }
    let etapes = try etapes(choix, valeurs)
    let degats = try degats(choix, valeurs)
    let procesVerbaux = try procesVerbaux(choix, valeurs)
    return incidents.map { incident in
      var complet = incident
      complet.degat = degats[incident.id]
      complet.procesVerbal = procesVerbaux[incident.id]
      let siennes = etapes[incident.id] ?? []
      for rang in complet.suites.indices {
        let etudiant = complet.suites[rang].etudiant
        complet.suites[rang].etapes = siennes.filter { $0.etudiant == etudiant }.map(\.etape)
      }
      return complet
    }
  }

  private typealias EtapeLue = (
    incident: Identifiant<Incident>, etudiant: Identifiant<Etudiant>, etape: Incident.Etape
  )

  private func etapes(_ choix: SQLText, _ valeurs: [SQLValue]) throws
    -> [Identifiant<Incident>: [EtapeLue]]
  {
    let lues = try connexion.rows(
      """
      SELECT incident, etudiant, nature, jour, texte, par FROM etape_disciplinaire
      WHERE etablissement = ?1
      """ + choix + " ORDER BY incident, etudiant, rang",
      valeurs,
    ) { ligne -> EtapeLue in
      let nature = try ligne.lu(Incident.Etape.Nature(rawValue: ligne.text(2)))
      return (
        try ligne.identifiant(0), try ligne.identifiant(1),
        Incident.Etape(
          nature: nature,
          jour: try ligne.jour(3),
          texte: ligne.text(4),
          par: ligne.text(5),
        ),
      )
    }
    return Dictionary(grouping: lues, by: \.incident)
  }

  private func degats(_ choix: SQLText, _ valeurs: [SQLValue]) throws
    -> [Identifiant<Incident>: Incident.Degat]
  {
    let lus = try connexion.rows(
      """
      SELECT incident, designation, valeur, montant, etat, facture FROM degat
      WHERE etablissement = ?1
      """ + choix,
      valeurs,
    ) { ligne -> (Identifiant<Incident>, Incident.Degat) in
      let degat = Incident.Degat(
        designation: ligne.text(1),
        valeur: ligne.integer(2),
        montant: ligne.integer(3),
        etat: try ligne.lu(Incident.Degat.Etat(rawValue: ligne.text(4))),
        facture: ligne.text(5),
      )
      return (try ligne.identifiant(0), degat)
    }
    return Dictionary(lus) { premier, _ in premier }
  }

  private func procesVerbaux(_ choix: SQLText, _ valeurs: [SQLValue]) throws
    -> [Identifiant<Incident>: Incident.ProcesVerbal]
  {
    let signatures = Dictionary(
      grouping: try connexion.rows(
        """
        SELECT incident, nom, etudiant, signe FROM signature_de_pv
        WHERE etablissement = ?1
        """ + choix + " ORDER BY incident, rang",
        valeurs,
      ) { ligne -> (Identifiant<Incident>, Incident.ProcesVerbal.Signataire) in
        let signataire = Incident.ProcesVerbal.Signataire(
          nom: ligne.text(1),
          etudiant: try ligne.identifiant(facultatif: 2),
          aSigne: ligne.verdict(3),
        )
        return (try ligne.identifiant(0), signataire)
      },
      by: \.0,
    ).mapValues { $0.map(\.1) }
    let lus = try connexion.rows(
      """
      SELECT incident, jour, mesures, pieces, expulsion FROM pv_de_fraude
      WHERE etablissement = ?1
      """ + choix,
      valeurs,
    ) { ligne -> (Identifiant<Incident>, Incident.ProcesVerbal) in
      let incident: Identifiant<Incident> = try ligne.identifiant(0)
      let procesVerbal = Incident.ProcesVerbal(
        jour: try ligne.jour(1),
        mesures: ligne.text(2),
        pieces: ligne.text(3),
        participation: ligne.optionalText(4).map { .expulsion(motif: $0) } ?? .continuee,
        signatures: signatures[incident] ?? [],
      )
      return (incident, procesVerbal)
    }
    return Dictionary(lus) { premier, _ in premier }
  }

  // MARK: Writing

  /// Takes away what stands beside an incident, to be written again.
  func retirerLesAnnexes(_ incident: Incident) throws {
    let reste: [SQLText] = ["etape_disciplinaire", "signature_de_pv", "pv_de_fraude", "degat"]
    for table in reste {
      try connexion.execute(
        "DELETE FROM " + table + " WHERE etablissement = ?1 AND incident = ?2",
        [ici, SQLValue(incident.id)],
      )
    }
  }

  func ajouterLesAnnexes(_ incident: Incident) throws {
    for suite in incident.suites {
      for (rang, etape) in suite.etapes.enumerated() {
        try connexion.execute(
          """
          INSERT INTO etape_disciplinaire (etablissement, incident, etudiant, rang, nature, jour,
            texte, par)
          VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
          """,
          [
            ici, SQLValue(incident.id), SQLValue(suite.etudiant), SQLValue(rang + 1),
            .text(etape.nature.rawValue), SQLValue(etape.jour), .text(etape.texte),
            .text(etape.par),
          ],
        )
      }
    }
    if let degat = incident.degat { try ajouter(degat, incident) }
    if let procesVerbal = incident.procesVerbal { try ajouter(procesVerbal, incident) }
  }

  private func ajouter(_ degat: Incident.Degat, _ incident: Incident) throws {
    try connexion.execute(
      """
      INSERT INTO degat (etablissement, incident, designation, valeur, montant, etat, facture)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      """,
      [
        ici, SQLValue(incident.id), .text(degat.designation), .integer(degat.valeur),
        .integer(degat.montant), .text(degat.etat.rawValue), .text(degat.facture),
      ],
    )
  }

  private func ajouter(_ procesVerbal: Incident.ProcesVerbal, _ incident: Incident) throws {
    var expulsion: String?
    if case .expulsion(let motif) = procesVerbal.participation { expulsion = motif }
    try connexion.execute(
      """
      INSERT INTO pv_de_fraude (etablissement, incident, jour, mesures, pieces, expulsion)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      """,
      [
        ici, SQLValue(incident.id), SQLValue(procesVerbal.jour), .text(procesVerbal.mesures),
        .text(procesVerbal.pieces), SQLValue(expulsion),
      ],
    )
    for (rang, signataire) in procesVerbal.signatures.enumerated() {
      try connexion.execute(
        """
        INSERT INTO signature_de_pv (etablissement, incident, rang, nom, etudiant, signe)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        """,
        [
          ici, SQLValue(incident.id), SQLValue(rang + 1), .text(signataire.nom),
          SQLValue(signataire.etudiant), SQLValue(signataire.aSigne),
        ],
      )
    }
  }

  // MARK: The end of records

  func retirer(
    _ etudiant: Identifiant<Etudiant>,
    de incident: Identifiant<Incident>,
    _ ecriture: Ecriture,
  ) throws {
    let reste: [SQLText] = ["etape_disciplinaire", "suite"]
    for table in reste {
      try connexion.execute(
        "DELETE FROM " + table
          + " WHERE etablissement = ?1 AND incident = ?2 AND etudiant = ?3 AND ?4 >= 1",
        [ici, SQLValue(incident), SQLValue(etudiant), .integer(ecriture.numero)],
      )
    }
    try connexion.execute(
      """
      UPDATE signature_de_pv SET nom = 'effacé', etudiant = NULL
      WHERE etablissement = ?1 AND incident = ?2 AND etudiant = ?3 AND ?4 >= 1
      """,
      [ici, SQLValue(incident), SQLValue(etudiant), .integer(ecriture.numero)],
    )
    try connexion.execute(
      """
      UPDATE incident SET version = version + 1, entree = ?3
      WHERE etablissement = ?1 AND incident = ?2
      """,
      [ici, SQLValue(incident), .integer(ecriture.numero)],
    )
    try effacerLesContenus(Objet(.incident, incident), ecriture)
  }
}
