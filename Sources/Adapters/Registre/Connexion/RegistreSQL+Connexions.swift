public import Actes
internal import SQL

extension RegistreSQL {
  public func connexion(
    _ empreinte: Empreinte,
    dans etablissement: Identifiant<Etablissement>,
  ) async throws -> (connexion: Connexion, repere: Repere)? {
    do {
      return try await lecteurs.run { connexion in
        try connexion.first(
          """
          SELECT c.empreinte, c.utilisateur, c.moyen, c.ouverte, c.vue, t.dernier
          FROM connexion c JOIN chaine t ON t.etablissement = c.etablissement
          WHERE c.etablissement = ?1 AND c.empreinte = ?2
          """,
          [SQLValue(etablissement), .text(empreinte.texte)],
        ) { (try Connexion($0), Repere(entree: $0.integer(5))) }
      }
    } catch let erreur as SQLError {
      throw ErreurDeRegistre(erreur)
    }
  }

  /// Tells the engine how the tables have grown, so that it chooses good ways through them; SQLite
  /// keeps to the ways that the schema gives.
  public func actualiserLesStatistiques() async throws {
    guard case .postgresql = adresse else { return }
    do {
      try await ecrivains.run { try $0.script("ANALYZE") }
    } catch let erreur as SQLError {
      throw ErreurDeRegistre(erreur)
    }
  }
}
