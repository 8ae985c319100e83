import Actes
import HTTPClient
import HTTPServer
import Soutien
import Testing

@testable import Identites

/// Sign-in by a real CAS server.
struct ServeurCASTests {
  private let temps = HorlogeDeTest()
  private let personne = [
    (name: "username", value: "adumont"), (name: "password", value: "sesame"),
  ]

  @Test("une personne part pour le serveur CAS, s’y nomme, et revient connue")
  func passage() async throws {
    let cas = try await serveur()
    let depart = try await cas.depart(retour: retour)
    var navigateur = Navigateur()
    let parametres = try await navigateur.passer(depart.url, personne)
    let identite = try await cas.arrivee(parametres, retour: retour, memoire: depart.memoire)
    #expect(
      identite
        == IdentiteExterne(
          fournisseur: "cas",
          sujet: "adumont",
          nom: "Agnès Dumont & Cie",
          courriel: "agnes.dumont@example.org",
        )
    )
    #expect(depart.memoire.count <= 200)
    let admis = depart.memoire.utf8.allSatisfy { octet in
      octet.isLetterOrDigit || ".-_".utf8.contains(octet)
    }
    #expect(admis)
  }

  @Test("une personne déjà reconnue par le serveur CAS repasse sans se nommer")
  func connexionUnique() async throws {
    let cas = try await serveur()
    var navigateur = Navigateur()
    let premier = try await cas.depart(retour: retour)
    _ = try await navigateur.passer(premier.url, personne)
    let second = try await cas.depart(retour: retour + "?a=b")
    let parametres = try await navigateur.repasser(second.url)
    let identite = try await cas.arrivee(
      parametres,
      retour: retour + "?a=b",
      memoire: second.memoire,
    )
    #expect(identite.sujet == "adumont")
    #expect(second.memoire != premier.memoire)
  }

  @Test("un attribut peut nommer la personne ; absent, personne n’est connu")
  func attribut() async throws {
    for (attribut, sujet) in [("supannEtuId", "20260042"), ("absent", nil)] {
      let cas = try await serveur { $0.attributDuSujet = attribut }
      let depart = try await cas.depart(retour: retour)
      var navigateur = Navigateur()
      let parametres = try await navigateur.passer(depart.url, personne)
      if let sujet {
        let identite = try await cas.arrivee(parametres, retour: retour, memoire: depart.memoire)
        #expect(identite.sujet == sujet)
      } else {
        #expect(dit(await refus(cas, parametres, depart.memoire), "absent"))
      }
    }
  }

  @Test("un ticket ne sert qu’une fois")
  func rejeu() async throws {
    let cas = try await serveur()
    let depart = try await cas.depart(retour: retour)
    var navigateur = Navigateur()
    let parametres = try await navigateur.passer(depart.url, personne)
    _ = try await cas.arrivee(parametres, retour: retour, memoire: depart.memoire)
    let seconde = await erreur { () async throws(ErreurDIdentite) in
      try await cas.arrivee(parametres, retour: retour, memoire: depart.memoire)
    }
    #expect(seconde == .expiree)
  }

  @Test("un ticket obtenu par un autre navigateur ne vaut rien")
  func autreNavigateur() async throws {
    let cas = try await serveur()
    let attaquant = try await cas.depart(retour: retour)
    var navigateur = Navigateur()
    var parametres = try await navigateur.passer(attaquant.url, personne)
    let victime = try await cas.depart(retour: retour)
    let telle = await erreur { () async throws(ErreurDIdentite) in
      try await cas.arrivee(parametres, retour: retour, memoire: victime.memoire)
    }
    #expect(dit(telle, "navigateur"))
    // Even with the state of the victim, the ticket is bound to the address of the other.
    parametres["etat"] = try etat(de: victime.url)
    let retouchee = await erreur { () async throws(ErreurDIdentite) in
      try await cas.arrivee(parametres, retour: retour, memoire: victime.memoire)
    }
    #expect(retouchee == .expiree || dit(retouchee, "INVALID_SERVICE"))
  }

  @Test("un départ vaut dix minutes, et pas pour un autre service")
  func memoires() async throws {
    let cas = try await serveur()
    let depart = try await cas.depart(retour: retour)
    let parametres = ["etat": try etat(de: depart.url), "ticket": "ST-faux"]
    #expect(await refus(cas, parametres, depart.memoire) == .expiree)
    for memoire in ["oidc" + depart.memoire.dropFirst(3), "cas.1", "cas.x.y", "..", "é"] {
      #expect(dit(await refus(cas, parametres, memoire), "mémoire"))
    }
    #expect(await refus(cas, parametres, "") == .expiree)
    #expect(await refus(cas, ["etat": parametres["etat"] ?? ""], depart.memoire) == .refusee)
    #expect(dit(await refus(cas, ["ticket": "ST-faux"], depart.memoire), "navigateur"))
    let long = String(repeating: "x", count: 1_025)
    let trop = parametres.merging(["ticket": long]) { $1 }
    #expect(dit(await refus(cas, trop, depart.memoire), "trop long"))
    temps.avancer(secondes: 601)
    #expect(await refus(cas, parametres, depart.memoire) == .expiree)
  }

  @Test("un service que le serveur CAS ne connaît pas est dit à l’administrateur")
  func serviceInconnu() async throws {
    let cas = try await serveur()
    let ailleurs = "https://ailleurs.example.org/retour"
    let depart = try await cas.depart(retour: ailleurs)
    let parametres = ["etat": try etat(de: depart.url), "ticket": "ST-faux"]
    let erreur = await erreur { () async throws(ErreurDIdentite) in
      try await cas.arrivee(parametres, retour: ailleurs, memoire: depart.memoire)
    }
    #expect(erreur == .expiree || dit(erreur, "INVALID_SERVICE"))
  }

  @Test(
    "une réponse qui n’est pas celle d’un serveur CAS ne donne personne",
    arguments: [
      "", "<a/>", "yes\nadumont\n",
      "<!DOCTYPE a [<!ENTITY x 'adumont'>]>" + reponse("<c:user>&x;</c:user>"),
      reponse("<c:user>adumont</c:user>").replacing("yale", with: "autre"),
      reponse("<c:user>a</c:user><c:user>b</c:user>"), reponse("<c:user></c:user>"), reponse(""),
      reponse("<c:user>a&#10;b</c:user>"), reponse("<user xmlns=''>adumont</user>"),
      reponse("<c:user>a</c:user>")
        .replacing("</c:serviceResponse>", with: "<c:x/></c:serviceResponse>"),
      reponse("<c:user>\(String(repeating: "a", count: 256))</c:user>"),
      String(repeating: " ", count: 2_000_000) + reponse("<c:user>adumont</c:user>"),
    ],
  )
  func reponsesFausses(_ texte: String) async throws {
    try await avecUnServeur { _ in
      .text(texte)
    } _: { adresse in
      let erreur = try await refusDuServeur(adresse)
      guard case .reponseInvalide = erreur else {
        Issue.record("\(String(describing: erreur))")
        return
      }
    }
  }

  @Test("la même réponse, juste, donne quelqu’un")
  func reponseJuste() async throws {
    let texte = reponse("<c:user> adumont\n</c:user>")
    try await avecUnServeur { _ in
      .text(texte)
    } _: { adresse in
      let refus = try await refusDuServeur(adresse)
      #expect(refus == nil)
    }
  }

  @Test("un serveur arrêté, en panne ou qui renvoie ailleurs n’est pas cru")
  func arrete() async throws {
    var ancienne = ""
    try await avecUnServeur { _ in
      .text("", .internalError)
    } _: { adresse in
      ancienne = adresse
      let refus = try await refusDuServeur(adresse)
      #expect(refus == .injoignable)
    }
    let refus = try await refusDuServeur(ancienne)
    #expect(refus == .injoignable)
    try await avecUnServeur { _ in
      .text("", .found)
    } _: { adresse in
      let refus = try await refusDuServeur(adresse)
      #expect(dit(refus, "302"))
    }
  }

  private func serveur(
    _ adresse: String? = nil,
    _ changer: (inout ReglagesCAS) -> Void = { _ in },
  ) async throws -> ServeurCAS {
    let ici = try await adresseDe(.cas, ou: adresse)
    var reglages = ReglagesCAS(adresse: try #require(AdresseDeService(ici)))
    changer(&reglages)
    return ServeurCAS(reglages, client: HTTPClient(), horloge: temps.horloge)
  }

  private func refus(
    _ cas: ServeurCAS,
    _ parametres: [String: String],
    _ memoire: String,
  ) async -> ErreurDIdentite? {
    await erreur { () async throws(ErreurDIdentite) in
      try await cas.arrivee(parametres, retour: retour, memoire: memoire)
    }
  }

  /// What comes of a ticket that a server is asked about.
  private func refusDuServeur(_ adresse: String) async throws -> ErreurDIdentite? {
    let cas = try await serveur(adresse)
    let depart = try await cas.depart(retour: retour)
    let parametres = ["etat": try etat(de: depart.url), "ticket": "ST-1"]
    return await refus(cas, parametres, depart.memoire)
  }
}

/// The state of a departure, which its address shows.
private func etat(de url: String) throws -> String {
  String(try #require(url.firstMatch(of: /etat%3D([A-Za-z0-9_-]+)/)).output.1)
}

private func reponse(_ contenu: String) -> String {
  "<c:serviceResponse xmlns:c='http://www.yale.edu/tp/cas'><c:authenticationSuccess>\(contenu)"
    + "</c:authenticationSuccess></c:serviceResponse>"
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    Character(Unicode.Scalar(self)).isLetter || Character(Unicode.Scalar(self)).isNumber
  }
}
