public import Actes
internal import Files
internal import Hashing
internal import PostgreSQL
internal import SQL
internal import SQLite
internal import Scolarite

extension EntretienDeBase {
  /// Saves the base to a new file while people work: the state of one moment, whichever the engine.
  ///
  /// The file is an SQLite base; « .tete.json » goes with it. Neither has its name before both are
  /// whole and on the disk.
  /// - Parameters:
  ///   - chemin: the file, which may not exist.
  ///   - moment: now.
  /// - Returns: what stands beside the file.
  /// - Throws: `RefusDeSauvegarde` or `ErreurDeRegistre`; nothing then remains.
  public func sauvegarder(vers chemin: String, le moment: Moment) throws
    -> DescriptionDeSauvegarde
  {
    guard !fileExists(chemin) else { throw RefusDeSauvegarde.dejaLa(chemin) }
    let partiel = FichierPartiel(chemin + ".partiel")
    defer { partiel.supprimer() }
    do {
      try copier(vers: partiel.chemin)
      let description = try decrire(partiel.chemin, moment)
      let tete = DescriptionDeSauvegarde.chemin(de: chemin)
      try FichierPartiel.nommer(tete) { () throws(FileError) in
        try writeFile(tete, description.json.utf8)
      }
      try FichierPartiel.nommer(chemin) { () throws(FileError) in
        try settleFile(partiel.chemin, as: chemin)
      }
      return description
    } catch let erreur as SQLError {
      throw ErreurDeRegistre(erreur)
    }
  }

  private func copier(vers chemin: String) throws {
    switch adresse {
    case .sqlite(let source):
      try SQLiteConnection(path: source, mode: .readOnly).backup(to: chemin)
    case .postgresql(let source):
      try copier(PostgreSQLConnection(source), vers: chemin)
    }
  }

  /// Makes a file of the same schema and copies every row to it.
  private func copier(_ source: any SQLConnection, vers chemin: String) throws {
    let fichier = try SQLiteConnection(path: chemin)
    try source.transaction(.read) {
      let version = try MiseANiveau(source, migrations).version()
      let etapes = Array(migrations.prefix(version))
      try MiseANiveau(fichier, etapes).executer()
      let tables = try SchemaDeBase(etapes).tables
      _ = try fichier.transaction(.write) {
        try CopieDeTables(source: source, cible: fichier).executer(tables)
      }
    }
    // A file alone: it can then be read where nothing may be written beside it.
    try fichier.script("PRAGMA journal_mode = DELETE")
  }

  private func decrire(_ chemin: String, _ moment: Moment) throws -> DescriptionDeSauvegarde {
    let copie = try SQLiteConnection(path: chemin, mode: .readOnly)
    var empreinte = SHA256()
    try FichierPartiel.nommer(chemin) { () throws(FileError) in
      try readPieces(of: chemin) { empreinte.update($0) }
    }
    return DescriptionDeSauvegarde(
      moment: moment.horodatage,
      date: moment.instant.description,
      schema: try MiseANiveau(copie, migrations).version(),
      sha256: Hexadecimal.text(empreinte.digest()),
      tetes: try TeteDeChaine.lire(copie),
    )
  }
}

/// A file that is not finished: gone unless it took its name.
struct FichierPartiel {
  let chemin: String

  init(_ chemin: String) {
    self.chemin = chemin
    supprimer()
  }

  func supprimer() {
    for suffixe in ["", "-journal", "-wal", "-shm"] { removeFile(chemin + suffixe) }
  }

  /// Says of which file an error is.
  static func nommer<Resultat>(
    _ chemin: String,
    _ corps: () throws(FileError) -> Resultat,
  ) throws(RefusDeSauvegarde) -> Resultat {
    do throws(FileError) { return try corps() } catch { throw .fichier(chemin, error) }
  }
}
