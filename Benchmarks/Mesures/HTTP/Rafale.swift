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
    var suite: Suite?
  }

  /// What a browser asks as soon as an answer sends it elsewhere.
  struct Suite: Sendable {
    let requete: [UInt8]
    /// What the page must hold.
    let contient: [UInt8]
  }

  /// How each of the requests of a kind went.
  struct Bilan {
    let releve: Releve
    /// How many answers there were of each status.
    let statuts: [Int: Int]
    /// How long each page took that an answer led to, and how many held what they must.
    let suites: (durees: [Duration], bonnes: Int)
  }

  private struct Reponse {
    let sorte: Int
    let duree: Duration
    let statut: Int
    let suite: (duree: Duration, estBonne: Bool)?
  }

  /// How many requests wait for their answers at once, at most.
  private static let fils = 48

  /// Sends every list of requests, all at once, and waits for every answer.
  static func envoyer(_ sortes: [[Envoi]], port: UInt16) -> [Bilan] {
    let tous = sortes.enumerated().flatMap { sorte, envois in envois.map { (sorte, $0) } }
      .sorted { $0.1.moment < $1.1.moment }
    let suivant = Suivant()
    let recus = Mutex<[Reponse]>([])
    let depart = ContinuousClock.now
    let fils = (0..<fils).map { _ in
      startThread(named: "rafale") {
        while let (sorte, envoi) = suivant.prendre(tous) {
          let du = depart + envoi.moment
          let attente = ContinuousClock.now.duration(to: du)
          if attente > .zero { dormir(attente) }
          let statut = ClientDeCharge(port: port).echanger(envoi.requete).statut
          let duree = du.duration(to: .now)
          let suite = statut == 303 ? envoi.suite?.demander(port) : nil
          recus.withLock {
            $0.append(Reponse(sorte: sorte, duree: duree, statut: statut, suite: suite))
          }
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
        suites: (
          siennes.compactMap { $0.suite?.duree }, siennes.count { $0.suite?.estBonne == true },
        ),
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

extension [Rafale.Envoi] {
  /// Those that are sent from that moment on, which becomes the beginning.
  func depuis(_ debut: Duration) -> Self {
    filter { $0.moment >= debut }.map {
      Rafale.Envoi(moment: $0.moment - debut, requete: $0.requete, suite: $0.suite)
    }
  }
}

extension Rafale.Suite {
  fileprivate func demander(_ port: UInt16) -> (duree: Duration, estBonne: Bool) {
    let debut = ContinuousClock.now
    let (statut, estLa) = ClientDeCharge(port: port).echanger(requete, cherche: contient)
    return (debut.duration(to: .now), statut == 200 && estLa)
  }
}

extension ClientDeCharge {
  /// Sends a request that ends the connection.
  ///
  /// - Returns: the status of the answer, 0 for none, and whether it holds what is looked for.
  func echanger(_ requete: [UInt8], cherche: [UInt8] = []) -> (statut: Int, estLa: Bool) {
    defer { close(descripteur) }
    let envoyes = unsafe send(descripteur, requete, requete.count, Int32(MSG_NOSIGNAL))
    guard envoyes == requete.count else { return (0, false) }
    var tete: [UInt8] = []
    var page: [UInt8] = []
    var tampon = [UInt8](repeating: 0, count: 16_384)
    while true {
      let recus = unsafe recv(descripteur, &tampon, tampon.count, 0)
      guard recus > 0 else { break }
      if tete.count < 12 { tete += tampon.prefix(min(recus, 12)) }
      if !cherche.isEmpty { page += tampon.prefix(recus) }
    }
    guard tete.count >= 12 else { return (0, false) }
    let estLa = !cherche.isEmpty && page.firstRange(of: cherche) != nil
    return (tete[9..<12].reduce(0) { $0 * 10 + Int($1) - 0x30 }, estLa)
  }
}
