internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  // MARK: Curricula

  private static let maquette: SQLText = """
    SELECT maquette, formation, ouverture, annee_but, numero, texte, irregularite FROM maquette
    WHERE etablissement = ?1
    """

  func maquette(_ id: Identifiant<MaquetteDeposee>) throws -> MaquetteDeposee? {
    try connexion.first(
      Self.maquette + " AND maquette = ?2",
      [ici, SQLValue(id)],
      MaquetteDeposee.init,
    )
  }

  func maquettes(
    _ formation: Identifiant<Formation>,
    _ annee: AnneeUniversitaire,
    _ but: AnneeBUT,
  ) throws -> [MaquetteDeposee] {
    try connexion.rows(
      Self.maquette + " AND formation = ?2 AND ouverture = ?3 AND annee_but = ?4 ORDER BY numero",
      [ici, SQLValue(formation), SQLValue(annee.debut), SQLValue(but.valeur)],
      MaquetteDeposee.init,
    )
  }

  func ajouter(_ maquette: MaquetteDeposee, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO maquette (etablissement, maquette, formation, ouverture, annee_but, numero, texte,
        irregularite, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      """,
      [
        ici, SQLValue(maquette.id), SQLValue(maquette.formation),
        SQLValue(maquette.annee.debut), SQLValue(maquette.anneeBUT.valeur),
        SQLValue(maquette.numero), .text(maquette.texte), SQLValue(maquette.irregularite),
        .integer(ecriture.numero),
      ],
    )
  }

  // MARK: Promotions

  private static let promotion: SQLText = """
    SELECT p.promotion, p.formation, f.departement, p.ouverture, p.annee_but, p.nom, p.maquette,
      p.version
    FROM promotion p
    JOIN formation f ON f.etablissement = p.etablissement AND f.formation = p.formation
    WHERE p.etablissement = ?1
    """

  func promotions() throws -> [Promotion] {
    try connexion.rows(Self.promotion + " ORDER BY p.promotion", [ici], Promotion.init)
  }

  func promotion(_ id: Identifiant<Promotion>) throws -> Promotion? {
    try connexion.first(
      Self.promotion + " AND p.promotion = ?2",
      [ici, SQLValue(id)],
      Promotion.init,
    )
  }

  func ajouter(_ promotion: Promotion, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO promotion (etablissement, promotion, formation, ouverture, annee_but, nom,
        maquette, version, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 1, ?8)
      """,
      [
        ici, SQLValue(promotion.id), SQLValue(promotion.formation),
        SQLValue(promotion.annee.debut), SQLValue(promotion.anneeBUT.valeur),
        .text(promotion.nom), SQLValue(promotion.maquette), .integer(ecriture.numero),
      ],
    )
  }

  func changer(
    _ promotion: Identifiant<Promotion>,
    maquette: Identifiant<MaquetteDeposee>,
    _ ecriture: Ecriture,
  ) throws {
    try connexion.execute(
      """
      UPDATE promotion SET maquette = ?3, version = version + 1, entree = ?4
      WHERE etablissement = ?1 AND promotion = ?2
      """,
      [ici, SQLValue(promotion), SQLValue(maquette), .integer(ecriture.numero)],
    )
  }

  // MARK: Règlements

  func profils(_ annee: AnneeUniversitaire) throws -> [ProfilAdopte] {
    try connexion.rows(
      """
      SELECT profil, departement, ouverture, nom, texte, conseil, cfvu, irregularite, version
      FROM profil WHERE etablissement = ?1 AND ouverture = ?2 ORDER BY profil
      """,
      [ici, SQLValue(annee.debut)],
      ProfilAdopte.init,
    )
  }

  func ajouter(_ profil: ProfilAdopte, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO profil (etablissement, profil, departement, ouverture, nom, texte, conseil, cfvu,
        irregularite, version, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 1, ?10)
      """,
      [
        ici, SQLValue(profil.id), SQLValue(profil.departement), SQLValue(profil.annee.debut),
        .text(profil.nom), .text(profil.texte), SQLValue(profil.conseil), SQLValue(profil.cfvu),
        SQLValue(profil.irregularite), .integer(ecriture.numero),
      ],
    )
  }

  func remplacer(_ profil: ProfilAdopte, _ ecriture: Ecriture) throws -> Bool {
    let changes = try connexion.execute(
      """
      UPDATE profil SET nom = ?3, texte = ?4, conseil = ?5, cfvu = ?6, irregularite = ?7,
        version = version + 1, entree = ?8
      WHERE etablissement = ?1 AND profil = ?2 AND version = ?9
      """,
      [
        ici, SQLValue(profil.id), .text(profil.nom), .text(profil.texte),
        SQLValue(profil.conseil), SQLValue(profil.cfvu), SQLValue(profil.irregularite),
        .integer(ecriture.numero), .integer(profil.version),
      ],
    )
    return changes == 1
  }
}

extension MaquetteDeposee {
  init(_ ligne: any SQLRow) throws {
    self.init(
      id: try ligne.identifiant(0),
      formation: try ligne.identifiant(1),
      annee: try ligne.annee(2),
      anneeBUT: try ligne.lu(AnneeBUT(Int(ligne.integer(3)))),
      numero: Int(ligne.integer(4)),
      texte: ligne.text(5),
      irregularite: ligne.optionalText(6),
    )
  }
}

extension Promotion {
  init(_ ligne: any SQLRow) throws {
    self.init(
      id: try ligne.identifiant(0),
      formation: try ligne.identifiant(1),
      departement: try ligne.identifiant(2),
      annee: try ligne.annee(3),
      anneeBUT: try ligne.lu(AnneeBUT(Int(ligne.integer(4)))),
      nom: ligne.text(5),
      maquette: try ligne.identifiant(6),
      version: ligne.integer(7),
    )
  }
}

extension ProfilAdopte {
  init(_ ligne: any SQLRow) throws {
    self.init(
      id: try ligne.identifiant(0),
      departement: try ligne.identifiant(facultatif: 1),
      annee: try ligne.annee(2),
      nom: ligne.text(3),
      texte: ligne.text(4),
      conseil: try ligne.jour(facultatif: 5),
      cfvu: try ligne.jour(facultatif: 6),
      irregularite: ligne.optionalText(7),
      version: ligne.integer(8),
    )
  }
}
