import Actes
import Coffre
import HTTPServer
import Testing

@testable import Site

@Suite("Entrée")
struct EntreeTests {
  private static let motDePasse = "quatre chats gris"

  /// A user of the site with a password, and a browser that is not signed in.
  private struct Visiteuse {
    let essai: SiteDEssai
    let utilisateur: Utilisateur
    let navigateur: Navigateur

    init() async throws {
      essai = try await SiteDEssai()
      utilisateur = try essai.compte(.secretariat)
      navigateur = try await essai.navigateur(nil)
      let hachage = try await essai.secrets.hacher(EntreeTests.motDePasse)
      try await essai.bureau.faire(
        ChangerDeMotDePasse(hachage, depuis: nil),
        par: .utilisateur(utilisateur.id),
        dans: essai.iut.id,
      )
    }

    func entrer(_ motDePasse: String, suite: String = "") async throws -> Navigateur.Page {
      try await navigateur.envoyer(
        "/connexion",
        [
          ("identifiant", utilisateur.identifiant), ("mot-de-passe", motDePasse), ("suite", suite),
        ],
      )
    }
  }

  @Test("on entre, la page demandée s’ouvre, et le témoin est fermé aux scripts")
  func entrer() async throws {
    let visiteuse = try await Visiteuse()
    let page = try await visiteuse.entrer(Self.motDePasse, suite: "/modules")
    #expect(page.code == 303)
    #expect(page.suite == "/modules")
    let temoin = try #require(page.reponse.headers.all("set-cookie").first)
    #expect(temoin.hasPrefix("delibere="))
    #expect(temoin.contains("HttpOnly") && temoin.contains("SameSite=Lax"))
    let secret = String(temoin.dropFirst("delibere=".count).prefix(64))
    let entree = Navigateur(site: visiteuse.essai.site, secret: secret)
    #expect(try await entree.lire("/").code == 200)
    let sortie = try await entree.envoyer("/deconnexion")
    #expect(sortie.suite == "/connexion")
    #expect(try await entree.lire("/").suite?.hasPrefix("/connexion") == true)
  }

  @Test(
    "la suite ne mène jamais hors du site",
    arguments: [
      "https://ailleurs.example", "//ailleurs.example", "/\\ailleurs.example",
      "javascript:alert(1)",
    ],
  )
  func suite(_ suite: String) async throws {
    let visiteuse = try await Visiteuse()
    #expect(try await visiteuse.entrer(Self.motDePasse, suite: suite).suite == "/")
  }

  @Test("un mauvais mot de passe est dit sans dire lequel des deux, puis le compte attend")
  func refus() async throws {
    let visiteuse = try await Visiteuse()
    for _ in 0..<Serrure.essais {
      let page = try await visiteuse.entrer("un autre mot de passe")
      #expect(page.code == 422)
      #expect(page.texte.contains("L’identifiant ou le mot de passe"))
    }
    let page = try await visiteuse.entrer(Self.motDePasse)
    #expect(page.code == 429)
    #expect(page.texte.contains("Trop d’essais"))
  }

  @Test("un code choisit un mot de passe, dont les défauts sont dits au champ")
  func code() async throws {
    let visiteuse = try await Visiteuse()
    let essai = visiteuse.essai
    let code = essai.secrets.code()
    _ = try await essai.bureau.faire(
      DonnerUnCode(a: visiteuse.utilisateur.id, code.empreinte),
      par: .console("essai"),
      dans: essai.iut.id,
    )
    func choisir(_ texte: String) async throws -> Navigateur.Page {
      try await visiteuse.navigateur.envoyer(
        "/code",
        [("code", code.texte), ("mot-de-passe", texte), ("encore", texte)],
      )
    }
    let court = try await choisir("court")
    #expect(court.code == 422)
    #expect(court.texte.contains("champ-mot-de-passe-erreur"))
    #expect(try await choisir("six oies blanches").code == 303)
    #expect(try await choisir("six oies blanches").texte.contains("a déjà servi"))
    #expect(try await visiteuse.entrer("six oies blanches").code == 303)
  }

  @Test("par l’université on part avec une mémoire, et l’on revient une seule fois")
  func universite() async throws {
    let visiteuse = try await Visiteuse()
    let depart = try await visiteuse.navigateur.lire("/universite/essai")
    #expect(depart.suite?.hasPrefix("https://universite.example/") == true)
    let temoin = try #require(depart.reponse.headers.all("set-cookie").first)
    #expect(temoin.contains("universite=m1") && temoin.contains("Path=/universite"))
    func revenir(_ requete: String, _ memoire: String?) async throws -> Navigateur.Page {
      try await visiteuse.navigateur.demander(
        .get,
        "/universite/essai/retour?" + requete,
        nil,
        memoire.map { [("cookie", "universite=\($0)")] } ?? [],
      )
    }
    let qui = "qui=\(visiteuse.utilisateur.identifiant)"
    #expect(try await revenir(qui, nil).code == 422)
    #expect(try await revenir(qui + "&qui=autre", "m1").code == 422)
    #expect(try await revenir("qui=personne", "m1").texte.contains("personne"))
    let entree = try await revenir(qui, "m1")
    #expect(entree.code == 303)
    let temoins = entree.reponse.headers.all("set-cookie")
    #expect(temoins.contains { $0.hasPrefix("delibere=") })
    #expect(temoins.contains { $0.hasPrefix("universite=;") && $0.contains("Max-Age=0") })
  }
}
