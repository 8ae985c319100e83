internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

extension Visite {
  /// The frame of every page: menu of what the person may reach, name, establishment.
  func cadre(scripts: [HTTPPath] = []) -> Cadre {
    Cadre(
      nonce: contexte.nonce,
      menu: visiteur.map { Menu.liens($0, requete.path.segments) } ?? [],
      personne: visiteur.map {
        .init(
          $0.utilisateur.nom,
          compte: Chemin.compte,
          deconnexion: "/deconnexion",
          jeton: jeton,
        )
      },
      etablissement: site.reglages.etablissement.nom,
      scripts: scripts + raccourci,
    )
  }

  /// « / » leads to the search of students, for whoever has it.
  private var raccourci: [HTTPPath] {
    visiteur?.voitDesEtudiants == true ? [Fichiers.script("recherche.js")] : []
  }

  /// A page.
  func page<Actions: HTML, Contenu: HTML>(
    _ titre: String,
    fil: [Lien] = [],
    avis: [Avis] = [],
    scripts: [HTTPPath] = [],
    statut: HTTPStatus = .ok,
    @HTMLBuilder actions: () -> Actions,
    @HTMLBuilder contenu: () -> Contenu,
  ) -> HTTPResponse {
    let page = PageComplete(
      titre,
      dans: cadre(scripts: scripts),
      fil: fil,
      avis: avis + fait,
      actions: actions,
      contenu: contenu,
    )
    return avisLu(.html(page.rendered(reserving: 32_768), statut))
  }

  /// A page whose title stands alone.
  func page<Contenu: HTML>(
    _ titre: String,
    fil: [Lien] = [],
    avis: [Avis] = [],
    scripts: [HTTPPath] = [],
    statut: HTTPStatus = .ok,
    @HTMLBuilder contenu: () -> Contenu,
  ) -> HTTPResponse {
    let page = PageComplete(
      titre,
      dans: cadre(scripts: scripts),
      fil: fil,
      avis: avis + fait,
      contenu: contenu,
    )
    return avisLu(.html(page.rendered(reserving: 32_768), statut))
  }

  // MARK: After a form

  /// Sends to a page, which says what was done.
  func versLaPage(_ adresse: SafeURL, fait: Fait? = nil) -> HTTPResponse {
    var reponse = HTTPResponse(.seeOther)
    reponse.headers.add("location", adresse.text)
    if let fait {
      ecrireLeFait(fait.rawValue, .seconds(60), &reponse)
    }
    return reponse
  }

  private static let nomDuFait: HTTPFieldName.Exact = "fait"

  /// What was just done, as the form that did it left word.
  private var fait: [Avis] {
    requete.cookies[Self.nomDuFait.text].flatMap(Fait.init(rawValue:)).map {
      [Avis(.succes, $0.phrase)]
    } ?? []
  }

  private func avisLu(_ reponse: HTTPResponse) -> HTTPResponse {
    guard requete.cookies[Self.nomDuFait.text] != nil else { return reponse }
    var reponse = reponse
    ecrireLeFait("", .zero, &reponse)
    return reponse
  }

  private func ecrireLeFait(_ valeur: String, _ duree: Duration, _ reponse: inout HTTPResponse) {
    let temoin = HTTPCookie(
      Self.nomDuFait,
      valeur,
      maxAge: duree,
      isSecure: site.reglages.estChiffre,
    )
    guard let temoin else { preconditionFailure("names of what was done fit in a cookie") }
    reponse.setCookie(temoin)
  }

  // MARK: Refusals

  /// Sends to the sign-in page, which comes back here.
  func versLaConnexion() -> HTTPResponse {
    if veutDuJSON { return .text("Connectez-vous, puis recommencez.\n", .unauthorized) }
    guard requete.method.isSafe, !requete.path.segments.isEmpty else {
      return versLaPage("/connexion")
    }
    let suite = requete.path.description
    let adresse = HTTPItems([.init(name: "suite", value: suite)]).encoded
    return versLaPage(SafeURL("/connexion?" + adresse) ?? "/connexion")
  }

  /// Says why an act did not happen.
  func refus(_ refus: Refus) -> HTTPResponse {
    let statut: HTTPStatus =
      switch refus {
      case .interdit: .forbidden
      case .inconnu: .notFound
      case .conflit, .etat, .regle: .conflict
      case .donnees: .unprocessableContent
      }
    return erreur(statut, refus.phrase)
  }

  /// A page that says what happened and what to do.
  func erreur(_ statut: HTTPStatus, _ phrase: String? = nil) -> HTTPResponse {
    let texte = (phrase ?? Self.phrase(statut)).enPhrase
    if veutDuJSON { return .text(texte + "\n", statut) }
    return page(Self.titre(statut), avis: [Avis(.erreur, texte)], statut: statut) {
      p { Lien("Revenir à l’accueil", vers: "/") }
    }
  }

  private static func titre(_ statut: HTTPStatus) -> String {
    switch statut {
    case .forbidden: "Vous n’avez pas accès à cette page"
    case .notFound: "Cette page n’existe pas"
    case .conflict: "Cela n’a pas pu être fait"
    case .unprocessableContent: "Une réponse est à corriger"
    case .unavailable: "La base ne répond pas"
    case _: "La demande n’a pas été comprise"
    }
  }

  private static func phrase(_ statut: HTTPStatus) -> String {
    switch statut {
    case .notFound:
      "L’adresse est mal écrite, ou ce qu’elle montrait a été retiré. Rien n’a été changé."
    case .methodNotAllowed:
      "Cette adresse ne s’ouvre pas ainsi. Rien n’a été changé ; revenez à la page qui y mène."
    case _: "Rien n’a été changé ; revenez en arrière et recommencez."
    }
  }
}

extension String {
  /// With a capital at the start and a full stop at the end.
  var enPhrase: String {
    guard let premier = first, let dernier = last else { return self }
    return premier.uppercased() + dropFirst() + (".!?…".contains(dernier) ? "" : ".")
  }
}
