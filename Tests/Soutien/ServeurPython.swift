internal import Glibc

/// A service in Python for one test process, gone with it even when it is killed.
public final class ServeurPython: Sendable {
  /// The programs of `Tests/Soutien/Serveurs`.
  public enum Programme: String, Sendable {
    case cas = "serveur_cas.py"
    case openid = "serveur_openid.py"
    case smtp = "serveur_smtp.py"
  }

  /// Where it keeps what it writes.
  public let folder: String
  /// « http://127.0.0.1:port ».
  public let adresse: String

  private static let partages: [Programme: Task<ServeurPython, any Error>] = [
    .cas: Task { try await lancer(.cas) }, .openid: Task { try await lancer(.openid) },
    .smtp: Task { try await lancer(.smtp) },
  ]

  /// The server that all tests of the process share, started by the first who asks.
  public static func commun(_ programme: Programme) async throws -> ServeurPython {
    guard let partage = partages[programme] else { preconditionFailure("each has one") }
    return try await partage.value
  }

  /// Starts a server on a port that the system chooses, and waits until it listens.
  public static func lancer(_ programme: Programme) async throws -> ServeurPython {
    try await Shell.onThread { try ServeurPython(programme) }
  }

  private init(_ programme: Programme) throws {
    let python = try ProgrammePython.python()
    let folder = try Shell.temporaryFolder("serveur")
    self.folder = folder
    let script = ProgrammePython.chemin(programme.rawValue)
    let run = "\(python) \(script) \(folder) >\(folder)/log 2>&1 & serveur=$!"
    let wait = "while kill -0 \(getpid()) && [ -d \(folder) ]; do sleep 0.2; done"
    // A child inherits blocked signals, and might not hear a gentler one.
    Shell.detach("\(run); \(wait); kill -9 $serveur; rm -rf \(folder)")
    let port = try Shell.wait(log: "\(folder)/log") { UInt16(Shell.read("\(folder)/port")) }
    adresse = "http://127.0.0.1:\(port)"
  }

  /// What it has written in a file of its folder; empty without one.
  public func lire(_ nom: String) -> String { Shell.read("\(folder)/\(nom)") }

  deinit { Shell.remove(folder) }
}
