internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  private static let campagne: SQLText = """
    SELECT c.campagne, c.promotion, c.nature, c.intitule, c.ouverture, c.cloture, c.jour,
      c.version, p.nom, p.valeur
    FROM campagne c
    LEFT JOIN parametre_de_campagne p
      ON p.etablissement = c.etablissement AND p.campagne = c.campagne
    WHERE c.etablissement = ?1
    """

  func campagne(_ id: Identifiant<Campagne>) throws -> Campagne? {
    try campagnes(Self.campagne + " AND c.campagne = ?2 ORDER BY p.rang", SQLValue(id)).first
  }

  func campagnes(_ promotion: Identifiant<Promotion>) throws -> [Campagne] {
    try campagnes(
      Self.campagne + " AND c.promotion = ?2 ORDER BY c.campagne, p.rang",
      SQLValue(promotion),
    )
  }

  private func campagnes(_ requete: SQLText, _ cle: SQLValue) throws -> [Campagne] {
    var campagnes: [Campagne] = []
    try connexion.query(requete, [ici, cle]) { ligne in
      if campagnes.last?.id.valeur != ligne.integer(0) { campagnes.append(try Campagne(ligne)) }
      if !ligne.isNull(8) {
        campagnes[campagnes.count - 1].parametres.append(.init(ligne.text(8), ligne.text(9)))
      }
    }
    return campagnes
  }

  func campagnes(_ annee: AnneeUniversitaire) throws -> [Datee<Campagne>] {
    let campagnes = try campagnes(
      Self.campagne + """
         AND c.promotion IN
          (SELECT promotion FROM promotion WHERE etablissement = ?1 AND ouverture = ?2)
        ORDER BY c.campagne, p.rang
        """,
      SQLValue(annee.debut),
    )
    guard !campagnes.isEmpty else { return [] }
    let ecrites = try connexion.rows(
      """
      SELECT c.campagne, j.horodatage FROM campagne c
      JOIN promotion p ON p.etablissement = c.etablissement AND p.promotion = c.promotion
      JOIN journal j ON j.etablissement = c.etablissement AND j.numero = c.entree
      WHERE c.etablissement = ?1 AND p.ouverture = ?2
      """,
      [ici, SQLValue(annee.debut)],
    ) { (try $0.identifiant(0, Campagne.self), $0.horodatage(1)) }
    let quand = Dictionary(uniqueKeysWithValues: ecrites)
    return campagnes.compactMap { campagne in
      quand[campagne.id].map { Datee(campagne, ecrite: $0) }
    }
  }

  func ajouter(_ campagne: Campagne, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO campagne (etablissement, campagne, intitule, ouverture, cloture, jour, entree,
        promotion, nature, version)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 1)
      """,
      valeurs(campagne, ecriture) + [
        SQLValue(campagne.promotion), .text(campagne.nature.rawValue),
      ],
    )
    try ajouterLesParametres(campagne)
  }

  func remplacer(_ campagne: Campagne, _ ecriture: Ecriture) throws -> Bool {
    let changees = try connexion.execute(
      """
      UPDATE campagne SET intitule = ?3, ouverture = ?4, cloture = ?5, jour = ?6, entree = ?7,
        version = version + 1
      WHERE etablissement = ?1 AND campagne = ?2 AND version = ?8
      """,
      valeurs(campagne, ecriture) + [.integer(campagne.version)],
    )
    guard changees == 1 else { return false }
    try connexion.execute(
      "DELETE FROM parametre_de_campagne WHERE etablissement = ?1 AND campagne = ?2",
      [ici, SQLValue(campagne.id)],
    )
    try ajouterLesParametres(campagne)
    return true
  }

  private func ajouterLesParametres(_ campagne: Campagne) throws {
    for (rang, parametre) in campagne.parametres.enumerated() {
      try connexion.execute(
        """
        INSERT INTO parametre_de_campagne (etablissement, campagne, rang, nom, valeur)
        VALUES (?1, ?2, ?3, ?4, ?5)
        """,
        [
          ici, SQLValue(campagne.id), SQLValue(rang), .text(parametre.nom),
          .text(parametre.valeur),
        ],
      )
    }
  }

  private func valeurs(_ campagne: Campagne, _ ecriture: Ecriture) -> [SQLValue] {
    [
      ici, SQLValue(campagne.id), .text(campagne.intitule), SQLValue(campagne.ouverture),
      SQLValue(campagne.cloture), SQLValue(campagne.jour), .integer(ecriture.numero),
    ]
  }

  // MARK: Requests

  private static let demande: SQLText = """
    SELECT demande, campagne, etudiant, texte, depose, fichier, force_majeure, etat, jour, motif,
      version
    FROM demande WHERE etablissement = ?1
    """

  func demande(_ id: Identifiant<Demande>) throws -> Demande? {
    try connexion.first(Self.demande + " AND demande = ?2", [ici, SQLValue(id)], Demande.init)
  }

  func demandes(_ campagne: Identifiant<Campagne>) throws -> [Demande] {
    try connexion.rows(
      Self.demande + " AND campagne = ?2 ORDER BY demande",
      [ici, SQLValue(campagne)],
      Demande.init,
    )
  }

  func demandes(etudiant: Identifiant<Etudiant>) throws -> [Demande] {
    try connexion.rows(
      Self.demande + " AND etudiant = ?2 ORDER BY demande",
      [ici, SQLValue(etudiant)],
      Demande.init,
    )
  }

  func ajouter(_ demande: Demande, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO demande (etablissement, demande, etat, jour, motif, entree, campagne, etudiant,
        texte, depose, fichier, force_majeure, version)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 1)
      """,
      valeurs(demande, ecriture) + [
        SQLValue(demande.campagne), SQLValue(demande.etudiant), .text(demande.texte),
        SQLValue(demande.depose), SQLValue(demande.fichier), SQLValue(demande.forceMajeure),
      ],
    )
  }

  func remplacer(_ demande: Demande, _ ecriture: Ecriture) throws -> Bool {
    try connexion.execute(
      """
      UPDATE demande SET etat = ?3, jour = ?4, motif = ?5, entree = ?6, version = version + 1
      WHERE etablissement = ?1 AND demande = ?2 AND version = ?7
      """,
      valeurs(demande, ecriture) + [.integer(demande.version)],
    ) == 1
  }

  private func valeurs(_ demande: Demande, _ ecriture: Ecriture) -> [SQLValue] {
    let etat: [SQLValue] =
      switch demande.etat {
      case .deposee: ["deposee", nil, nil]
      case .acceptee(let jour): ["acceptee", SQLValue(jour), nil]
      case .refusee(let jour, let motif): ["refusee", SQLValue(jour), .text(motif)]
      }
    return [ici, SQLValue(demande.id)] + etat + [.integer(ecriture.numero)]
  }
}

extension Campagne {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      id: try ligne.identifiant(0),
      promotion: try ligne.identifiant(1),
      nature: try ligne.lu(Nature(rawValue: ligne.text(2))),
      intitule: ligne.text(3),
      ouverture: try ligne.instant(4),
      cloture: try ligne.instant(5),
      jour: try ligne.jour(facultatif: 6),
      parametres: [],
      version: ligne.integer(7),
    )
  }
}

extension Demande {
  fileprivate init(_ ligne: any SQLRow) throws {
    let etat: Etat =
      switch ligne.text(7) {
      case "deposee": .deposee
      case "acceptee": .acceptee(le: try ligne.jour(8))
      default: .refusee(le: try ligne.jour(8), motif: ligne.text(9))
      }
    self.init(
      id: try ligne.identifiant(0),
      campagne: try ligne.identifiant(1),
      etudiant: try ligne.identifiant(2),
      texte: ligne.text(3),
      depose: try ligne.instant(4),
      fichier: ligne.optionalText(5),
      forceMajeure: ligne.optionalText(6),
      etat: etat,
      version: ligne.integer(10),
    )
  }
}
