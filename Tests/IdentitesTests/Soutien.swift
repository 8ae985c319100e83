import Actes
import Glibc
import HTTPClient
import HTTPServer
import Scolarite
import Soutien
import Synchronization
import Testing

@testable import Identites

/// The page of return of all tests.
let retour = "https://delibere.example.org/connexion/retour"

/// A clock that a test moves; it starts at the present moment, which services also read.
final class HorlogeDeTest: Sendable {
  private let decalage = Mutex<Int64>(0)

  func avancer(secondes: Int64) { decalage.withLock { $0 += secondes * 1_000 } }

  var horloge: Horloge {
    guard let jour = Instant("2026-09-01T08:00") else { preconditionFailure("a day of 2026") }
    return Horloge(
      maintenant: { [self] in
        let maintenant = Int64(time(nil)) * 1_000 + decalage.withLock { $0 }
        return Moment(horodatage: Horodatage(millisecondes: maintenant), instant: jour)
      },
      instant: { _ in jour },
    )
  }
}

/// Runs a server that answers as a test says, at an address given to a closure.
func avecUnServeur(
  _ reponse: @escaping @Sendable (HTTPRequest) async -> HTTPResponse,
  _ corps: (String) async throws -> Void,
) async throws {
  let serveur = try HTTPServer(HTTPServerConfiguration())
  try serveur.start(reponse)
  do {
    try await corps("http://127.0.0.1:\(serveur.port)")
    await serveur.stop(within: .zero)
  } catch {
    await serveur.stop(within: .zero)
    throw error
  }
}

/// The error that a closure throws; `nil` when it gives something.
func erreur(
  _ corps: () async throws(ErreurDIdentite) -> some Any
) async -> ErreurDIdentite? {
  do throws(ErreurDIdentite) {
    _ = try await corps()
    return nil
  } catch {
    return error
  }
}

/// Whether an error is for the administrator and says a word.
func dit(_ erreur: ErreurDIdentite?, _ mot: String) -> Bool {
  guard case .reponseInvalide(let texte) = erreur else { return false }
  return texte.contains(mot)
}

/// The address given, or that of a real server.
func adresseDe(_ programme: ServeurPython.Programme, ou adresse: String?) async throws -> String {
  if let adresse { return adresse }
  return try await ServeurPython.commun(programme).adresse
}
