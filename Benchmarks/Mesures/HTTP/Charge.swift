internal import Glibc
internal import Terrain

/// Asks the same thing again and again on connections that stay open, from one thread.
struct Charge {
  let port: UInt16
  let connexions: Int
  /// What each connection sends, by its rank.
  private let requetes: [[UInt8]]

  init(port: UInt16, chemin: String, connexions: Int) {
    self.init(port: port, connexions: connexions) { _ in (chemin, "") }
  }

  /// Each connection asks for its own path, with further headers, each with its end of line.
  init(port: UInt16, connexions: Int, demande: (Int) -> (chemin: String, enTetes: String)) {
    self.port = port
    self.connexions = connexions
    requetes = (0..<connexions).map { rang in
      let (chemin, enTetes) = demande(rang)
      return Array("GET \(chemin) HTTP/1.1\r\nHost: localhost\r\n\(enTetes)\r\n".utf8)
    }
  }

  /// Asks so many times in all.
  /// - Returns: the time of all, and of each from the sending to the last byte.
  func mesurer(_ nombre: Int) -> (Duration, Releve) {
    var clients = (0..<connexions).map { _ in ClientDeCharge(port: port) }
    defer { for client in clients { close(client.descripteur) } }
    var attentes = clients.map { pollfd(fd: $0.descripteur, events: Int16(POLLIN), revents: 0) }
    let horloge = ContinuousClock()
    let debut = horloge.now
    var durees: [Duration] = []
    durees.reserveCapacity(nombre)
    for rang in clients.indices { clients[rang].demander(requetes[rang], horloge.now) }
    var demandes = connexions
    while durees.count < nombre {
      unsafe poll(&attentes, nfds_t(attentes.count), 1_000)
      for rang in attentes.indices where attentes[rang].revents != 0 {
        guard clients[rang].recevoir() else { continue }
        let maintenant = horloge.now
        durees.append(clients[rang].debut.duration(to: maintenant))
        guard demandes < nombre else { continue }
        demandes += 1
        clients[rang].demander(requetes[rang], maintenant)
      }
    }
    return (debut.duration(to: horloge.now), Releve(durees))
  }
}

/// One connection, which counts the bytes of an answer without keeping them.
struct ClientDeCharge {
  let descripteur: Int32
  private(set) var debut = ContinuousClock.now
  private var manquants: Int?
  private var tete: [UInt8] = []

  init(port: UInt16) {
    descripteur = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var lieu = sockaddr_in()
    lieu.sin_family = sa_family_t(AF_INET)
    lieu.sin_port = port.bigEndian
    lieu.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let code = unsafe withUnsafeBytes(of: &lieu) { octets in
      guard let adresse = octets.baseAddress else { return Int32(-1) }
      return unsafe connect(
        descripteur,
        adresse.assumingMemoryBound(to: sockaddr.self),
        socklen_t(octets.count),
      )
    }
    precondition(code == 0, "the server does not answer")
  }

  mutating func demander(_ requete: [UInt8], _ maintenant: ContinuousClock.Instant) {
    debut = maintenant
    manquants = nil
    tete = []
    let envoyes = unsafe send(descripteur, requete, requete.count, 0)
    precondition(envoyes == requete.count, "a request goes in one piece")
  }

  /// Reads what has come; whether the answer is whole.
  mutating func recevoir() -> Bool {
    unsafe withUnsafeTemporaryAllocation(byteCount: 131_072, alignment: 8) { tampon in
      let recus = unsafe recv(descripteur, tampon.baseAddress, tampon.count, 0)
      precondition(recus > 0, "the server closed a connection")
      guard let attendus = manquants else {
        unsafe tete += tampon.prefix(recus)
        manquants = resteApresLaTete()
        return manquants == 0
      }
      manquants = attendus - recus
      return attendus == recus
    }
  }

  /// How much of the body is to come, once the head is there.
  ///
  /// The client has the same processors as the server that it measures: it looks at few bytes.
  private func resteApresLaTete() -> Int? {
    guard let fin = place(de: "\r\n\r\n") else { return nil }
    precondition(place(de: "HTTP/1.1 200") == 12, "an answer is good")
    let debut = exige(place(de: "\r\nContent-Length: "), "an answer has a length")
    let octets = tete[debut...].prefix { (0x30...0x39).contains($0) }
      .reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return octets - (tete.count - fin)
  }

  /// Just after the first place where a text stands.
  private func place(de texte: StaticString) -> Int? {
    let taille = texte.utf8CodeUnitCount
    return unsafe tete.withUnsafeBytes { octets in
      guard let base = octets.baseAddress, octets.count >= taille else { return nil }
      for rang in 0...(octets.count - taille)
      where unsafe memcmp(base + rang, texte.utf8Start, taille) == 0 {
        return rang + taille
      }
      return nil
    }
  }
}
