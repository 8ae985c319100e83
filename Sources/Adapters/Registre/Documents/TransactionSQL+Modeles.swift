internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  // MARK: Templates

  private static let modele: SQLText = """
    SELECT m.nature, m.departement, m.titre, m.avant, m.apres, m.qualite, m.nom, m.signature,
      m.version, j.auteur, j.horodatage
    FROM modele_de_document m
    JOIN journal j ON j.etablissement = m.etablissement AND j.numero = m.entree
    WHERE m.etablissement = ?1
    """

  func modeles() throws -> [ModeleDeDocument] {
    try connexion.rows(
      Self.modele + """
         AND m.version = (
          SELECT max(d.version) FROM modele_de_document d
          WHERE d.etablissement = m.etablissement AND d.nature = m.nature AND d.portee = m.portee
        ) ORDER BY m.nature, m.portee
        """,
      [ici],
      ModeleDeDocument.init,
    )
  }

  func versions(_ nature: NatureDeDocument, _ departement: Identifiant<Departement>?) throws
    -> [Versionne<ModeleDeDocument>]
  {
    try connexion.rows(
      Self.modele + " AND m.nature = ?2 AND m.portee = ?3 ORDER BY m.version DESC",
      [ici, .text(nature.rawValue), .integer(departement?.valeur ?? 0)],
    ) { ligne in
      Versionne(
        try ModeleDeDocument(ligne),
        auteur: try ligne.identifiant(facultatif: 9),
        horodatage: ligne.horodatage(10),
      )
    }
  }

  func ajouter(_ modele: ModeleDeDocument, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO modele_de_document (etablissement, nature, portee, version, departement, titre,
        avant, apres, qualite, nom, signature, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
      """,
      [
        ici, .text(modele.nature.rawValue), .integer(modele.departement?.valeur ?? 0),
        .integer(modele.version), SQLValue(modele.departement), .text(modele.titre),
        .text(modele.avant), .text(modele.apres), .text(modele.qualite), .text(modele.nom),
        SQLValue(modele.signature), .integer(ecriture.numero),
      ],
    )
  }

  // MARK: Letterheads

  private static let enTete: SQLText = """
    SELECT e.departement, e.lignes, e.pied, e.logo, e.version, j.auteur, j.horodatage
    FROM en_tete_de_document e
    JOIN journal j ON j.etablissement = e.etablissement AND j.numero = e.entree
    WHERE e.etablissement = ?1
    """

  func enTetes() throws -> [EnTeteDeDocument] {
    try connexion.rows(
      Self.enTete + """
         AND e.version = (
          SELECT max(d.version) FROM en_tete_de_document d
          WHERE d.etablissement = e.etablissement AND d.portee = e.portee
        ) ORDER BY e.portee
        """,
      [ici],
      EnTeteDeDocument.init,
    )
  }

  func versions(enTete departement: Identifiant<Departement>?) throws
    -> [Versionne<EnTeteDeDocument>]
  {
    try connexion.rows(
      Self.enTete + " AND e.portee = ?2 ORDER BY e.version DESC",
      [ici, .integer(departement?.valeur ?? 0)],
    ) { ligne in
      Versionne(
        try EnTeteDeDocument(ligne),
        auteur: try ligne.identifiant(facultatif: 5),
        horodatage: ligne.horodatage(6),
      )
    }
  }

  func ajouter(_ enTete: EnTeteDeDocument, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO en_tete_de_document (etablissement, portee, version, departement, lignes, pied,
        logo, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      """,
      [
        ici, .integer(enTete.departement?.valeur ?? 0), .integer(enTete.version),
        SQLValue(enTete.departement), .text(enTete.lignes), .text(enTete.pied),
        SQLValue(enTete.logo), .integer(ecriture.numero),
      ],
    )
  }

  // MARK: Images

  func image(_ empreinte: String) throws -> [UInt8]? {
    let octets = try connexion.first(
      "SELECT octets FROM image_de_document WHERE etablissement = ?1 AND image = ?2",
      [ici, .text(empreinte)],
    ) { $0.blob(0) }
    if let octets, self.empreinte(octets) != empreinte {
      throw ErreurDeRegistre.fichierEndommage(empreinte)
    }
    return octets
  }

  func ajouter(image octets: [UInt8], _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO image_de_document (etablissement, image, octets, entree)
      VALUES (?1, ?2, ?3, ?4) ON CONFLICT (etablissement, image) DO NOTHING
      """,
      [ici, .text(empreinte(octets)), .blob(octets), .integer(ecriture.numero)],
    )
  }
}

extension ModeleDeDocument {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      nature: try ligne.lu(NatureDeDocument(rawValue: ligne.text(0))),
      departement: try ligne.identifiant(facultatif: 1),
      titre: ligne.text(2),
      avant: ligne.text(3),
      apres: ligne.text(4),
      qualite: ligne.text(5),
      nom: ligne.text(6),
      signature: ligne.optionalText(7),
      version: ligne.integer(8),
    )
  }
}

extension EnTeteDeDocument {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      departement: try ligne.identifiant(facultatif: 0),
      lignes: ligne.text(1),
      pied: ligne.text(2),
      logo: ligne.optionalText(3),
      version: ligne.integer(4),
    )
  }
}
