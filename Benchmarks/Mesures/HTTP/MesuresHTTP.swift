internal import Glibc
internal import HTML
internal import HTTPServer
internal import Terrain
internal import Text

/// What the web server and its pages cost.
enum MesuresHTTP {
  static func texte() async throws -> String {
    let page = Releve(200) { Int64(tableau().count) }
    let serveur = try HTTPServer(HTTPServerConfiguration())
    try serveur.start { request in
      request.path.segments == ["tableau"] ? .html(tableau()) : .text("bonjour")
    }
    var table = TextTable([
      .init("Mesure"), .init("Requêtes/s", .right), .init("Médiane", .right),
      .init("99e centile", .right),
    ])
    for (nom, chemin, nombre) in [
      ("réponse constante", "/", 100_000), ("tableau de 300 × 20 refait", "/tableau", 20_000),
    ] {
      let charge = Charge(port: serveur.port, chemin: chemin, connexions: 64)
      _ = charge.mesurer(nombre / 10)
      let (duree, releve) = charge.mesurer(nombre)
      let parSeconde = Int(Int128(nombre) * 1_000_000_000_000_000_000 / duree.attoseconds)
      table.add([
        nom, enMilliers(parSeconde), Grandeur.duree(releve.mediane).texte,
        Grandeur.duree(releve.centile(99)).texte,
      ])
    }
    let oisive = memoireDUneConnexion(serveur, sur: 400)
    await serveur.stop()
    return frenchSpacing(
      table.render()
        + """

        – 64 connexions gardées, une requête à la fois sur chacune ; qui demande est un fil du même
        processus, qui prend sa part des cœurs. Charge de la machine pendant la dernière minute : \
        \(Processus.charge ?? "inconnue").
        – Tableau de 300 lignes de 20 cases écrit en HTML, seul : \
        \(Grandeur.duree(page.mediane).texte) (médiane de 200), \(enMilliers(tableau().count)) octets.
        – Connexion ouverte qui attend, après une réponse : \
        \(oisive.map { Grandeur.memoire(octets: $0).texte } ?? "inconnu") pour ses deux bouts \
        (moyenne de 400).

        """
    )
  }

  /// What one connection that waits holds in memory, both ends, after one answer.
  private static func memoireDUneConnexion(_ serveur: HTTPServer, sur nombre: Int) -> Int? {
    guard let avant = Processus.memoire else { return nil }
    var clients = (0..<nombre).map { _ in ClientDeCharge(port: serveur.port) }
    defer { for client in clients { close(client.descripteur) } }
    let requete = Array("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8)
    for rang in clients.indices {
      clients[rang].demander(requete, .now)
      while !clients[rang].recevoir() {}
    }
    return Processus.memoire.map { ($0 - avant) / nombre }
  }

  @inline(never)
  static func tableau() -> [UInt8] {
    let page = HTMLDocument {
      title { "Notes" }
    } body: {
      table(.class("notes")) {
        tbody {
          for ligne in 0..<300 {
            tr {
              th(.scope("row")) { "Étudiant \(ligne)" }
              for colonne in 0..<19 {
                td { notes[(ligne + colonne) % notes.count] }
              }
            }
          }
        }
      }
    }
    return page.rendered(reserving: 131_072)
  }

  private static let notes = ["12,5", "8", "ABI", "16,75", "< 10 & 12"]
}
