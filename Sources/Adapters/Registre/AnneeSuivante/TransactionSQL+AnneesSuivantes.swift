internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  // MARK: Choices

  func suitesChoisies(_ promotion: Identifiant<Promotion>) throws -> [SuiteChoisie] {
    try connexion.rows(
      """
      SELECT etudiant, destination, semestres, motif, version FROM suite_choisie
      WHERE etablissement = ?1 AND promotion = ?2 ORDER BY etudiant
      """,
      [ici, SQLValue(promotion)],
    ) { ligne in
      SuiteChoisie(
        promotion: promotion,
        etudiant: try ligne.identifiant(0),
        destination: try ligne.destination(1),
        motif: ligne.text(3),
        version: ligne.integer(4),
      )
    }
  }

  func ecrire(_ suite: SuiteChoisie, _ ecriture: Ecriture) throws -> Bool {
    let valeurs: [SQLValue] = [
      ici, SQLValue(suite.promotion), SQLValue(suite.etudiant), .integer(suite.version),
      .text(suite.destination.sorte), .text(suite.destination.semestres.chiffres),
      .text(suite.motif), .integer(ecriture.numero),
    ]
    guard suite.version > 1 else {
      return try connexion.execute(
        """
        INSERT INTO suite_choisie (etablissement, promotion, etudiant, version, destination,
          semestres, motif, entree)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (etablissement, promotion, etudiant) DO NOTHING
        """,
        valeurs,
      ) == 1
    }
    return try connexion.execute(
      """
      UPDATE suite_choisie SET version = ?4, destination = ?5, semestres = ?6, motif = ?7,
        entree = ?8
      WHERE etablissement = ?1 AND promotion = ?2 AND etudiant = ?3 AND version = ?4 - 1
      """,
      valeurs,
    ) == 1
  }

  func supprimer(_ suite: SuiteChoisie, _ ecriture: Ecriture) throws -> Bool {
    try connexion.execute(
      """
      DELETE FROM suite_choisie
      WHERE etablissement = ?1 AND promotion = ?2 AND etudiant = ?3 AND version = ?4
      """,
      [ici, SQLValue(suite.promotion), SQLValue(suite.etudiant), .integer(suite.version)],
    ) == 1
  }

  func inscrits(en annee: AnneeUniversitaire) throws
    -> [Identifiant<Etudiant>: Identifiant<Promotion>]
  {
    var places: [Identifiant<Etudiant>: Identifiant<Promotion>] = [:]
    try connexion.query(
      """
      SELECT i.etudiant, i.promotion FROM promotion p CROSS JOIN inscription i
      WHERE p.etablissement = ?1 AND p.ouverture = ?2
        AND i.etablissement = ?1 AND i.promotion = p.promotion
      """,
      [ici, SQLValue(annee.debut)],
    ) { places[try $0.identifiant(0)] = try $0.identifiant(1) }
    return places
  }

  // MARK: What was made

  func anneesSuivantes(_ promotion: Identifiant<Promotion>) throws -> [AnneeSuivante] {
    let ids: [Identifiant<AnneeSuivante>] = try connexion.rows(
      """
      SELECT annee_suivante FROM annee_suivante WHERE etablissement = ?1 AND promotion = ?2
      ORDER BY annee_suivante
      """,
      [ici, SQLValue(promotion)],
    ) { try $0.identifiant(0) }
    return try ids.compactMap { try anneeSuivante($0) }
  }

  func anneeSuivante(_ id: Identifiant<AnneeSuivante>) throws -> AnneeSuivante? {
    let cle = [ici, SQLValue(id)]
    let lue = try connexion.first(
      """
      SELECT promotion, faite FROM annee_suivante WHERE etablissement = ?1 AND annee_suivante = ?2
      """,
      cle,
    ) { ligne in
      (
        promotion: try ligne.identifiant(0, Promotion.self),
        faite: try ligne.lu(Instant(ligne.text(1))),
      )
    }
    guard let lue else { return nil }
    return AnneeSuivante(
      id: id,
      promotion: lue.promotion,
      faite: lue.faite,
      promotions: try connexion.rows(
        """
        SELECT promotion FROM promotion_faite WHERE etablissement = ?1 AND annee_suivante = ?2
        ORDER BY promotion
        """,
        cle,
      ) { try $0.identifiant(0) },
      groupes: try connexion.rows(
        """
        SELECT groupe FROM groupe_fait WHERE etablissement = ?1 AND annee_suivante = ?2
        ORDER BY groupe
        """,
        cle,
      ) { try $0.identifiant(0) },
      inscriptions: try connexion.rows(
        """
        SELECT inscription FROM inscription_faite WHERE etablissement = ?1 AND annee_suivante = ?2
        ORDER BY inscription
        """,
        cle,
      ) { try $0.identifiant(0) },
    )
  }

  func ajouter(_ annee: AnneeSuivante, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO annee_suivante (etablissement, annee_suivante, promotion, faite, entree)
      VALUES (?1, ?2, ?3, ?4, ?5)
      """,
      [
        ici, SQLValue(annee.id), SQLValue(annee.promotion), .text(annee.faite.description),
        .integer(ecriture.numero),
      ],
    )
    try noter("promotion_faite", "promotion", annee.promotions.map(\.valeur), annee)
    try noter("groupe_fait", "groupe", annee.groupes.map(\.valeur), annee)
    try noter("inscription_faite", "inscription", annee.inscriptions.map(\.valeur), annee)
  }

  private func noter(
    _ table: SQLText,
    _ colonne: SQLText,
    _ numeros: [Int64],
    _ annee: AnneeSuivante,
  ) throws {
    try connexion.load(
      into: table,
      columns: ["etablissement", "annee_suivante", colonne],
    ) { lignes in
      for numero in numeros {
        lignes.integer(etablissementID)
        lignes.integer(annee.id.valeur)
        lignes.integer(numero)
        try lignes.endRow()
      }
    }
  }

  func ecrits(sur annee: AnneeSuivante) throws -> [(ecrit: EcritSurLAnnee, nombre: Int)] {
    try EcritSurLAnnee.allCases.compactMap { ecrit in
      let nombre = try connexion.first(ecrit.requete, [ici, SQLValue(annee.id)]) { $0.integer(0) }
      guard let nombre, nombre > 0 else { return nil }
      return (ecrit, Int(nombre))
    }
  }

  func supprimer(_ annee: AnneeSuivante, _ ecriture: Ecriture) throws {
    for table: SQLText in ["inscription_faite", "groupe_fait", "promotion_faite"] {
      try connexion.execute(
        "DELETE FROM " + table + " WHERE etablissement = ?1 AND annee_suivante = ?2",
        [ici, SQLValue(annee.id)],
      )
    }
    for inscription in annee.inscriptions {
      for requete in Self.finDInscription {
        try connexion.execute(requete, [ici, SQLValue(inscription)])
      }
    }
    for groupe in annee.groupes {
      try connexion.execute(
        "DELETE FROM groupe WHERE etablissement = ?1 AND groupe = ?2",
        [ici, SQLValue(groupe)],
      )
    }
    for promotion in annee.promotions {
      try connexion.execute(
        "DELETE FROM promotion WHERE etablissement = ?1 AND promotion = ?2",
        [ici, SQLValue(promotion)],
      )
    }
    try connexion.execute(
      "DELETE FROM annee_suivante WHERE etablissement = ?1 AND annee_suivante = ?2",
      [ici, SQLValue(annee.id)],
    )
  }

  /// What removes an enrolment, with the places in groups of its promotion; `?2` is the enrolment.
  private static let finDInscription: [SQLText] = [
    """
    DELETE FROM membre WHERE etablissement = ?1 AND EXISTS
      (SELECT 1 FROM inscription i
       JOIN groupe g ON g.etablissement = i.etablissement AND g.promotion = i.promotion
       WHERE i.etablissement = ?1 AND i.inscription = ?2
         AND g.groupe = membre.groupe AND i.etudiant = membre.etudiant)
    """,
    "DELETE FROM statut WHERE etablissement = ?1 AND inscription = ?2",
    "DELETE FROM inscription WHERE etablissement = ?1 AND inscription = ?2",
  ]
}

extension Suite.Destination {
  /// The word that the register keeps.
  fileprivate var sorte: String {
    switch self {
    case .passe: "passe"
    case .redouble: "redouble"
    case .quitte: "quitte"
    case .indecis: "indecis"
    }
  }
}

extension SQLRow {
  /// A destination: its word, then its semesters.
  fileprivate func destination(_ colonne: Int) throws -> Suite.Destination {
    let semestres = try semestres(colonne + 1)
    return switch text(colonne) {
    case "passe": .passe(semestres)
    case "redouble": .redouble(semestres)
    case "quitte": .quitte
    case _: .indecis
    }
  }
}
