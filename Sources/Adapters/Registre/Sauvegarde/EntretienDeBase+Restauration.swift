internal import Actes
internal import Files
internal import Glibc
internal import Hashing
internal import JSON
internal import PostgreSQL
internal import SQL
internal import SQLite

extension EntretienDeBase {
  /// Restores a backup where nothing is yet: a file that does not exist, an empty PostgreSQL base.
  ///
  /// The engine need not be the one that was saved. Everything is checked before anything is there: the digest, the engine’s own checks, the
  /// journals against the heads that were saved. An older schema is brought to that of the program.
  /// - Parameter chemin: the backup; « .tete.json » must stand beside it.
  /// - Returns: what was restored.
  /// - Throws: `RefusDeSauvegarde` or `ErreurDeRegistre`; nothing was then changed.
  public func restaurer(_ chemin: String) throws -> Restauration {
    do {
      let description = try lireLaDescription(chemin)
      switch adresse {
      case .sqlite(let cible): return try restaurer(chemin, description, enFichier: cible)
      case .postgresql(let cible): return try restaurer(chemin, description, surServeur: cible)
      }
    } catch let erreur as SQLError {
      throw ErreurDeRegistre(erreur)
    }
  }

  private func lireLaDescription(_ chemin: String) throws -> DescriptionDeSauvegarde {
    let tete = DescriptionDeSauvegarde.chemin(de: chemin)
    let octets = try FichierPartiel.nommer(tete) { () throws(FileError) in
      try readFile(tete, limit: 16 * 1_048_576)
    }
    do {
      return try DescriptionDeSauvegarde(json: String(decoding: octets, as: UTF8.self))
    } catch {
      throw RefusDeSauvegarde.descriptionIllisible(tete)
    }
  }

  // MARK: To a file

  private func restaurer(
    _ chemin: String,
    _ description: DescriptionDeSauvegarde,
    enFichier cible: String,
  ) throws -> Restauration {
    guard !fileExists(cible) else { throw RefusDeSauvegarde.destinationOccupee }
    let partiel = FichierPartiel(cible + ".partiel")
    defer { partiel.supprimer() }
    let lignes = try preparer(chemin, description, dans: partiel.chemin) { copie in
      try SchemaDeBase(migrations).tables.map { table in
        Restauration.Table(
          nom: table.nom,
          lignes: try copie.first("SELECT count(*) FROM " + table.sql) { Int($0.integer(0)) } ?? 0,
        )
      }
    }
    do throws(FileError) {
      try settleFile(partiel.chemin, as: cible)
    } catch {
      guard error != .exists else { throw RefusDeSauvegarde.destinationOccupee }
      throw RefusDeSauvegarde.fichier(cible, error)
    }
    return Restauration(description: description, tables: lignes)
  }

  // MARK: To a server

  private func restaurer(
    _ chemin: String,
    _ description: DescriptionDeSauvegarde,
    surServeur adresse: String,
  ) throws -> Restauration {
    let cible = try PostgreSQLConnection(adresse)
    let hasard = Hexadecimal.text(Random.bytes(8))
    let partiel = FichierPartiel("\(Self.dossierTemporaire)/delibere-restauration.\(hasard)")
    defer { partiel.supprimer() }
    let lignes = try preparer(chemin, description, dans: partiel.chemin) { copie in
      try cible.transaction(.write) {
        let mise = MiseANiveau(cible, migrations)
        try mise.executerDansLaTransaction(quand: mise.estVide)
        let lignes = try copie.transaction(.read) {
          try CopieDeTables(source: copie, cible: cible).executer(SchemaDeBase(migrations).tables)
        }
        try verifierLeJournal(cible, description)
        return lignes
      }
    }
    // Plans are otherwise guessed until the server finds time for it.
    try cible.script("ANALYZE")
    return Restauration(description: description, tables: lignes)
  }

  private static var dossierTemporaire: String {
    guard let dossier = unsafe getenv("TMPDIR") else { return "/tmp" }
    return unsafe String(cString: dossier)
  }

  // MARK: The backup itself

  /// Copies a backup, checks the copy, brings it to the present schema and lends it.
  private func preparer<Resultat>(
    _ chemin: String,
    _ description: DescriptionDeSauvegarde,
    dans partiel: String,
    _ corps: (SQLiteConnection) throws -> Resultat,
  ) throws -> Resultat {
    var empreinte = SHA256()
    try FichierPartiel.nommer(chemin) { () throws(FileError) in
      try copyFile(chemin, to: partiel) { empreinte.update($0) }
    }
    guard Hexadecimal.text(empreinte.digest()) == description.sha256 else {
      throw RefusDeSauvegarde.empreinteDifferente
    }
    let copie = try SQLiteConnection(path: partiel, mode: .readWrite)
    let constats = try copie.integrityCheck()
    guard constats.isEmpty else { throw RefusDeSauvegarde.abimee(constats) }
    try copie.transaction(.read) { try verifierLeJournal(copie, description) }
    try MiseANiveau(copie, migrations).executer()
    let resultat = try corps(copie)
    try copie.script("PRAGMA journal_mode = DELETE")
    return resultat
  }

  private func verifierLeJournal(
    _ connexion: any SQLConnection,
    _ description: DescriptionDeSauvegarde,
  ) throws {
    let bilan = try VerificationDuJournal(connexion, contre: description.tetes).executer()
    let tetes = try TeteDeChaine.lire(connexion)
    guard bilan.estIntact, tetes == description.tetes else {
      throw RefusDeSauvegarde.journalAltere(bilan)
    }
  }
}
