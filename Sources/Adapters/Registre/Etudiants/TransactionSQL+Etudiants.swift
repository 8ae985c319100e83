internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  private static let etudiant: SQLText = """
    SELECT e.etudiant, e.version, e.efface, e.nip, e.nom_civil, e.prenom_civil, e.ine,
      e.nom_usage, e.prenom_usage, e.naissance, e.courriel, e.telephone, e.baccalaureat
    FROM etudiant e
    """

  func etudiant(_ id: Identifiant<Etudiant>) throws -> Etudiant? {
    try connexion.first(
      Self.etudiant + " WHERE e.etablissement = ?1 AND e.etudiant = ?2",
      [ici, SQLValue(id)],
      Etudiant.init,
    )
  }

  func etudiant(nip: String) throws -> Etudiant? {
    try connexion.first(
      Self.etudiant + " WHERE e.etablissement = ?1 AND e.nip = ?2",
      [ici, .text(nip)],
      Etudiant.init,
    )
  }

  func etudiant(ine: String) throws -> Etudiant? {
    try connexion.first(
      Self.etudiant + " WHERE e.etablissement = ?1 AND e.ine = ?2",
      [ici, .text(ine)],
      Etudiant.init,
    )
  }

  func etudiants(_ promotion: Identifiant<Promotion>) throws -> [Etudiant] {
    try connexion.rows(
      Self.etudiant + """
         WHERE e.etablissement = ?1 AND e.etudiant IN
          (SELECT etudiant FROM inscription WHERE etablissement = ?1 AND promotion = ?2)
        ORDER BY e.etudiant
        """,
      [ici, SQLValue(promotion)],
      Etudiant.init,
    )
  }

  func candidatsBTS(_ session: Identifiant<SessionBTS>) throws -> [Etudiant] {
    try connexion.rows(
      Self.etudiant + """
         WHERE e.etablissement = ?1 AND e.etudiant IN
          (SELECT etudiant FROM candidat_bts WHERE etablissement = ?1 AND session = ?2)
        ORDER BY e.etudiant
        """,
      [ici, SQLValue(session)],
      Etudiant.init,
    )
  }

  func inscrits(_ promotion: Identifiant<Promotion>) throws
    -> [(etudiant: Etudiant, estParti: Bool)]
  {
    try connexion.rows(
      """
      SELECT e.etudiant, e.version, e.efface, e.nip, e.nom_civil, e.prenom_civil, e.ine,
        e.nom_usage, e.prenom_usage, e.naissance, e.courriel, e.telephone, e.baccalaureat,
        CASE WHEN i.fin IS NULL THEN 0 ELSE 1 END
      FROM inscription i CROSS JOIN etudiant e
      WHERE i.etablissement = ?1 AND i.promotion = ?2
        AND e.etablissement = ?1 AND e.etudiant = i.etudiant
      ORDER BY i.etudiant
      """,
      [ici, SQLValue(promotion)],
    ) { (try Etudiant($0), $0.verdict(13)) }
  }

  func ajouter(_ etudiants: [Etudiant], _ ecriture: Ecriture) throws {
    try connexion.load(
      into: "etudiant",
      columns: [
        "etablissement", "etudiant", "efface", "ine", "nip", "nom_civil", "prenom_civil",
        "nom_usage", "prenom_usage", "naissance", "courriel", "telephone", "baccalaureat",
        "version", "entree",
      ],
    ) { lignes in
      for etudiant in etudiants {
        lignes.integer(etablissementID)
        lignes.integer(etudiant.id.valeur)
        lignes.integer(etudiant.identite == nil ? 1 : 0)
        for valeur in etudiant.identite.colonnes { lignes.ajouter(valeur) }
        lignes.integer(etudiant.version)
        lignes.integer(ecriture.numero)
        try lignes.endRow()
      }
    }
  }

  func remplacer(_ etudiant: Etudiant, _ ecriture: Ecriture) throws -> Bool {
    let changes = try connexion.execute(
      """
      UPDATE etudiant SET efface = ?3, version = version + 1, entree = ?4, ine = ?6, nip = ?7,
        nom_civil = ?8, prenom_civil = ?9, nom_usage = ?10, prenom_usage = ?11, naissance = ?12,
        courriel = ?13, telephone = ?14, baccalaureat = ?15
      WHERE etablissement = ?1 AND etudiant = ?2 AND version = ?5
      """,
      [
        ici, SQLValue(etudiant.id), SQLValue(etudiant.identite == nil),
        .integer(ecriture.numero), .integer(etudiant.version),
      ] + etudiant.identite.colonnes.map { SQLValue($0) },
    )
    return changes == 1
  }

  // MARK: Trusted person, accommodations

  func personneDeConfiance(_ etudiant: Identifiant<Etudiant>) throws -> PersonneDeConfiance? {
    try connexion.first(
      """
      SELECT nom, lien, telephone, courriel FROM personne_de_confiance
      WHERE etablissement = ?1 AND etudiant = ?2
      """,
      [ici, SQLValue(etudiant)],
    ) { ligne in
      PersonneDeConfiance(
        nom: ligne.text(0),
        lien: ligne.text(1),
        telephone: ligne.text(2),
        courriel: ligne.optionalText(3),
      )
    }
  }

  func designer(
    _ personne: PersonneDeConfiance?,
    _ etudiant: Identifiant<Etudiant>,
    _ ecriture: Ecriture,
  ) throws {
    try connexion.execute(
      "DELETE FROM personne_de_confiance WHERE etablissement = ?1 AND etudiant = ?2",
      [ici, SQLValue(etudiant)],
    )
    guard let personne else { return }
    try connexion.execute(
      """
      INSERT INTO personne_de_confiance (etablissement, etudiant, nom, lien, telephone, courriel,
        entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      """,
      [
        ici, SQLValue(etudiant), .text(personne.nom), .text(personne.lien),
        .text(personne.telephone), SQLValue(personne.courriel), .integer(ecriture.numero),
      ],
    )
  }
}

extension SQLRowWriter {
  /// A text or nothing.
  func ajouter(_ texte: String?) {
    if let texte { text(texte) } else { null() }
  }
}

extension IdentiteDEtudiant? {
  /// The columns of the identity, in the order of the table; all empty once erased.
  fileprivate var colonnes: [String?] {
    [
      self?.ine, self?.nip, self?.nomCivil, self?.prenomCivil, self?.nomDUsage,
      self?.prenomDUsage, self?.naissance?.description, self?.courriel, self?.telephone,
      self?.baccalaureat,
    ]
  }
}

extension Etudiant {
  init(_ ligne: any SQLRow) throws {
    self.init(
      id: try ligne.identifiant(0),
      identite: ligne.verdict(2) ? nil : try IdentiteDEtudiant(ligne),
      version: ligne.integer(1),
    )
  }
}

extension IdentiteDEtudiant {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      ine: ligne.optionalText(6),
      nip: ligne.text(3),
      nomCivil: ligne.text(4),
      prenomCivil: ligne.text(5),
      nomDUsage: ligne.optionalText(7),
      prenomDUsage: ligne.optionalText(8),
      naissance: try ligne.jour(facultatif: 9),
      courriel: ligne.optionalText(10),
      telephone: ligne.optionalText(11),
      baccalaureat: ligne.optionalText(12),
    )
  }
}
