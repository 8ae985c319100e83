internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

/// Signing in by the university: out to its service, and back.
enum PagesDUniversite {
  private static let memoire: HTTPFieldName.Exact = "universite"

  static func partir(_ visite: Visite) async throws -> HTTPResponse {
    let fournisseur = try fournisseur(visite)
    do throws(ErreurDIdentite) {
      let depart = try await fournisseur.depart(retour: retour(fournisseur, visite))
      guard let adresse = SafeURL(depart.url) else {
        throw .reponseInvalide("the address of departure is not one")
      }
      var reponse = visite.versLaPage(adresse)
      retenir(depart.memoire, .seconds(600), &reponse, visite)
      return reponse
    } catch {
      return visite.pageDErreur(error)
    }
  }

  static func revenir(_ visite: Visite) async throws -> HTTPResponse {
    let fournisseur = try fournisseur(visite)
    var reponse: HTTPResponse
    do {
      let identite = try await identite(fournisseur, visite)
      let entree = try await visite.site.portier.entrer(identite, dans: visite.etablissement)
      reponse = visite.entrer(entree, suite: "")
    } catch let erreur as ErreurDIdentite {
      reponse = visite.pageDErreur(erreur)
    } catch let refus as RefusDEntree {
      var saisi = PagesDEntree.Saisi()
      saisi.refus = refus
      reponse = visite.pageDeConnexion(saisi, refus.statut)
    }
    retenir("", .zero, &reponse, visite)
    return reponse
  }

  private static func identite(_ fournisseur: any FournisseurDIdentite, _ visite: Visite)
    async throws
    -> IdentiteExterne
  {
    guard let memoire = visite.requete.cookies[memoire.text] else { throw ErreurDIdentite.expiree }
    let items = visite.requete.query.items
    let parametres = Dictionary(grouping: items, by: \.name).mapValues { $0.map(\.value) }
    guard parametres.allSatisfy({ $0.value.count == 1 }) else {
      throw ErreurDIdentite.reponseInvalide("a name comes twice in the query")
    }
    return try await fournisseur.arrivee(
      parametres.compactMapValues(\.first),
      retour: retour(fournisseur, visite),
      memoire: memoire,
    )
  }

  private static func fournisseur(_ visite: Visite) throws -> any FournisseurDIdentite {
    let code = visite.valeurs["fournisseur"]
    guard let trouve = visite.site.reglages.fournisseurs.first(where: { $0.code == code }) else {
      throw Refus.inconnu(.etablissement)
    }
    return trouve
  }

  private static func retour(_ fournisseur: any FournisseurDIdentite, _ visite: Visite) -> String {
    visite.site.reglages.adresse + "/universite/\(fournisseur.code)/retour"
  }

  private static func retenir(
    _ valeur: String,
    _ duree: Duration,
    _ reponse: inout HTTPResponse,
    _ visite: Visite,
  ) {
    let temoin = HTTPCookie(
      memoire,
      valeur,
      maxAge: duree,
      path: "/universite",
      isSecure: visite.site.reglages.estChiffre,
    )
    guard let temoin else { preconditionFailure("a memory fits in a cookie") }
    reponse.setCookie(temoin)
  }
}

extension Visite {
  fileprivate func pageDErreur(_ erreur: ErreurDIdentite) -> HTTPResponse {
    if case .reponseInvalide(let raison) = erreur {
      site.journal("\(contexte.requestID) service de connexion : \(raison)")
    }
    let statut: HTTPStatus = erreur == .injoignable ? .unavailable : .unprocessableContent
    return page(
      "Connexion par l’université",
      avis: [Avis(.erreur, erreur.phrase)],
      statut: statut,
    ) {
      p { Lien("Revenir à la connexion", vers: "/connexion") }
    }
  }
}
