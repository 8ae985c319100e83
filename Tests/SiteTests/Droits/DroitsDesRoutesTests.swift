import Actes
import HTTPServer
import Scolarite
import Testing

@testable import Site

@Suite("Droits des routes")
struct DroitsDesRoutesTests {
  @Test("la table tient toutes les routes")
  func complete() {
    #expect(Set(Site.routes.map(\.nom)) == Set(TableDesRoutes.toutes.keys))
  }

  /// Routes that would sign out the browsers of other tests.
  private static let fermentDesNavigateurs: Set<String> = [
    "POST /deconnexion", "POST /compte/navigateurs/fermer",
  ]

  @Test("chaque route répond à ceux de la table dans leur département, et à personne d’ailleurs")
  func chacun() async throws {
    let essai = try await SiteDEssai.commun.value
    let terrain = try await TerrainDesRoutes(essai)
    for role in Role.allCases {
      let utilisateur = try await terrain.utilisateur(role)
      let navigateur = try await essai.navigateur(utilisateur)
      for route in Site.routes {
        guard let qui = TableDesRoutes.toutes[route.nom],
          !Self.fermentDesNavigateurs.contains(route.nom)
        else {
          continue
        }
        let ici = try await navigateur.suivre(route, terrain.ici(role))
        #expect(
          !ici.estRefusee == qui.comprend(role),
          "\(route.nom), \(role.rawValue), chez soi : \(ici.code)",
        )
        guard case .seulement = qui, route.aDesValeurs else { continue }
        let ailleurs = try await navigateur.suivre(route, terrain.ailleurs)
        let peut = qui.comprend(role) && role == .administrateur
        #expect(
          !ailleurs.estRefusee == peut,
          "\(route.nom), \(role.rawValue), ailleurs : \(ailleurs.code)",
        )
      }
    }
  }

  @Test("avant la clôture d’un jury, rien de ce qu’il prépare n’est montré à l’étudiant")
  func avantLaCloture() async throws {
    let essai = try await SiteDEssai.commun.value
    let terrain = try await TerrainDesRoutes(essai)
    let etudiant = try await essai.navigateur(terrain.utilisateur(.etudiant))
    let direction = try await essai.navigateur(terrain.utilisateur(.direction))
    let valeurs = terrain.ici(.etudiant)
    var (vues, notes) = (0, 0)
    for route in Site.routes where route.methode == .get {
      let page = try await etudiant.suivre(route, valeurs)
      #expect(!page.texte.contains(TerrainDesRoutes.secret), "\(route.nom)")
      #expect(!page.texte.contains(TerrainDesRoutes.noteCachee), "\(route.nom)")
      let sienne = try await direction.suivre(route, valeurs)
      vues += sienne.texte.contains(TerrainDesRoutes.secret) ? 1 : 0
      notes += sienne.texte.contains(TerrainDesRoutes.noteCachee) ? 1 : 0
    }
    #expect(notes > 0, "whoever prepares the jury reads the marks of session 2")
    #expect(vues > 0, "the jury itself reads it")
  }

  @Test("un étudiant n’ouvre rien d’un autre de sa promotion")
  func camarade() async throws {
    let essai = try await SiteDEssai.commun.value
    let terrain = try await TerrainDesRoutes(essai)
    let navigateur = try await essai.navigateur(terrain.utilisateur(.etudiant))
    let autre = try await terrain.camarade()
    for route in Site.routes where route.gabarit.texte.contains("{etudiant}") {
      let page = try await navigateur.suivre(route, autre)
      #expect(page.estRefusee, "\(route.nom) : \(page.code)")
    }
  }

  @Test("qui n’est pas connecté est mené à la connexion, sauf aux pages de tous")
  func inconnu() async throws {
    let essai = try await SiteDEssai.commun.value
    let terrain = try await TerrainDesRoutes(essai)
    let navigateur = try await essai.navigateur(nil)
    for route in Site.routes {
      let page = try await navigateur.suivre(route, terrain.ailleurs)
      if TableDesRoutes.toutes[route.nom] == .tousMemeInconnus {
        #expect(!(page.suite ?? "").hasPrefix("/connexion"), "\(route.nom)")
      } else {
        #expect(page.code == 303, "\(route.nom)")
        #expect(page.suite?.hasPrefix("/connexion") == true, "\(route.nom)")
      }
    }
  }

  @Test("un envoi sans le jeton du navigateur, ou venu d’ailleurs, ne fait rien")
  func jeton() async throws {
    let essai = try await SiteDEssai.commun.value
    let terrain = try await TerrainDesRoutes(essai)
    let navigateur = try await essai.navigateur(terrain.utilisateur(.secretariat))
    for route in Site.routes where route.methode == .post && route.acces == .connecte {
      let adresse = route.adresse(terrain.ailleurs)
      let sans = try await navigateur.envoyer(adresse, jeton: "faux")
      #expect(sans.code == 403 && sans.texte.contains("rien n’a été"), "\(route.nom)")
      let dehors = try await navigateur.demander(
        .post,
        adresse,
        "",
        [("origin", "https://ailleurs.example")],
      )
      #expect(dehors.code == 403, "\(route.nom)")
    }
  }

  @Test(
    "un envoi mal formé est refusé comme tel, jamais par une erreur",
    arguments: [
      ("application/x-www-form-urlencoded", "a=%00"),
      ("application/x-www-form-urlencoded", "a=%ff"),
      ("application/json", "{}"), ("text/plain", "a"), ("multipart/form-data", "a"),
      ("multipart/form-data; boundary=b", "--b\r\nrien"),
    ],
  )
  func malForme(_ type: String, _ corps: String) async throws {
    let essai = try await SiteDEssai.commun.value
    let navigateur = try await essai.navigateur(essai.compte(.secretariat))
    for adresse in ["/compte/jetons/nouveau", "/connexion"] {
      let page = try await navigateur.demander(.post, adresse, corps, [("content-type", type)])
      #expect((400..<500).contains(page.code), "\(adresse) : \(page.code)")
    }
  }

  @Test("une adresse inconnue n’est gardée par personne, une autre méthode dit lesquelles vont")
  func autres() async throws {
    let essai = try await SiteDEssai.commun.value
    let navigateur = try await essai.navigateur(essai.compte(.secretariat))
    let inconnue = try await navigateur.lire("/rien")
    #expect(inconnue.code == 404)
    #expect(inconnue.reponse.headers["cache-control"] == "no-store")
    let autre = try await navigateur.demander(.delete, "/modules", nil)
    #expect(autre.code == 405)
    #expect(autre.reponse.headers["allow"] == "GET")
  }

  @Test("aucune réponse ne dit un chemin de fichier, une requête SQL ou une pile")
  func rienNeFuit() async throws {
    let essai = try await SiteDEssai.commun.value
    let navigateur = try await essai.navigateur(essai.compte(.secretariat))
    let adresses = [
      "/evaluations/0", "/evaluations/-1", "/evaluations/9999999999999999999", "/evaluations/a'b",
      "/etudiants/1%20OR%201=1", "/promotions/1/modules/%3Cscript%3E", "/rien",
      "/evaluations/1/2/3",
    ]
    for adresse in adresses {
      let page = try await navigateur.lire(adresse)
      #expect((400..<500).contains(page.code), "\(adresse) : \(page.code)")
      for indice in ["SELECT", "sqlite", "/Sources/", ".swift", "Fatal", "<script>alert"] {
        #expect(!page.texte.contains(indice), "\(adresse) dit \(indice)")
      }
    }
  }
}

extension TableDesRoutes.Qui {
  func comprend(_ role: Role) -> Bool {
    switch self {
    case .tousMemeInconnus, .tousLesConnectes: true
    case .seulement(let roles): roles.contains(role)
    }
  }
}

extension Route {
  /// « GET /evaluations/{evaluation} ».
  var nom: String { "\(methode.rawValue) \(gabarit.texte)" }

  var aDesValeurs: Bool { gabarit.texte.contains("{") }

  /// An address of this shape.
  func adresse(_ valeurs: [String: String]) -> String {
    let segments = gabarit.segments.map { segment -> String in
      switch segment {
      case .mot(let mot): mot
      case .valeur(let nom): valeurs[nom] ?? "0"
      }
    }
    return "/" + segments.joined(separator: "/")
  }
}

extension Navigateur {
  /// Asks a route with some values; forms are sent empty, with the right token.
  func suivre(_ route: Route, _ valeurs: [String: String]) async throws -> Navigateur.Page {
    let adresse = route.adresse(valeurs)
    return route.methode == .get ? try await lire(adresse) : try await envoyer(adresse)
  }
}

extension Navigateur.Page {
  /// Whether the person may not, or is told that there is no such thing.
  var estRefusee: Bool { code == 403 || code == 404 }
}
