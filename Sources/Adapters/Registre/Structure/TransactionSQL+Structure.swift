internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  func etablissement() throws -> Etablissement {
    let trouve = try connexion.first(
      "SELECT etablissement, code, nom, ville FROM etablissement WHERE etablissement = ?1",
      [ici],
      Etablissement.init,
    )
    guard let trouve else { throw ErreurDeRegistre.etablissementInconnu }
    return trouve
  }

  func departements() throws -> [Departement] {
    try connexion.rows(
      "SELECT departement, code, nom FROM departement WHERE etablissement = ?1 ORDER BY departement",
      [ici],
    ) { Departement(id: try $0.identifiant(0), code: $0.text(1), nom: $0.text(2)) }
  }

  func ajouter(_ departement: Departement, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO departement (etablissement, departement, code, nom, entree)
      VALUES (?1, ?2, ?3, ?4, ?5)
      """,
      [
        ici, SQLValue(departement.id), .text(departement.code), .text(departement.nom),
        .integer(ecriture.numero),
      ],
    )
  }

  func formations() throws -> [Formation] {
    try connexion.rows(
      """
      SELECT formation, departement, code, nom FROM formation WHERE etablissement = ?1
      ORDER BY formation
      """,
      [ici],
    ) { ligne in
      Formation(
        id: try ligne.identifiant(0),
        departement: try ligne.identifiant(1),
        code: ligne.text(2),
        nom: ligne.text(3),
      )
    }
  }

  func ajouter(_ formation: Formation, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO formation (etablissement, formation, departement, code, nom, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      """,
      [
        ici, SQLValue(formation.id), SQLValue(formation.departement), .text(formation.code),
        .text(formation.nom), .integer(ecriture.numero),
      ],
    )
  }

  func groupes(_ promotion: Identifiant<Promotion>) throws -> [Groupe] {
    try connexion.rows(
      Self.groupe + " AND promotion = ?2 ORDER BY groupe",
      [ici, SQLValue(promotion)],
      Groupe.init,
    )
  }

  func groupe(_ id: Identifiant<Groupe>) throws -> Groupe? {
    try connexion.first(Self.groupe + " AND groupe = ?2", [ici, SQLValue(id)], Groupe.init)
  }

  private static let groupe: SQLText = """
    SELECT groupe, promotion, nature, nom FROM groupe WHERE etablissement = ?1
    """

  func ajouter(_ groupe: Groupe, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO groupe (etablissement, groupe, promotion, nature, nom, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      """,
      [
        ici, SQLValue(groupe.id), SQLValue(groupe.promotion), .text(groupe.nature.rawValue),
        .text(groupe.nom), .integer(ecriture.numero),
      ],
    )
  }
}

extension Etablissement {
  init(_ ligne: any SQLRow) throws {
    self.init(
      id: try ligne.identifiant(0),
      code: ligne.text(1),
      nom: ligne.text(2),
      ville: ligne.text(3),
    )
  }
}

extension Groupe {
  init(_ ligne: any SQLRow) throws {
    self.init(
      id: try ligne.identifiant(0),
      promotion: try ligne.identifiant(1),
      nature: try ligne.lu(Groupe.Nature(rawValue: ligne.text(2))),
      nom: ligne.text(3),
    )
  }
}
