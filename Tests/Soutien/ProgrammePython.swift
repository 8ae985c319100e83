internal import Glibc

/// A program in Python that reads what we wrote, run once.
public enum ProgrammePython {
  /// Runs a program of `Tests/Soutien/Serveurs`.
  /// - Parameters:
  ///   - nom: its file.
  ///   - octets: the content of the file that it is given first; `nil` for none.
  ///   - arguments: the others.
  /// - Returns: what it wrote, 1 MiB at most.
  /// - Throws: `Failure` with what it wrote, where it fails.
  public static func lancer(
    _ nom: String,
    sur octets: [UInt8]? = nil,
    _ arguments: [String] = [],
  ) async throws -> String {
    try await Shell.onThread { try executer(nom, octets, arguments) }
  }

  private static func executer(
    _ nom: String,
    _ octets: [UInt8]?,
    _ arguments: [String],
  ) throws -> String {
    let dossier = try Shell.temporaryFolder("python")
    defer { Shell.remove(dossier) }
    var mots = [try python(), chemin(nom)]
    if let octets {
      try ecrire(octets, dans: "\(dossier)/entree")
      mots.append("\(dossier)/entree")
    }
    let commande = (mots + arguments).map { "'\($0)'" }.joined(separator: " ")
    try Shell.run("\(commande) >\(dossier)/sortie", log: "\(dossier)/journal")
    return Shell.read("\(dossier)/sortie", limit: 1 << 20)
  }

  /// The interpreter that `outils/preparer --tests` installs.
  static func python() throws -> String {
    let python = "\(racine)/.build/venv/bin/python"
    guard unsafe access(python, X_OK) == 0 else {
      throw Shell.Failure(command: python, log: "lancez d’abord outils/preparer --tests")
    }
    return python
  }

  static func chemin(_ nom: String) -> String { "\(racine)/Tests/Soutien/Serveurs/\(nom)" }

  private static var racine: String {
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  }

  private static func ecrire(_ octets: [UInt8], dans chemin: String) throws {
    guard let fichier = unsafe fopen(chemin, "w") else {
      throw Shell.Failure(command: "fopen \(chemin)", log: "")
    }
    let ecrits = unsafe fwrite(octets, 1, octets.count, fichier)
    guard unsafe fclose(fichier) == 0, ecrits == octets.count else {
      throw Shell.Failure(command: "fwrite \(chemin)", log: "")
    }
  }
}
