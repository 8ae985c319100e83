internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

/// Signing in and out.
enum PagesDEntree {
  static let routes: [Route] = [
    .lecture("/connexion", .libre) { visite in
      if visite.visiteur != nil { return visite.versLaPage("/") }
      return visite.pageDeConnexion(Saisi(suite: visite.question("suite")))
    },
    .envoi("/connexion", .libre, par: connecter),
    .envoi("/deconnexion") { visite in
      try await visite.quitter()
    },
    .lecture("/code", .libre) { visite in
      // A message that was written to the person has it in its link.
      visite.pageDeCode(code: String(visite.question("code").prefix(40)), refus: nil)
    },
    .envoi("/code", .libre, par: entrerParCode),
    .lecture("/universite/{fournisseur}", .libre, par: PagesDUniversite.partir),
    .lecture("/universite/{fournisseur}/retour", .libre, par: PagesDUniversite.revenir),
    .lecture("/composants", .libre) { visite in
      .html(PageDesComposants(dans: visite.cadre()).rendered(reserving: 65_536))
    },
  ]

  /// What stands in the sign-in form.
  struct Saisi {
    var identifiant = ""
    var suite = ""
    var refus: RefusDEntree?
  }

  private static func connecter(_ visite: Visite) async throws -> HTTPResponse {
    let formulaire = try visite.formulaire()
    var saisi = Saisi(
      identifiant: (formulaire["identifiant"] ?? "").sansBords,
      suite: formulaire["suite"] ?? "",
    )
    if let attente = visite.affluence() {
      saisi.refus = .affluence
      var reponse = visite.pageDeConnexion(saisi, .tooManyRequests)
      reponse.headers.add("retry-after", String(attente))
      return reponse
    }
    do {
      let entree = try await visite.site.portier.entrer(
        saisi.identifiant,
        formulaire["mot-de-passe"] ?? "",
        secondFacteur: formulaire["second-facteur"],
        dans: visite.etablissement,
      )
      return visite.entrer(entree, suite: saisi.suite)
    } catch let refus as RefusDEntree {
      saisi.refus = refus
      return visite.pageDeConnexion(saisi, refus.statut)
    }
  }

  private static func entrerParCode(_ visite: Visite) async throws -> HTTPResponse {
    let formulaire = try visite.formulaire()
    let code = formulaire["code"] ?? ""
    guard visite.affluence() == nil else {
      return visite.pageDeCode(code: code, refus: .affluence, .tooManyRequests)
    }
    do {
      let entree = try await visite.site.portier.entrer(
        code: code,
        nouveau: formulaire["mot-de-passe"] ?? "",
        encore: formulaire["encore"] ?? "",
        dans: visite.etablissement,
      )
      return visite.entrer(entree, suite: "")
    } catch RefusDEntree.motDePasseChoisi {
      return visite.versLaPage("/connexion", fait: .motDePasseChoisi)
    } catch let refus as RefusDEntree {
      return visite.pageDeCode(code: code, refus: refus, refus.statut)
    }
  }
}

extension RefusDEntree {
  var statut: HTTPStatus {
    switch self {
    case .affluence: .unavailable
    case .bloque: .tooManyRequests
    case .nonReconnu, .secondFacteurAttendu, .secondFacteurFaux, .codeInvalide, .motDePasse,
      .inconnuIci, .motDePasseChoisi:
      .unprocessableContent
    }
  }
}

extension Visite {
  /// Seconds to wait, when too many sign in from the same place.
  func affluence() -> Int64? {
    switch site.entrees.take(requete.client.network.description, at: .now) {
    case .allowed: nil
    case .refused(let attente): max(1, attente.components.seconds)
    }
  }

  /// Lets in, and leads to the page that was asked for.
  func entrer(_ entree: Portier.Entree, suite: String) -> HTTPResponse {
    // Only a path of this site, as addresses have it.
    let but = HTTPPath(parsing: suite).flatMap { SafeURL($0.description) } ?? "/"
    var reponse = versLaPage(but)
    Temoin.poser(entree.secret, &reponse, site.reglages)
    return reponse
  }

  func quitter() async throws -> HTTPResponse {
    if let secret { try await site.portier.quitter(secret, dans: etablissement) }
    var reponse = versLaPage("/connexion", fait: .deconnecte)
    Temoin.retirer(&reponse, site.reglages)
    reponse.headers.add("clear-site-data", "\"cache\"")
    return reponse
  }
}
