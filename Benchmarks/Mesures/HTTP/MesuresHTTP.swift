internal import HTML
internal import HTTPServer
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
    await serveur.stop()
    return frenchSpacing(
      table.render()
        + """

        – 64 connexions gardées, une requête à la fois sur chacune ; qui demande est un fil du même
        processus, qui prend sa part des cœurs. Charge de la machine pendant la dernière minute : \
        \(Processus.charge ?? "inconnue").
        – Tableau de 300 lignes de 20 cases écrit en HTML, seul : \
        \(Grandeur.duree(page.mediane).texte) (médiane de 200), \(enMilliers(tableau().count)) octets.

        """
    )
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
