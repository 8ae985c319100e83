public import Actes
internal import PostgreSQL
internal import SQL
internal import SQLite
internal import Synchronization

/// The register on SQLite or PostgreSQL, behind the same ports.
///
/// SQLite has one thread that writes and a few that read, which never wait for it. Every thread of
/// PostgreSQL does both; writers of one establishment wait for one another at the head of its
/// chain, so that no act is written on a state that it did not see.
public final class RegistreSQL: Registre {
  public let adresse: AdresseDeBase
  let ecrivains: SQLPool
  let lecteurs: SQLPool
  let annonces: Annonces

  /// Opens a base, made on first use, brought to the present schema where it is older.
  /// - Parameters:
  ///   - adresse: where it is.
  ///   - lecteurs: how many connections read at once.
  ///   - creer: whether a file that is not there is made.
  /// - Throws: why it cannot be opened, or that a later program made it.
  public convenience init(
    _ adresse: AdresseDeBase,
    lecteurs: Int = 4,
    creer: Bool = true,
  ) throws(ErreurDeRegistre) {
    try self.init(adresse, lecteurs: lecteurs, creer: creer, migrations: Migration.toutes)
  }

  /// Opens a base with a list of migrations, and does something on each connection.
  init(
    _ adresse: AdresseDeBase,
    lecteurs: Int = 4,
    creer: Bool = true,
    migrations: [Migration],
    preparer: @escaping @Sendable (any SQLConnection) throws -> Void = { _ in },
  ) throws(ErreurDeRegistre) {
    self.adresse = adresse
    try Self.mettreANiveau(adresse, creer: creer, migrations)
    let ouvreur = Self.ouvreur(adresse, creer: false)
    let ouvrir: @Sendable () throws -> any SQLConnection = {
      let connexion = try ouvreur()
      // As SQLite waits for a time only; a long import lasts less.
      if connexion.engine == .postgresql { try connexion.script("SET lock_timeout = '30s'") }
      try preparer(connexion)
      return connexion
    }
    switch adresse {
    case .sqlite:
      ecrivains = SQLPool(size: 1, open: ouvrir)
      self.lecteurs = SQLPool(size: lecteurs, open: ouvrir)
    case .postgresql:
      ecrivains = SQLPool(size: lecteurs + 1, open: ouvrir)
      self.lecteurs = ecrivains
    }
    annonces = Annonces(adresse)
  }

  /// Closes every connection; nothing may be asked afterwards.
  public func fermer() {
    annonces.fermer()
    ecrivains.close()
    lecteurs.close()
  }

  public func lire<Resultat: Sendable>(
    _ etablissement: Identifiant<Etablissement>,
    _ corps: @escaping @Sendable (any Transaction) throws -> Resultat,
  ) async throws -> Resultat {
    do {
      return try await lecteurs.run { connexion in
        try connexion.transaction(.read) {
          try corps(TransactionSQL(connexion, etablissement))
        }
      }
    } catch let erreur as SQLError {
      throw ErreurDeRegistre(erreur)
    }
  }

  public func ecrire<Resultat: Sendable>(
    _ etablissement: Identifiant<Etablissement>,
    _ corps: @escaping @Sendable (any Transaction) throws -> Resultat,
  ) async throws -> Resultat {
    try await ecrire { transaction in
      try transaction.verrouiller()
      return try corps(transaction)
    } dans: {
      etablissement
    }
  }

  public func fonder<Resultat: Sendable>(
    _ fondation: Fondation,
    _ corps: @escaping @Sendable (any Transaction) throws -> Resultat,
  ) async throws -> Resultat {
    try await ecrire { transaction in
      try transaction.fonder(fondation)
      return try corps(transaction)
    } dans: {
      nil
    }
  }

  public func etablissements() async throws -> [Etablissement] {
    do {
      return try await lecteurs.run { connexion in
        try connexion.rows(
          "SELECT etablissement, code, nom, ville FROM etablissement ORDER BY etablissement"
        ) { try Etablissement($0) }
      }
    } catch let erreur as SQLError {
      throw ErreurDeRegistre(erreur)
    }
  }

  // MARK: Writing

  /// What a transaction gave and the last entry that it wrote, kept beside the transaction so that
  /// a commit whose answer was lost can be looked for.
  private final class Issue<Resultat: Sendable>: Sendable {
    let tenue = Mutex<(resultat: Resultat, sceau: TransactionSQL.Sceau?)?>(nil)
  }

  private func ecrire<Resultat: Sendable>(
    _ corps: @escaping @Sendable (TransactionSQL) throws -> Resultat,
    dans etablissement: @escaping @Sendable () -> Identifiant<Etablissement>?,
  ) async throws -> Resultat {
    let issue = Issue<Resultat>()
    do {
      let (resultat, sceau) = try await ecrivains.run { connexion in
        try connexion.transaction(.write) {
          let transaction = TransactionSQL(connexion, etablissement())
          let resultat = try corps(transaction)
          let sceau = try transaction.sceller()
          issue.tenue.withLock { $0 = (resultat, sceau) }
          return (resultat, sceau)
        }
      }
      if let sceau { annonces.annoncer(sceau) }
      return resultat
    } catch let erreur as SQLError {
      guard case .lost(duringCommit: true) = erreur.cause,
        let tenue = issue.tenue.withLock({ $0 })
      else { throw ErreurDeRegistre(erreur) }
      guard try await retrouver(tenue.sceau) else { throw ErreurDeRegistre.interrompue }
      return tenue.resultat
    }
  }

  /// Whether an entry whose commit went unanswered stands in the journal after all.
  ///
  /// It is asked at the head of the chain, once the server is done with the writer that was lost: a
  /// commit that is still under way would be seen too late.
  func retrouver(_ sceau: TransactionSQL.Sceau?) async throws -> Bool {
    guard let sceau else { return false }
    for _ in 0..<Self.essais {
      let trouve = try? await ecrivains.run { connexion in
        try connexion.transaction(.write) {
          let transaction = TransactionSQL(connexion, Identifiant(sceau.etablissement))
          try transaction.verrouiller()
          return try TransactionSQL.contient(sceau, connexion)
        }
      }
      if let trouve { return trouve }
    }
    throw ErreurDeRegistre.issueInconnue
  }

  private static let essais = 3
}
