internal import Glibc
internal import Synchronization
internal import Threads

/// Somebody who signs in by password again and again, on threads of their own.
final class Entrees: Sendable {
  private let partage = Partage()
  private let fils: [pthread_t]

  init(port: UInt16, identifiant: String) {
    let corps = "identifiant=\(identifiant)&mot-de-passe=trois+petits+chats"
    let requete = Array(
      """
      POST /connexion HTTP/1.1\r\nHost: localhost\r\n\
      Content-Type: application/x-www-form-urlencoded\r\n\
      Content-Length: \(corps.utf8.count)\r\nConnection: close\r\n\r\n\(corps)
      """.utf8
    )
    let partage = partage
    fils = (0..<4).map { _ in
      startThread(named: "entree") {
        while !partage.finie.load(ordering: .relaxed) {
          if Self.entrer(port, requete) { partage.reussies.add(1, ordering: .relaxed) }
        }
      }
    }
  }

  private final class Partage: Sendable {
    let finie = Atomic<Bool>(false)
    let reussies = Atomic<Int>(0)
  }

  /// Ends it; gives how many sign-ins were let in.
  func arreter() -> Int {
    partage.finie.store(true, ordering: .relaxed)
    for fil in fils { pthread_join(fil, nil) }
    return partage.reussies.load(ordering: .relaxed)
  }

  private static func entrer(_ port: UInt16, _ requete: [UInt8]) -> Bool {
    let client = ClientDeCharge(port: port)
    defer { close(client.descripteur) }
    guard unsafe send(client.descripteur, requete, requete.count, 0) == requete.count else {
      return false
    }
    var tampon = [UInt8](repeating: 0, count: 4_096)
    let recus = unsafe recv(client.descripteur, &tampon, tampon.count, 0)
    return recus > 12 && tampon[9] == UInt8(ascii: "3")
  }
}

/// Connections that are kept open and ask nothing, and others whose request never ends.
struct ClientsLents {
  private let clients: [ClientDeCharge]

  init(port: UInt16, oisifs: Int) {
    clients = (0..<(oisifs + 20)).map { _ in ClientDeCharge(port: port) }
    let debut = Array("GET / HTTP/1.1\r\nHost: loc".utf8)
    for client in clients.suffix(20) {
      _ = unsafe send(client.descripteur, debut, debut.count, Int32(MSG_NOSIGNAL))
    }
  }

  func fermer() {
    for client in clients { close(client.descripteur) }
  }
}
