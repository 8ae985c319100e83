internal import Actes
internal import SQL

extension TransactionSQL {
  func etatDeLaBase() throws -> EtatDeLaBase {
    let (moteur, taille): (String, SQLText) =
      switch connexion.engine {
      case .sqlite:
        (
          "SQLite",
          "SELECT p.page_count * t.page_size FROM pragma_page_count() p, pragma_page_size() t",
        )
      case .postgresql: ("PostgreSQL", "SELECT pg_database_size(current_database())")
      }
    return EtatDeLaBase(
      moteur: moteur,
      octets: try connexion.first(taille) { $0.integer(0) } ?? 0,
      schema: try MiseANiveau(connexion, Migration.toutes).version(),
      comptes: try EtatDeLaBase.Quoi.allCases.map { quoi in
        EtatDeLaBase.Compte(
          quoi,
          try connexion.first(quoi.denombrement, [ici]) { $0.integer(0) } ?? 0,
        )
      },
    )
  }
}

extension EtatDeLaBase.Quoi {
  fileprivate var denombrement: SQLText {
    switch self {
    case .utilisateur: "SELECT count(*) FROM utilisateur WHERE etablissement = ?1"
    case .etudiant: "SELECT count(*) FROM etudiant WHERE etablissement = ?1"
    case .promotion: "SELECT count(*) FROM promotion WHERE etablissement = ?1"
    case .evaluation: "SELECT count(*) FROM evaluation WHERE etablissement = ?1"
    case .note: "SELECT count(*) FROM note WHERE etablissement = ?1"
    case .presence: "SELECT count(*) FROM presence WHERE etablissement = ?1"
    case .fichier: "SELECT count(*) FROM fichier WHERE etablissement = ?1"
    case .journal: "SELECT dernier FROM chaine WHERE etablissement = ?1"
    }
  }
}
