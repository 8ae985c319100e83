internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  func habilitations(_ utilisateur: Identifiant<Utilisateur>, le jour: Jour) throws
    -> [Habilitation]
  {
    try connexion.rows(
      """
      SELECT h.role, h.portee, h.cible, h.module FROM habilitation h
      JOIN utilisateur u ON u.etablissement = h.etablissement AND u.utilisateur = h.utilisateur
      WHERE h.etablissement = ?1 AND h.utilisateur = ?2 AND u.actif = 1
        AND h.depuis <= ?3 AND coalesce(h.jusqua, '9999') >= ?3
      """,
      [ici, SQLValue(utilisateur), SQLValue(jour)],
    ) { try Habilitation($0, aPartirDe: 0) }
  }

  func habilitations() throws -> [HabilitationDatee] {
    try connexion.rows(
      """
      SELECT habilitation, utilisateur, depuis, jusqua, role, portee, cible, module
      FROM habilitation WHERE etablissement = ?1 ORDER BY habilitation
      """,
      [ici],
    ) { ligne in
      HabilitationDatee(
        id: try ligne.identifiant(0),
        utilisateur: try ligne.identifiant(1),
        habilitation: try Habilitation(ligne, aPartirDe: 4),
        depuis: try ligne.jour(2),
        jusqua: try ligne.jour(facultatif: 3),
      )
    }
  }

  /// The index begins with the user: an establishment has some hundreds, each with few roles.
  func charges(_ promotion: Identifiant<Promotion>, le jour: Jour) throws
    -> [(module: String, role: Role, utilisateur: Utilisateur)]
  {
    try connexion.rows(
      """
      SELECT u.utilisateur, u.identifiant, u.nom, u.etudiant, u.actif, h.module, h.role
      FROM utilisateur u
      JOIN habilitation h ON h.etablissement = ?1 AND h.utilisateur = u.utilisateur
      WHERE u.etablissement = ?1 AND u.actif = 1 AND h.portee = 'module' AND h.cible = ?2
        AND h.depuis <= ?3 AND coalesce(h.jusqua, '9999') >= ?3
      ORDER BY h.module, u.nom, u.utilisateur
      """,
      [ici, SQLValue(promotion), SQLValue(jour)],
    ) { ligne in
      (
        module: ligne.text(5), role: try ligne.lu(Role(rawValue: ligne.text(6))),
        utilisateur: try Utilisateur(ligne),
      )
    }
  }

  private static let utilisateur: SQLText = """
    SELECT utilisateur, identifiant, nom, etudiant, actif FROM utilisateur
    WHERE etablissement = ?1
    """

  func utilisateur(_ id: Identifiant<Utilisateur>) throws -> Utilisateur? {
    try connexion.first(
      Self.utilisateur + " AND utilisateur = ?2",
      [ici, SQLValue(id)],
      Utilisateur.init,
    )
  }

  func utilisateur(identifiant: String) throws -> Utilisateur? {
    try connexion.first(
      Self.utilisateur + " AND identifiant = ?2",
      [ici, .text(identifiant)],
      Utilisateur.init,
    )
  }

  func utilisateurs() throws -> [Utilisateur] {
    try connexion.rows(Self.utilisateur + " ORDER BY utilisateur", [ici], Utilisateur.init)
  }

  func ajouter(_ utilisateur: Utilisateur, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO utilisateur (etablissement, utilisateur, identifiant, nom, etudiant, actif)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      """,
      valeurs(utilisateur),
    )
  }

  func modifier(_ utilisateur: Utilisateur, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      UPDATE utilisateur SET identifiant = ?3, nom = ?4, etudiant = ?5, actif = ?6
      WHERE etablissement = ?1 AND utilisateur = ?2
      """,
      valeurs(utilisateur),
    )
  }

  private func valeurs(_ utilisateur: Utilisateur) -> [SQLValue] {
    [
      ici, SQLValue(utilisateur.id), .text(utilisateur.identifiant), .text(utilisateur.nom),
      SQLValue(utilisateur.etudiant), SQLValue(utilisateur.actif),
    ]
  }

  func ajouter(_ habilitation: HabilitationDatee, _ ecriture: Ecriture) throws {
    let (mot, cible, module) = habilitation.habilitation.portee.colonnes
    try connexion.execute(
      """
      INSERT INTO habilitation (etablissement, habilitation, utilisateur, role, portee, cible,
        module, depuis, jusqua)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      """,
      [
        ici, SQLValue(habilitation.id), SQLValue(habilitation.utilisateur),
        .text(habilitation.habilitation.role.rawValue), .text(mot), SQLValue(cible),
        SQLValue(module), SQLValue(habilitation.depuis), SQLValue(habilitation.jusqua),
      ],
    )
  }

  func terminer(_ id: Identifiant<Habilitation>, le jour: Jour, _ ecriture: Ecriture) throws {
    try connexion.execute(
      "UPDATE habilitation SET jusqua = ?3 WHERE etablissement = ?1 AND habilitation = ?2",
      [ici, SQLValue(id), SQLValue(jour)],
    )
  }
}

extension Portee {
  /// The word, the number and the module code that a row holds.
  var colonnes: (mot: String, cible: Int64?, module: String?) {
    switch self {
    case .etablissement: ("etablissement", nil, nil)
    case .departement(let id): ("departement", id.valeur, nil)
    case .promotion(let id): ("promotion", id.valeur, nil)
    case .module(let id, let code): ("module", id.valeur, code)
    case .etudiant(let id): ("etudiant", id.valeur, nil)
    }
  }

  init(_ ligne: any SQLRow, aPartirDe colonne: Int) throws {
    self =
      switch ligne.text(colonne) {
      case "departement": .departement(try ligne.identifiant(colonne + 1))
      case "promotion": .promotion(try ligne.identifiant(colonne + 1))
      case "module": .module(try ligne.identifiant(colonne + 1), ligne.text(colonne + 2))
      case "etudiant": .etudiant(try ligne.identifiant(colonne + 1))
      default: .etablissement
      }
  }
}

extension Habilitation {
  init(_ ligne: any SQLRow, aPartirDe colonne: Int) throws {
    self.init(
      role: try ligne.lu(Role(rawValue: ligne.text(colonne))),
      portee: try Portee(ligne, aPartirDe: colonne + 1),
    )
  }
}

extension Utilisateur {
  init(_ ligne: any SQLRow) throws {
    self.init(
      id: try ligne.identifiant(0),
      identifiant: ligne.text(1),
      nom: ligne.text(2),
      etudiant: try ligne.identifiant(facultatif: 3),
      actif: ligne.verdict(4),
    )
  }
}
