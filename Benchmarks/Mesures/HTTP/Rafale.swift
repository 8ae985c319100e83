internal import Glibc
internal import Synchronization
internal import Threads

/// Requests that people send each at a moment of their own, whatever becomes of the others.
///
/// Each is counted from the moment when it was due: a server that falls behind cannot hide it.
struct Rafale {
  struct Envoi: Sendable {
    /// From the beginning.
    let moment: Duration
    let requete: [UInt8]
  }

  /// How each of the requests of a kind went.
  struct Bilan {
    let releve: Releve
    /// How many answers there were of each status.
    let statuts: [Int: Int]
  }

  /// How many requests wait for their answers at once, at most.
  private static let fils = 48

  /// Sends every list of requests, all at once, and waits for every answer.
  static func envoyer(_ sortes: [[Envoi]], port: UInt16) -> [Bilan] {
    let tous = sortes.enumerated().flatMap { sorte, envois in envois.map { (sorte, $0) } }
      .sorted { $0.1.moment < $1.1.moment }
    let suivant = Suivant()
    let recus = Mutex<[(sorte: Int, duree: Duration, statut: Int)]>([])
    let depart = ContinuousClock.now
    let fils = (0..<fils).map { _ in
      startThread(named: "rafale") {
        while let (sorte, envoi) = suivant.prendre(tous) {
          let du = depart + envoi.moment
          let attente = ContinuousClock.now.duration(to: du)
          if attente > .zero { dormir(attente) }
          let statut = ClientDeCharge(port: port).echanger(envoi.requete)
          let duree = du.duration(to: .now)
          recus.withLock { $0.append((sorte, duree, statut)) }
        }
      }
    }
    for fil in fils { pthread_join(fil, nil) }
    let reponses = recus.withLock { $0 }
    return sortes.indices.map { sorte in
      let siennes = reponses.filter { $0.sorte == sorte }
      return Bilan(
        releve: Releve(siennes.map(\.duree)),
        statuts: Dictionary(siennes.map { ($0.statut, 1) }, uniquingKeysWith: +),
      )
    }
  }

  private static func dormir(_ duree: Duration) {
    let (secondes, attosecondes) = duree.components
    var temps = timespec(tv_sec: Int(secondes), tv_nsec: Int(attosecondes / 1_000_000_000))
    unsafe nanosleep(&temps, nil)
  }

  /// The next request that nobody has taken.
  private final class Suivant: Sendable {
    private let rang = Atomic<Int>(0)

    func prendre<T>(_ tous: [T]) -> T? {
      let (pris, _) = rang.add(1, ordering: .relaxed)
      return pris < tous.count ? tous[pris] : nil
    }
  }
}

extension ClientDeCharge {
  /// Sends a request that ends the connection; gives the status of its answer.
  func echanger(_ requete: [UInt8]) -> Int {
    defer { close(descripteur) }
    let envoyes = unsafe send(descripteur, requete, requete.count, Int32(MSG_NOSIGNAL))
    guard envoyes == requete.count else { return 0 }
    var tete: [UInt8] = []
    var tampon = [UInt8](repeating: 0, count: 16_384)
    while true {
      let recus = unsafe recv(descripteur, &tampon, tampon.count, 0)
      guard recus > 0 else { break }
      if tete.count < 12 { tete += tampon.prefix(min(recus, 12)) }
    }
    guard tete.count >= 12 else { return 0 }
    return tete[9..<12].reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }
}
