internal import Actes
internal import PostgreSQL
internal import SQL
internal import SQLite

extension RegistreSQL {
  /// What opens a connection to a base.
  static func ouvreur(_ adresse: AdresseDeBase) -> @Sendable () throws -> any SQLConnection {
    switch adresse {
    case .sqlite(let chemin): { try SQLiteConnection(path: chemin, mode: .readWriteCreate) }
    case .postgresql(let adresse): { try PostgreSQLConnection(adresse) }
    }
  }

  /// Brings a base to the present schema, in one transaction a step.
  static func mettreANiveau(_ adresse: AdresseDeBase) throws(ErreurDeRegistre) {
    do {
      let connexion = try ouvreur(adresse)()
      try MiseANiveau(connexion).executer()
    } catch let erreur as SQLError {
      throw ErreurDeRegistre(erreur)
    } catch let erreur as ErreurDeRegistre {
      throw erreur
    } catch {
      throw .incoherente("\(error)")
    }
  }
}
