import Actes
import HTTPClient
import HTTPServer
import Soutien
import Testing

@testable import Identites

/// Sign-in by a real OpenID Connect provider.
struct ServeurOpenIDTests {
  private let temps = HorlogeDeTest()

  @Test("une personne part pour le fournisseur, s’y nomme, et revient connue")
  func passage() async throws {
    let oidc = try await serveur()
    let (parametres, memoire) = try await revenir(oidc, "adumont")
    let identite = try await oidc.arrivee(parametres, retour: retour, memoire: memoire)
    #expect(
      identite
        == IdentiteExterne(
          fournisseur: "oidc",
          sujet: "adumont",
          nom: "Agnès Dumont",
          courriel: "agnes.dumont@example.org",
        )
    )
  }

  @Test("une autre donnée du jeton peut nommer la personne ; absente, personne n’est connu")
  func autreDonnee() async throws {
    let parUid = try await serveur { $0.sujet = "uid" }
    let (parametres, memoire) = try await revenir(parUid, "adumont")
    let identite = try await parUid.arrivee(parametres, retour: retour, memoire: memoire)
    #expect(identite.sujet == "ad42")
    #expect(dit(try await refus("adumont") { $0.sujet = "absente" }, "identifiant"))
  }

  @Test("un code ne sert qu’une fois")
  func rejeu() async throws {
    let oidc = try await serveur()
    let (parametres, memoire) = try await revenir(oidc, "adumont")
    _ = try await oidc.arrivee(parametres, retour: retour, memoire: memoire)
    let seconde = await erreur { () async throws(ErreurDIdentite) in
      try await oidc.arrivee(parametres, retour: retour, memoire: memoire)
    }
    #expect(seconde == .expiree)
  }

  @Test("un code obtenu par un autre navigateur ne vaut rien, même avec le bon état")
  func autreNavigateur() async throws {
    let oidc = try await serveur()
    var (parametres, _) = try await revenir(oidc, "adumont")
    let victime = try await oidc.depart(retour: retour)
    let telle = await erreur { () async throws(ErreurDIdentite) in
      try await oidc.arrivee(parametres, retour: retour, memoire: victime.memoire)
    }
    #expect(dit(telle, "navigateur"))
    parametres["state"] = String(
      try #require(victime.url.firstMatch(of: /state=([A-Za-z0-9_-]+)/)).output.1
    )
    let retouchee = await erreur { () async throws(ErreurDIdentite) in
      try await oidc.arrivee(parametres, retour: retour, memoire: victime.memoire)
    }
    #expect(retouchee == .expiree)
  }

  @Test("un départ vaut dix minutes")
  func delai() async throws {
    let oidc = try await serveur()
    let (parametres, memoire) = try await revenir(oidc, "adumont")
    temps.avancer(secondes: 601)
    let tard = await erreur { () async throws(ErreurDIdentite) in
      try await oidc.arrivee(parametres, retour: retour, memoire: memoire)
    }
    #expect(tard == .expiree)
  }

  @Test(
    "un jeton fautif est refusé, et l’administrateur sait pourquoi",
    arguments: [
      ("public", "un autre service"), ("publics", "un autre service"),
      ("mandataire", "un autre service"), ("emetteur", "un autre émetteur"),
      ("echeance", "périmé"), ("futur", "pas encore"), ("nonce", "ce départ"),
      ("sujet", "identifiant"), ("sans-signature", "sorte de signature"),
      ("cle-partagee", "sorte de signature"), ("signature", "signature"),
      ("contenu", "signature"), ("enorme", "octets"),
    ],
  )
  func jetonFautif(_ faute: String, _ mot: String) async throws {
    #expect(dit(try await refus("faute-" + faute), mot))
  }

  @Test("un jeton aux limites est admis : deux publics dont un mandat juste, une minute de retard")
  func jetonsAdmis() async throws {
    for faute in ["mandat-juste", "echeance-toleree"] {
      #expect(try await refus("faute-" + faute) == nil)
    }
  }

  @Test("une adresse que le fournisseur dit non vérifiée n’est pas retenue")
  func adresseNonVerifiee() async throws {
    let oidc = try await serveur()
    let (parametres, memoire) = try await revenir(oidc, "faute-adresse-non-verifiee")
    let identite = try await oidc.arrivee(parametres, retour: retour, memoire: memoire)
    #expect(identite.courriel == nil)
  }

  @Test("quand le fournisseur change de clé, les clés sont relues une fois")
  func cleNeuve() async throws {
    let propre = try await ServeurPython.lancer(.openid)
    let oidc = try await serveur(propre.adresse)
    for personne in ["adumont", "faute-cle-neuve", "adumont"] {
      let (parametres, memoire) = try await revenir(oidc, personne)
      let identite = try await oidc.arrivee(parametres, retour: retour, memoire: memoire)
      #expect(identite.sujet == personne)
    }
  }

  @Test("la personne peut refuser ; le fournisseur peut se tromper ou être en panne")
  func erreursDeRetour() async throws {
    let oidc = try await serveur()
    let depart = try await oidc.depart(retour: retour)
    let etat = String(
      try #require(depart.url.firstMatch(of: /state=([A-Za-z0-9_-]+)/)).output.1
    )
    func arrivee(_ autres: [String: String]) async -> ErreurDIdentite? {
      await erreur { () async throws(ErreurDIdentite) in
        try await oidc.arrivee(
          autres.merging(["state": etat]) { $1 },
          retour: retour,
          memoire: depart.memoire,
        )
      }
    }
    #expect(await arrivee(["error": "access_denied"]) == .refusee)
    #expect(await arrivee(["error": "server_error"]) == .injoignable)
    let inconnue = await arrivee(["error": "pas <b>ça</b> adumont@example.org"])
    #expect(inconnue == .reponseInvalide("le fournisseur refuse : pas"))
    #expect(dit(await arrivee([:]), "pas de code"))
    #expect(dit(await arrivee(["code": "x", "iss": "https://a.example.org"]), "autre émetteur"))
    #expect(await arrivee(["code": "faux"]) == .expiree)
  }

  @Test("un secret faux est dit à l’administrateur")
  func secretFaux() async throws {
    let ici = try await ServeurPython.commun(.openid).adresse
    let emetteur = try #require(AdresseDeService(ici))
    let reglages = ReglagesOpenID(emetteur: emetteur, client: "delibere", secret: "faux")
    let oidc = ServeurOpenID(reglages, client: HTTPClient(), horloge: temps.horloge)
    let (parametres, memoire) = try await revenir(oidc, "adumont")
    let refus = await erreur { () async throws(ErreurDIdentite) in
      try await oidc.arrivee(parametres, retour: retour, memoire: memoire)
    }
    #expect(dit(refus, "secret"))
    #expect(!"\(reglages) \(String(reflecting: reglages))".contains("faux"))
  }

  @Test("un fournisseur arrêté, ou dont la description est fausse, n’est pas cru")
  func descriptions() async throws {
    var ancienne = ""
    let fausses = [
      ("", "lisible"), ("[]", "lisible"),
      (#"{"issuer":"https://a.example.org"}"#, "autre émetteur"),
      (#"{"issuer":"ICI","authorization_endpoint":"http://a.example.org/"}"#, "https"),
      (#"{"issuer":"ICI","authorization_endpoint":"javascript:1"}"#, "https"),
      (#"{"issuer":"ICI"}"#, "authorization_endpoint"),
      (String(repeating: " ", count: 2_000_000), "octets"),
    ]
    for (texte, mot) in fausses {
      try await avecUnServeur { request in
        .text(texte.replacing("ICI", with: "http://\(request.host)"))
      } _: { adresse in
        ancienne = adresse
        let oidc = try await serveur(adresse)
        let refus = await erreur { () async throws(ErreurDIdentite) in
          try await oidc.depart(retour: retour)
        }
        #expect(dit(refus, mot), "\(texte.prefix(80))")
      }
    }
    let oidc = try await serveur(ancienne)
    let refus = await erreur { () async throws(ErreurDIdentite) in
      try await oidc.depart(retour: retour)
    }
    #expect(refus == .injoignable)
  }

  @Test("une adresse de service est en https, ou sur la machine même")
  func adresses() throws {
    for texte in ["http://cas.example.org", "https://a.example.org/?b", "cas.example.org", ""] {
      #expect(AdresseDeService(texte) == nil)
    }
    let service = try #require(AdresseDeService("https://a.example.org/cas/"))
    #expect(
      service.page("/login", [("a", "é")])?.text == "https://a.example.org/cas/login?a=%C3%A9"
    )
    #expect(service.voisine("http://127.0.0.1/") == nil)
    #expect(service.voisine("https://b.example.org/") != nil)
  }

  private func serveur(
    _ adresse: String? = nil,
    _ changer: (inout ReglagesOpenID) -> Void = { _ in },
  ) async throws -> ServeurOpenID {
    let ici = try await adresseDe(.openid, ou: adresse)
    let emetteur = try #require(AdresseDeService(ici))
    var reglages = ReglagesOpenID(emetteur: emetteur, client: "delibere", secret: "secret & %")
    changer(&reglages)
    return ServeurOpenID(reglages, client: HTTPClient(), horloge: temps.horloge)
  }

  /// Leaves and comes back as someone; gives what the browser brings.
  private func revenir(
    _ oidc: ServeurOpenID,
    _ personne: String,
  ) async throws -> ([String: String], String) {
    let depart = try await oidc.depart(retour: retour)
    var navigateur = Navigateur()
    return (try await navigateur.passer(depart.url, [("sub", personne)]), depart.memoire)
  }

  private func refus(
    _ personne: String,
    _ changer: (inout ReglagesOpenID) -> Void = { _ in },
  ) async throws -> ErreurDIdentite? {
    let oidc = try await serveur(nil, changer)
    let (parametres, memoire) = try await revenir(oidc, personne)
    return await erreur { () async throws(ErreurDIdentite) in
      try await oidc.arrivee(parametres, retour: retour, memoire: memoire)
    }
  }
}
