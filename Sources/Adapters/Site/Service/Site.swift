public import Actes
public import HTTPServer

/// The web site: answers requests by acts, in the name of whoever is signed in.
public final class Site: Sendable {
  let bureau: Bureau
  let portier: Portier
  let feuilles: any Feuilles
  let editeur: EditeurDeDocuments
  let reglages: ReglagesDuSite
  let entrees: RateLimiter
  /// Requests for a new password, by address.
  let oublis: RateLimiter
  /// Readings of calendars and of codes of documents: by address, and by network for those that
  /// nobody has.
  let lectures: RateLimiter
  /// Codes of sign-in that a student types, by student.
  let signatures = RateLimiter(burst: 12, interval: .seconds(2))
  /// What keeps digests of addresses from being guessed; forgotten with the process.
  let selDesAdresses: String
  let calendriers = CalendriersServis()
  /// Takes one line for whoever runs the machine, without anything personal.
  let journal: @Sendable (String) -> Void
  private let aiguillage: Aiguillage<Route>
  private let api: API
  private let enveloppe: HTTPPipeline

  /// - Parameters:
  ///   - bureau: where acts are done.
  ///   - secrets: what makes and checks passwords.
  ///   - feuilles: what reads and writes sheets.
  ///   - imprimerie: what prints documents.
  ///   - reglages: what the administrator decided.
  ///   - journal: takes one line for each answer, and one for each fault, without anything personal.
  public init(
    bureau: Bureau,
    secrets: any Secrets,
    feuilles: any Feuilles,
    imprimerie: any Imprimerie,
    reglages: ReglagesDuSite,
    journal: @escaping @Sendable (String) -> Void,
  ) {
    self.bureau = bureau
    self.feuilles = feuilles
    self.reglages = reglages
    editeur = EditeurDeDocuments(bureau, secrets, imprimerie, adresse: reglages.adresse)
    self.journal = journal
    portier = Portier(
      bureau: bureau,
      secrets: secrets,
      courrier: reglages.courrier,
      parLUniversite: !reglages.fournisseurs.isEmpty,
    )
    selDesAdresses = secrets.secret().texte
    lectures = RateLimiter(burst: 60, interval: reglages.pasDesLectures)
    oublis = RateLimiter(burst: 30, interval: .seconds(20))
    // A whole building signs in from one address; somebody who guesses is slowed by the account.
    entrees = RateLimiter(burst: 300, interval: .milliseconds(500))
    aiguillage = Aiguillage(Self.routes)
    let signaler: @Sendable (any Error, RequestID) -> Void = { erreur, numero in
      journal("\(numero) \(Self.nommer(erreur))")
    }
    api = API(bureau, portier, reglages, journal: signaler)
    enveloppe = HTTPPipeline([
      AccessLog(write: journal), RequestIDHeader(), SecurityHeaders(),
      ErrorBoundary(report: signaler),
    ])
  }

  /// Every route, by concept.
  static let routes: [Route] =
    PagesDEntree.routes + PagesDuCourrier.routes + PagesDuCompte.routes
    + PagesDeSonCalendrier.routes + PagesDAccueil.routes + PageDesProcedures.routes
    + PagesDesModules.routes
    + PagesDesEvaluations.routes + PagesDesEtudiants.routes + PagesDesInscrits.routes
    + PagesDesPromotions.routes + PagesDesVues.routes + PagesDesJurys.routes
    + PagesDAppel.routes + PagesDAbsence.routes + PagesDeDiscipline.routes
    + PagesDesCopies.routes
    + PagesDesBonifications.routes + PagesDesAmenagements.routes
    + PagesDeLaSessionDeux.routes + PagesDuCalendrierDeSession2.routes
    + PagesDeRedoublement.routes + PagesDeLAnneeSuivante.routes
    + Administration.routes + PagesDesComptes.routes + PagesDesReglements.routes
    + PagesDuCalendrier.routes + PagesDuJournal.routes + PagesDeMaintenance.routes
    + PageDeLAPI.routes + PagesDeSoi.routes + PagesDesDocuments.routes
    + PagesDeVerification.routes + PagesDesModeles.routes + PagesDuBTS.routes

  /// Answers one request.
  public func repondre(_ requete: HTTPRequest) async -> HTTPResponse {
    let arrivee = arrivee(requete)
    do {
      return try await enveloppe.respond(requete, PlainContext()) { requete, contexte in
        if let fichier = Fichiers.tous.response(to: requete) { return fichier }
        if API.repondA(requete.path) { return try await self.api.repondre(requete, contexte) }
        return try await self.aiguiller(requete, contexte, arrivee)
      }
    } catch {
      return ErrorBoundary.plainPage(RequestID())
    }
  }

  /// When a form came: dated by the server, or now.
  private func arrivee(_ requete: HTTPRequest) -> Moment? {
    guard !requete.method.isSafe else { return nil }
    guard let millisecondes = requete.received else { return bureau.horloge.maintenant() }
    let horodatage = Horodatage(millisecondes: millisecondes)
    return Moment(horodatage: horodatage, instant: bureau.horloge.instant(horodatage))
  }

  private func aiguiller(
    _ requete: HTTPRequest,
    _ contexte: PlainContext,
    _ arrivee: Moment?,
  ) async throws -> HTTPResponse {
    let issue = aiguillage.trouver(requete)
    var reponse: HTTPResponse
    do {
      switch issue {
      case .route(let route, let valeurs):
        let visite = try await visite(requete, contexte, arrivee, valeurs: valeurs)
        reponse = try await servir(route, visite)
        reponse.route = route.gabarit.texte
      case .autreMethode(let methodes):
        reponse = try await visite(requete, contexte, arrivee, valeurs: [:]).erreur(
          .methodNotAllowed
        )
        reponse.headers.add("allow", methodes.map(\.rawValue).joined(separator: ", "))
      case .inconnue:
        reponse = try await visite(requete, contexte, arrivee, valeurs: [:]).erreur(.notFound)
      }
    } catch let erreur as ErreurDeRegistre {
      // Nobody can be recognised either: the page has no frame.
      reponse = .text(erreur.phrase.enPhrase + "\n", .unavailable)
    }
    if !reponse.headers.contains("cache-control") {
      reponse.headers.add("cache-control", "no-store")
    }
    return reponse
  }

  private func servir(_ route: Route, _ visite: Visite) async throws -> HTTPResponse {
    do {
      if !route.methode.isSafe { try visite.verifierLOrigine() }
      if case .connecte = route.acces {
        guard visite.visiteur != nil else { return visite.versLaConnexion() }
        if !route.methode.isSafe { try visite.verifierLeJeton() }
      }
      return try await route.repondre(visite)
    } catch let refus as Refus {
      return visite.refus(refus)
    } catch let erreur as ErreurDeRegistre {
      return visite.erreur(.unavailable, erreur.phrase)
    } catch let erreur as HTTPFormError {
      return visite.erreur(erreur.status, erreur.description)
    }
  }

  private func visite(
    _ requete: HTTPRequest,
    _ contexte: PlainContext,
    _ arrivee: Moment?,
    valeurs: [String: String],
  ) async throws -> Visite {
    var visiteur: Visiteur?
    let secret = requete.cookies[Temoin.nom(reglages).text]
    if let secret, secret.utf8.count == 64 {
      visiteur = try await portier.reconnaitre(secret, dans: reglages.etablissement.id)
    }
    return Visite(
      site: self,
      requete: requete,
      contexte: contexte,
      valeurs: valeurs,
      visiteur: visiteur,
      secret: visiteur == nil ? nil : secret,
      arrivee: arrivee,
    )
  }

  /// The kind of an error, which says nothing of a person.
  private static func nommer(_ erreur: any Error) -> String {
    guard case ErreurDeRegistre.incoherente(let detail) = erreur else {
      return "erreur \(type(of: erreur))"
    }
    return "erreur de base : \(detail)"
  }
}
