internal import Actes
internal import Files
internal import Hashing
internal import PostgreSQL
internal import SQL
internal import SQLite

extension RegistreSQL {
  /// What opens a connection to a base, making a file that is not there only where asked to.
  static func ouvreur(
    _ adresse: AdresseDeBase,
    creer: Bool = true,
  ) -> @Sendable () throws -> any SQLConnection {
    let mode = creer ? SQLiteConnection.Mode.readWriteCreate : .readWrite
    return switch adresse {
    case .sqlite(let chemin): { try SQLiteConnection(path: chemin, mode: mode) }
    case .postgresql(let adresse): { try PostgreSQLConnection(adresse) }
    }
  }

  /// Brings a base to the present schema, all steps or none; of an older file a copy is made first.
  static func mettreANiveau(
    _ adresse: AdresseDeBase,
    creer: Bool,
    _ migrations: [Migration],
  ) throws(ErreurDeRegistre) {
    do {
      let connexion = try ouvreur(adresse, creer: creer)()
      let mise = MiseANiveau(connexion, migrations)
      let version = try mise.version()
      guard version < migrations.count else { return }
      if version > 0, let fichier = connexion as? SQLiteConnection,
        case .sqlite(let chemin) = adresse
      {
        try garderUneCopie(fichier, version, migrations, chemin)
      }
      try mise.executer()
    } catch let erreur as SQLError {
      throw ErreurDeRegistre(erreur)
    } catch let erreur as ErreurDeRegistre {
      throw erreur
    } catch {
      throw .incoherente("\(error)")
    }
  }

  /// Copies an older base beside itself, unless a copy of that step is already there: another
  /// program that migrates at the same time may have made it.
  private static func garderUneCopie(
    _ connexion: SQLiteConnection,
    _ version: Int,
    _ migrations: [Migration],
    _ chemin: String,
  ) throws {
    let nom = "\(chemin).avant-migration-\(version + 1)"
    guard !fileExists(nom) else { return }
    // A name of its own: another program may be writing the same copy.
    let partiel = FichierPartiel("\(nom).\(Hexadecimal.text(Random.bytes(4))).partiel")
    defer { partiel.supprimer() }
    try connexion.backup(to: partiel.chemin)
    let copie = try SQLiteConnection(path: partiel.chemin, mode: .readOnly)
    guard try MiseANiveau(copie, migrations).version() == version else { return }
    do throws(FileError) {
      try settleFile(partiel.chemin, as: nom)
    } catch {
      guard error != .exists else { return }
      throw error == .noSpace ? ErreurDeRegistre.disquePlein : .lectureSeule
    }
  }
}
