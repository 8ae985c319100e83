internal import Glibc
internal import HTTPServer
internal import SQL
internal import Terrain
internal import Text

/// Results day: what the site serves to those who are signed in, while others sign in.
enum MesuresDuSite {
  /// - Parameter secondes: how long each load lasts, about.
  /// - Returns: the table and its notes.
  /// - Throws: when a base or a server cannot be made.
  static func texte(_ secondes: Int) async throws -> String {
    var table = TextTable([
      .init("Mesure", maximumWidth: 56), .init("Demandes/s", .right), .init("Médiane", .right),
      .init("99e centile", .right),
    ])
    var notes: [String] = []
    for moteur in SQLEngine.allCases {
      let terrain = try await TerrainDuSite(moteur)
      let port = terrain.serveur.port
      let nom = moteur.enseigne
      let constant = try HTTPServer(HTTPServerConfiguration())
      try constant.start { _ in .text("bonjour") }
      let bonjour = Charge(port: constant.port, chemin: "/", connexions: 64)
      table.add(ligne("\(nom) : une réponse constante, par le même serveur", bonjour, secondes))
      await constant.stop()
      let pages = etudiants(terrain)
      table.add(
        ligne("\(nom) : « Mes notes », \(terrain.temoins.count) étudiants", pages, secondes)
      )
      let entrees = Entrees(port: port, identifiant: terrain.identifiant)
      let avant = Processus.memoire ?? 0
      table.add(
        ligne("\(nom) : « Mes notes » pendant que d’autres se connectent", pages, secondes)
      )
      let reussies = entrees.arreter()
      let lents = ClientsLents(port: port, oisifs: 400)
      table.add(ligne("\(nom) : « Mes notes », 400 oisifs et 20 lents", pages, secondes))
      lents.fermer()
      let apres = Processus.memoire ?? 0
      notes.append(
        "\(nom) : \(reussies) connexions par mot de passe pendant la charge ; mémoire du processus "
          + "\(Grandeur.memoire(octets: avant).texte) avant, "
          + "\(Grandeur.memoire(octets: apres).texte) après."
      )
      await terrain.fermer()
    }
    return frenchSpacing(table.render() + "\n" + notes.map { "– \($0)\n" }.joined())
  }

  private static func etudiants(_ terrain: TerrainDuSite) -> Charge {
    Charge(port: terrain.serveur.port, connexions: 64) { rang in
      ("/moi/notes", terrain.temoins[rang % terrain.temoins.count])
    }
  }

  private static func ligne(_ nom: String, _ charge: Charge, _ secondes: Int) -> [String] {
    let essai = charge.mesurer(500)
    let parSeconde = max(1, Int(Int128(500) * 1_000_000_000_000_000_000 / essai.0.attoseconds))
    let nombre = max(500, parSeconde * secondes)
    let (duree, releve) = charge.mesurer(nombre)
    let debit = Int(Int128(nombre) * 1_000_000_000_000_000_000 / duree.attoseconds)
    return [
      nom, enMilliers(debit), Grandeur.duree(releve.mediane).texte,
      Grandeur.duree(releve.centile(99)).texte,
    ]
  }
}
