internal import Glibc
internal import Threads

/// A sign-in service in Python for one test process, gone with it even when it is killed.
public final class ServeurPython: Sendable {
  /// The programs of `Tests/Soutien/Serveurs`.
  public enum Programme: String, Sendable {
    case cas = "serveur_cas.py"
    case openid = "serveur_openid.py"
  }

  private let folder: String
  /// « http://127.0.0.1:port ».
  public let adresse: String

  private static let partages: [Programme: Result<ServeurPython, any Error>] = [
    .cas: Result { try ServeurPython(.cas) }, .openid: Result { try ServeurPython(.openid) },
  ]

  /// The server that all tests of the process share, started by the first who asks.
  public static func commun(_ programme: Programme) throws -> ServeurPython {
    guard let partage = partages[programme] else { preconditionFailure("each has one") }
    return try partage.get()
  }

  /// Starts a server on a free port, and waits until it listens.
  public init(_ programme: Programme) throws {
    let racine = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let python = "\(racine)/.build/venv/bin/python"
    guard unsafe access(python, X_OK) == 0 else {
      throw Shell.Failure(command: python, log: "lancez d’abord outils/preparer --tests")
    }
    let port = try Shell.freePort()
    folder = try Shell.temporaryFolder("identite")
    adresse = "http://127.0.0.1:\(port)"
    let script = "\(racine)/Tests/Soutien/Serveurs/\(programme.rawValue)"
    let run = "\(python) \(script) \(port) \(folder) >\(folder)/log 2>&1 & serveur=$!"
    let wait = "while kill -0 \(getpid()) && [ -d \(folder) ]; do sleep 0.2; done"
    // A child inherits blocked signals, and might not hear a gentler one.
    Shell.detach("\(run); \(wait); kill -9 $serveur; rm -rf \(folder)")
    try attendre(port)
  }

  deinit { Shell.remove(folder) }

  private func attendre(_ port: UInt16) throws {
    for _ in 0..<1_200 {
      if Shell.isListening(port) { return }
      usleep(50_000)
    }
    throw Shell.Failure(command: adresse, log: Shell.read("\(folder)/log"))
  }
}
