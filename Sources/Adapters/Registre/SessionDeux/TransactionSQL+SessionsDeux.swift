internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  private static let rattrapage: SQLText = """
    SELECT c.campagne, c.promotion, c.intitule, c.jour, s.dernier, c.ouverture, c.cloture,
      s.publication_prevue, s.publication, s.adoptee, s.jury, s.delai, s.derogation, c.version
    FROM session_de_rattrapage s
    JOIN campagne c ON c.etablissement = s.etablissement AND c.campagne = s.campagne
    WHERE s.etablissement = ?1
    """

  func sessionDeRattrapage(_ campagne: Identifiant<Campagne>) throws -> SessionDeRattrapage? {
    try connexion.first(
      Self.rattrapage + " AND s.campagne = ?2",
      [ici, SQLValue(campagne)],
      SessionDeRattrapage.init,
    )
  }

  func sessionsDeRattrapage(_ promotion: Identifiant<Promotion>) throws -> [SessionDeRattrapage] {
    try connexion.rows(
      Self.rattrapage + " AND c.promotion = ?2 ORDER BY c.jour DESC, c.campagne DESC",
      [ici, SQLValue(promotion)],
      SessionDeRattrapage.init,
    )
  }

  func sessionsDeRattrapage() throws -> [SessionDeRattrapage] {
    try connexion.rows(
      Self.rattrapage + " ORDER BY c.jour DESC, c.campagne DESC",
      [ici],
      SessionDeRattrapage.init,
    )
  }

  func ajouter(_ session: SessionDeRattrapage, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO session_de_rattrapage (etablissement, campagne, dernier, publication_prevue,
        publication, adoptee, jury, delai, derogation, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
      """,
      valeurs(session, ecriture),
    )
  }

  func remplacer(_ session: SessionDeRattrapage, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      UPDATE session_de_rattrapage SET dernier = ?3, publication_prevue = ?4, publication = ?5,
        adoptee = ?6, jury = ?7, delai = ?8, derogation = ?9, entree = ?10
      WHERE etablissement = ?1 AND campagne = ?2
      """,
      valeurs(session, ecriture),
    )
  }

  private func valeurs(_ session: SessionDeRattrapage, _ ecriture: Ecriture) -> [SQLValue] {
    [
      ici, SQLValue(session.campagne), SQLValue(session.dernierJour),
      SQLValue(session.publicationPrevue), SQLValue(session.publicationSession1),
      SQLValue(session.adoptee), SQLValue(session.jury),
      SQLValue(session.delaiDeConsultation.map { Int64($0) }),
      .text(session.derogation.rawValue), .integer(ecriture.numero),
    ]
  }

  // MARK: Tracks

  func etapesDeSession2(_ campagne: Identifiant<Campagne>) throws -> [PisteDeSession2: Jour] {
    let lignes = try connexion.rows(
      "SELECT piste, fait FROM etape_de_session2 WHERE etablissement = ?1 AND campagne = ?2",
      [ici, SQLValue(campagne)],
    ) { (try $0.lu(PisteDeSession2(rawValue: $0.text(0))), try $0.jour(1)) }
    return Dictionary(uniqueKeysWithValues: lignes)
  }

  func marquer(
    _ piste: PisteDeSession2,
    de campagne: Identifiant<Campagne>,
    faiteLe jour: Jour,
    _ ecriture: Ecriture,
  ) throws {
    try connexion.execute(
      """
      INSERT INTO etape_de_session2 (etablissement, campagne, piste, fait, entree)
      VALUES (?1, ?2, ?3, ?4, ?5)
      ON CONFLICT (etablissement, campagne, piste) DO UPDATE SET
        fait = excluded.fait, entree = excluded.entree
      """,
      [
        ici, SQLValue(campagne), .text(piste.rawValue), SQLValue(jour), .integer(ecriture.numero),
      ],
    )
  }

  func demarquer(
    _ piste: PisteDeSession2,
    de campagne: Identifiant<Campagne>,
    _ ecriture: Ecriture,
  ) throws {
    try connexion.execute(
      """
      DELETE FROM etape_de_session2
      WHERE etablissement = ?1 AND campagne = ?2 AND piste = ?3 AND entree <= ?4
      """,
      [ici, SQLValue(campagne), .text(piste.rawValue), .integer(ecriture.numero)],
    )
  }
}

extension SessionDeRattrapage {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      campagne: try ligne.identifiant(0),
      promotion: try ligne.identifiant(1),
      intitule: ligne.text(2),
      premierJour: try ligne.jour(3),
      dernierJour: try ligne.jour(4),
      ouverture: try ligne.instant(5),
      limiteInscription: try ligne.instant(6),
      publicationPrevue: try ligne.jour(7),
      publicationSession1: try ligne.jour(facultatif: 8),
      adoptee: try ligne.jour(facultatif: 9),
      jury: try ligne.jour(facultatif: 10),
      delaiDeConsultation: ligne.optionalInteger(11).map { Int($0) },
      derogation: try ligne.lu(Role(rawValue: ligne.text(12))),
      version: ligne.integer(13),
    )
  }
}
