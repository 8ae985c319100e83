internal import Actes
internal import PostgreSQL
internal import SQL
internal import SQLite

/// What the administrator does to a base from outside, while others work in it or nobody does.
///
/// Every call opens connections of its own and waits for them: never from a task.
public struct EntretienDeBase: Sendable {
  public let adresse: AdresseDeBase
  let migrations: [Migration]

  public init(_ adresse: AdresseDeBase) {
    self.init(adresse, migrations: Migration.toutes)
  }

  init(_ adresse: AdresseDeBase, migrations: [Migration]) {
    self.adresse = adresse
    self.migrations = migrations
  }

  /// The number of steps of the schema that the program knows.
  public var schemaDuProgramme: Int { migrations.count }

  /// The number of steps of the schema that the base holds; 0 for a base without tables.
  public func schema() throws -> Int {
    try lire { try MiseANiveau($0, migrations).version() }
  }

  /// Brings the base to the schema of the program.
  /// - Returns: the number of steps before.
  public func migrer() throws -> Int {
    let avant = try schema()
    try RegistreSQL.mettreANiveau(adresse, creer: false, migrations)
    return avant
  }

  /// The heads of every journal.
  public func tetes() throws -> [TeteDeChaine] { try lire { try TeteDeChaine.lire($0) } }

  /// Verifies the journals and the marks, against heads that were kept elsewhere.
  public func verifierLeJournal(contre tetes: [TeteDeChaine] = []) throws -> BilanDuJournal {
    try lire { try VerificationDuJournal($0, contre: tetes).executer() }
  }

  /// Lends the journals as lines of JSON: of each establishment every entry in order, then its head.
  public func exporterLeJournal(_ ecrire: (String) throws -> Void) throws {
    try lire { connexion in
      let etablissements = try connexion.rows(
        "SELECT etablissement FROM etablissement ORDER BY etablissement"
      ) { $0.integer(0) }
      for etablissement in etablissements {
        try connexion.parcourir(
          "export",
          EntreeChainee.requete,
          [.integer(etablissement)],
        ) { try ecrire(EntreeChainee($0).ligneJSON + "\n") }
      }
      for (etablissement, tete) in try zip(etablissements, TeteDeChaine.lire(connexion)) {
        try ecrire(tete.ligneJSON(chaine: etablissement) + "\n")
      }
    }
  }

  // MARK: Connections

  /// One consistent picture, on a connection of its own; a base that is not there is not made.
  func lire<Resultat>(_ corps: (any SQLConnection) throws -> Resultat) throws -> Resultat {
    do {
      let connexion = try ouvrir()
      return try connexion.transaction(.read) { try corps(connexion) }
    } catch let erreur as SQLError {
      throw ErreurDeRegistre(erreur)
    }
  }

  func ouvrir() throws -> any SQLConnection {
    switch adresse {
    case .sqlite(let chemin): try SQLiteConnection(path: chemin, mode: .readOnly)
    case .postgresql(let adresse): try PostgreSQLConnection(adresse)
    }
  }
}
