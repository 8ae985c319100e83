import Actes
import Coffre
import HTTPServer
import Scolarite
import Testing

@testable import Site

/// Somebody with a password, signed in.
struct Inscrite {
  static let motDePasse = "quatre chats gris"
  let essai: SiteDEssai
  let utilisateur: Utilisateur
  let navigateur: Navigateur

  init(_ identifiant: String, _ essai: SiteDEssai, role: Role? = nil) async throws {
    self.essai = essai
    utilisateur = try await essai.bureau.faire(
      CreerUnUtilisateur(.init(identifiant: identifiant, nom: "Personne \(identifiant)")),
      par: .console("essai"),
      dans: essai.iut.id,
    )
    if let role {
      _ = try await essai.bureau.faire(
        DonnerUnRole(
          role,
          sur: .etablissement,
          a: utilisateur.id,
          depuis: essai.bureau.horloge.maintenant().jour,
        ),
        par: .console("essai"),
        dans: essai.iut.id,
      )
    }
    let code = essai.secrets.code()
    _ = try await essai.bureau.faire(
      DonnerUnCode(a: utilisateur.id, code.empreinte),
      par: .console("essai"),
      dans: essai.iut.id,
    )
    let entree = try await essai.site.portier.entrer(
      code: code.texte,
      nouveau: Self.motDePasse,
      encore: Self.motDePasse,
      dans: essai.iut.id,
    )
    navigateur = Navigateur(site: essai.site, secret: entree.secret.texte)
  }

  func compte() async throws -> VoirSonCompte.Compte {
    try await essai.bureau.demander(
      VoirSonCompte(),
      par: .utilisateur(utilisateur.id),
      dans: essai.iut.id,
    )
  }
}

@Suite("Pages du compte")
struct PagesDuCompteTests {
  @Test("un mauvais mot de passe actuel se dit à son champ, et rien ne change")
  func motDePasse() async throws {
    let elle = try await Inscrite("mdp", SiteDEssai.commun.value)
    func changer(_ ancien: String) async throws -> Navigateur.Page {
      try await elle.navigateur.envoyer(
        "/compte/mot-de-passe",
        [("ancien", ancien), ("nouveau", "onze canards"), ("encore", "onze canards")],
      )
    }
    let faux = try await changer("un autre mot")
    #expect(faux.code == 422 && faux.texte.contains("pas votre mot de passe actuel"))
    let juste = try await changer(Inscrite.motDePasse)
    #expect(juste.code == 303 && juste.suite == "/compte")
  }

  @Test("le second facteur se pose avec sa clé, ses chiffres et le mot de passe")
  func secondFacteur() async throws {
    let essai = try await SiteDEssai.commun.value
    let elle = try await Inscrite("totp", essai)
    let page = try await elle.navigateur.lire("/compte/second-facteur")
    let debut = try #require(page.texte.firstRange(of: "name=\"cle\" value=\""))
    let texte = String(page.texte[debut.upperBound...].prefix { $0 != "\"" })
    let cle = try #require(essai.secrets.cle(texte: texte))
    #expect(page.texte.contains("otpauth://totp/D%C3%A9lib%C3%A9r%C3%A9%3Atotp?secret=\(texte)"))
    #expect(page.texte.contains("<path d=\"M4 4h7v1h-7z"))
    let pas = essai.bureau.horloge.maintenant().horodatage.millisecondes / 30_000
    let chiffres = essai.secrets.secondFacteur(cle, pas: pas)
    func poser(_ chiffres: String, _ motDePasse: String) async throws -> Navigateur.Page {
      try await elle.navigateur.envoyer(
        "/compte/second-facteur",
        [("cle", texte), ("chiffres", chiffres), ("mot-de-passe", motDePasse)],
      )
    }
    #expect(try await poser(chiffres, "").code == 422)
    let faux = try await poser("000", Inscrite.motDePasse)
    // The same key stands, so that the telephone need not read again.
    #expect(faux.code == 422 && faux.texte.contains(texte))
    #expect(try await !elle.compte().aUnSecondFacteur)
    #expect(try await poser(chiffres, Inscrite.motDePasse).code == 303)
    #expect(try await elle.compte().aUnSecondFacteur)
    let retrait = "/compte/second-facteur/retirer"
    #expect(try await elle.navigateur.envoyer(retrait).code == 422)
    #expect(try await elle.compte().aUnSecondFacteur)
    let juste = try await elle.navigateur.envoyer(
      retrait,
      [("mot-de-passe", Inscrite.motDePasse)],
    )
    #expect(juste.code == 303)
    #expect(try await !elle.compte().aUnSecondFacteur)
  }

  @Test("un jeton se montre une fois, dans les droits de la personne, et se révoque")
  func jetons() async throws {
    let elle = try await Inscrite("jetons", SiteDEssai.commun.value, role: .suaps)
    let formulaire = try await elle.navigateur.lire("/compte/jetons/nouveau")
    #expect(formulaire.texte.contains(Droit.bonifierLeSport.rawValue))
    #expect(!formulaire.texte.contains("value=\"administrer\""))
    func creer(_ droit: String) async throws -> Navigateur.Page {
      try await elle.navigateur.envoyer(
        "/compte/jetons/nouveau",
        [("nom", "tableau"), ("jusqua", "2026-12-31"), ("droit", droit)],
      )
    }
    #expect(try await creer("administrer").code == 422)
    let cree = try await creer(Droit.bonifierLeSport.rawValue)
    #expect(cree.code == 200)
    let jeton = try #require(try await elle.compte().jetons.first)
    #expect(jeton.droits == [.bonifierLeSport])
    let debut = try #require(cree.texte.firstRange(of: "<pre><code>"))
    let secret = String(cree.texte[debut.upperBound...].prefix { $0 != "<" })
    #expect(elle.essai.secrets.empreinte(secret) == jeton.empreinte)
    #expect(try await !elle.navigateur.lire("/compte").texte.contains(secret))
    let revoque = try await elle.navigateur.envoyer("/compte/jetons/\(jeton.id)/revoquer")
    #expect(revoque.code == 303)
    #expect(try await elle.compte().jetons.isEmpty)
  }

  @Test("déconnecter les autres navigateurs les mène à la connexion")
  func navigateurs() async throws {
    let elle = try await Inscrite("ailleurs", SiteDEssai.commun.value)
    let autre = try await elle.essai.navigateur(elle.utilisateur)
    #expect(try await autre.lire("/compte").code == 200)
    #expect(try await elle.navigateur.envoyer("/compte/navigateurs/fermer").code == 303)
    #expect(try await autre.lire("/compte").code == 303)
    #expect(try await elle.navigateur.lire("/compte").code == 200)
  }
}
