internal import Actes
internal import SQL
internal import Scolarite

/// Constraints, reported clashes, seats and sign-ins of sessions 2.
extension TransactionSQL {
  private static let contrainte: SQLText = """
    SELECT contrainte, campagne, etudiant, nature, du, au, precisions, declaree
    FROM contrainte_de_session2 WHERE etablissement = ?1
    """

  func contraintesDeSession2(_ campagne: Identifiant<Campagne>) throws -> [ContrainteDeSession2] {
    try connexion.rows(
      Self.contrainte + " AND campagne = ?2 ORDER BY contrainte",
      [ici, SQLValue(campagne)],
      ContrainteDeSession2.init,
    )
  }

  func contrainteDeSession2(_ id: Identifiant<ContrainteDeSession2>) throws
    -> ContrainteDeSession2?
  {
    try connexion.first(
      Self.contrainte + " AND contrainte = ?2",
      [ici, SQLValue(id)],
      ContrainteDeSession2.init,
    )
  }

  func ajouter(_ contrainte: ContrainteDeSession2, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO contrainte_de_session2 (etablissement, contrainte, campagne, etudiant, nature, du,
        au, precisions, declaree, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
      """,
      [
        ici, SQLValue(contrainte.id), SQLValue(contrainte.campagne),
        SQLValue(contrainte.etudiant), .text(contrainte.nature.rawValue),
        SQLValue(contrainte.du), SQLValue(contrainte.au), .text(contrainte.precision),
        SQLValue(contrainte.declaree), .integer(ecriture.numero),
      ],
    )
  }

  func retirer(_ contrainte: Identifiant<ContrainteDeSession2>, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      DELETE FROM contrainte_de_session2
      WHERE etablissement = ?1 AND contrainte = ?2 AND entree < ?3
      """,
      [ici, SQLValue(contrainte), .integer(ecriture.numero)],
    )
  }

  // MARK: Reported clashes

  private static let signalement2: SQLText = """
    SELECT signalement, campagne, etudiant, epreuves, texte, depose, reponse, version
    FROM signalement_de_session2 WHERE etablissement = ?1
    """

  func signalementsDeSession2(_ campagne: Identifiant<Campagne>) throws -> [SignalementDeSession2] {
    try connexion.rows(
      Self.signalement2 + " AND campagne = ?2 ORDER BY signalement",
      [ici, SQLValue(campagne)],
      SignalementDeSession2.init,
    )
  }

  func signalementDeSession2(_ id: Identifiant<SignalementDeSession2>) throws
    -> SignalementDeSession2?
  {
    try connexion.first(
      Self.signalement2 + " AND signalement = ?2",
      [ici, SQLValue(id)],
      SignalementDeSession2.init,
    )
  }

  func ajouter(_ signalement: SignalementDeSession2, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO signalement_de_session2 (etablissement, signalement, campagne, etudiant, epreuves,
        texte, depose, reponse, version, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1, ?9)
      """,
      [
        ici, SQLValue(signalement.id), SQLValue(signalement.campagne),
        SQLValue(signalement.etudiant),
        .text(signalement.epreuves.map(\.description).joined(separator: " ")),
        .text(signalement.texte), SQLValue(signalement.depose), SQLValue(signalement.reponse),
        .integer(ecriture.numero),
      ],
    )
  }

  func remplacer(_ signalement: SignalementDeSession2, _ ecriture: Ecriture) throws -> Bool {
    try connexion.execute(
      """
      UPDATE signalement_de_session2 SET reponse = ?3, entree = ?4, version = version + 1
      WHERE etablissement = ?1 AND signalement = ?2 AND version = ?5
      """,
      [
        ici, SQLValue(signalement.id), SQLValue(signalement.reponse), .integer(ecriture.numero),
        .integer(signalement.version),
      ],
    ) == 1
  }

  // MARK: Seats

  func tirageDesPlaces(_ campagne: Identifiant<Campagne>) throws -> UInt64? {
    try connexion.first(
      "SELECT graine FROM tirage_de_session2 WHERE etablissement = ?1 AND campagne = ?2",
      [ici, SQLValue(campagne)],
    ) { UInt64(bitPattern: $0.integer(0)) }
  }

  func tirerLesPlaces(_ campagne: Identifiant<Campagne>, graine: UInt64, _ ecriture: Ecriture)
    throws
  {
    try connexion.execute(
      """
      INSERT INTO tirage_de_session2 (etablissement, campagne, graine, entree)
      VALUES (?1, ?2, ?3, ?4)
      ON CONFLICT (etablissement, campagne)
        DO UPDATE SET graine = excluded.graine, entree = excluded.entree
      """,
      [
        ici, SQLValue(campagne), .integer(Int64(bitPattern: graine)), .integer(ecriture.numero),
      ],
    )
  }

  // MARK: Sign-ins

  func emargementsDeSession2(_ campagne: Identifiant<Campagne>) throws -> [EmargementDeSession2] {
    try connexion.rows(
      """
      SELECT campagne, epreuve, etudiant, piece, carte, arrivee, copie, sortie, observation, version
      FROM emargement_de_session2 WHERE etablissement = ?1 AND campagne = ?2
      ORDER BY epreuve, etudiant
      """,
      [ici, SQLValue(campagne)],
      EmargementDeSession2.init,
    )
  }

  func ecrire(_ emargement: EmargementDeSession2, _ ecriture: Ecriture) throws -> Bool {
    let valeurs: [SQLValue] = [
      ici, SQLValue(emargement.campagne), .text(emargement.epreuve.description),
      SQLValue(emargement.etudiant), SQLValue(emargement.pieceVue), SQLValue(emargement.carteVue),
      SQLValue(emargement.arrivee?.description), SQLValue(emargement.copie?.rawValue),
      SQLValue(emargement.sortie?.description), .text(emargement.observation),
      .integer(ecriture.numero),
    ]
    if emargement.version == 1 {
      return try connexion.execute(
        """
        INSERT INTO emargement_de_session2 (etablissement, campagne, epreuve, etudiant, piece, carte,
          arrivee, copie, sortie, observation, entree, version)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 1) ON CONFLICT DO NOTHING
        """,
        valeurs,
      ) == 1
    }
    return try connexion.execute(
      """
      UPDATE emargement_de_session2 SET piece = ?5, carte = ?6, arrivee = ?7, copie = ?8,
        sortie = ?9, observation = ?10, entree = ?11, version = ?12
      WHERE etablissement = ?1 AND campagne = ?2 AND epreuve = ?3 AND etudiant = ?4
        AND version = ?12 - 1
      """,
      valeurs + [.integer(emargement.version)],
    ) == 1
  }
}

extension ContrainteDeSession2 {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      id: try ligne.identifiant(0),
      campagne: try ligne.identifiant(1),
      etudiant: try ligne.identifiant(2),
      nature: try ligne.lu(Nature(rawValue: ligne.text(3))),
      du: try ligne.instant(4),
      au: try ligne.instant(5),
      precision: ligne.text(6),
      declaree: try ligne.instant(7),
    )
  }
}

extension SignalementDeSession2 {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      id: try ligne.identifiant(0),
      campagne: try ligne.identifiant(1),
      etudiant: try ligne.identifiant(2),
      epreuves: try ligne.text(3).split(separator: " ").map { try ligne.lu(CleDEpreuve($0)) },
      texte: ligne.text(4),
      depose: try ligne.instant(5),
      reponse: ligne.optionalText(6),
      version: ligne.integer(7),
    )
  }
}

extension EmargementDeSession2 {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      campagne: try ligne.identifiant(0),
      epreuve: try ligne.lu(CleDEpreuve(ligne.text(1))),
      etudiant: try ligne.identifiant(2),
      pieceVue: ligne.verdict(3),
      carteVue: ligne.verdict(4),
      arrivee: ligne.isNull(5) ? nil : try ligne.instant(5),
      copie: try ligne.optionalText(6).map { try ligne.lu(Copie(rawValue: $0)) },
      sortie: ligne.isNull(7) ? nil : try ligne.instant(7),
      observation: ligne.text(8),
      version: ligne.integer(9),
    )
  }
}
