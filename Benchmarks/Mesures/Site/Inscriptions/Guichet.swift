internal import HTTPServer
internal import Synchronization

/// What the server was sent, kept beside what it answered.
final class Guichet: Sendable {
  /// A form that came.
  struct Depot {
    /// What the browser holds.
    let temoin: String
    /// By the clock of the server, once it had come whole.
    let recu: Int64
    let statut: Int
  }

  private struct Tenu {
    var depots: [Depot] = []
    /// How many answers there were to what came in each second.
    var parSeconde: [Int64: Int] = [:]
  }

  private let tenu = Mutex(Tenu())

  var depots: [Depot] { tenu.withLock { $0.depots } }
  /// The most requests that came in one second and were answered.
  var pointe: Int { tenu.withLock { $0.parSeconde.values.max() ?? 0 } }

  func noter(_ requete: HTTPRequest, _ reponse: HTTPResponse) {
    let recu = requete.received ?? 0
    tenu.withLock { tenu in
      tenu.parSeconde[recu / 1_000, default: 0] += 1
      guard requete.method == .post else { return }
      let temoin = requete.cookies["delibere"] ?? ""
      tenu.depots.append(Depot(temoin: temoin, recu: recu, statut: Int(reponse.status.code)))
    }
  }
}
