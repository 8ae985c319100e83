internal import Actes
internal import HTTPServer
internal import JSON

/// The same acts as the site, for programs: JSON only, by a token, without any cookie.
struct API: Sendable {
  let bureau: Bureau
  let portier: Portier
  let reglages: ReglagesDuSite
  private let demandes: RateLimiter
  private let aiguillage = Aiguillage(Self.operations)
  private let enveloppe: HTTPPipeline
  private let description: JSONNode

  /// Every operation but the description of them all, in the order of the description.
  static let operations: [Operation] =
    OperationsDeSoi.toutes + OperationsDesPromotions.toutes + OperationsDesModules.toutes
    + OperationsDesEvaluations.toutes + OperationsDesNotes.toutes + OperationsDesEtudiants.toutes

  /// Where the description is.
  static let adresseDeLaDescription = "/api/v1/openapi.json"

  /// The API of one establishment; `journal` takes each fault, without anything personal.
  init(
    _ bureau: Bureau,
    _ portier: Portier,
    _ reglages: ReglagesDuSite,
    journal: @escaping @Sendable (any Error, RequestID) -> Void,
  ) {
    self.bureau = bureau
    self.portier = portier
    self.reglages = reglages
    demandes = RateLimiter(burst: reglages.rafaleDeLAPI, interval: reglages.pasDeLAPI)
    description = DescriptionDeLAPI(Self.operations, adresse: reglages.adresse).document
    enveloppe = HTTPPipeline([
      ErrorBoundary(report: journal) { numero in
        ProblemeDAPI(
          .panne,
          "Une erreur est survenue. Pour la signaler, donnez ce numéro : \(numero)",
        )
        .reponse
      }
    ])
  }

  /// Whether an address is one of programs, not of pages: all of those under /api.
  static func repondA(_ chemin: HTTPPath) -> Bool {
    chemin.segments.count > 1 && chemin.segments.first == "api"
  }

  func repondre(_ requete: HTTPRequest, _ contexte: PlainContext) async throws -> HTTPResponse {
    try await enveloppe.respond(requete, contexte) { requete, _ in
      do {
        return try await self.servir(requete)
      } catch let probleme as ProblemeDAPI {
        return probleme.reponse
      } catch let refus as Refus {
        return ProblemeDAPI(refus).reponse
      } catch let erreur as ErreurDeRegistre where !erreur.estUneFaute {
        return ProblemeDAPI(.baseIndisponible, Self.phrase(erreur)).reponse
      }
    }.sansTrace
  }

  private func servir(_ requete: HTTPRequest) async throws -> HTTPResponse {
    if requete.path.description == Self.adresseDeLaDescription, requete.method.lit {
      return rendre(description, .ok, requete)
    }
    let (operation, valeurs) = try trouver(requete)
    do {
      var reponse = try await executer(operation, valeurs, requete)
      reponse.route = operation.gabarit.texte
      return reponse
    } catch let probleme as ProblemeDAPI {
      return probleme.reponse(operation)
    } catch let refus as Refus {
      return ProblemeDAPI(refus).reponse(operation)
    }
  }

  private func trouver(_ requete: HTTPRequest) throws(ProblemeDAPI) -> (Operation, [String: String])
  {
    switch aiguillage.trouver(requete) {
    case .route(let operation, let valeurs): return (operation, valeurs)
    case .autreMethode(let methodes):
      var probleme = ProblemeDAPI(
        .methode,
        "Employez \(methodes.map(\.rawValue).joined(separator: ", "))",
      )
      probleme.methodes = methodes
      throw probleme
    case .inconnue:
      if requete.path.description == Self.adresseDeLaDescription {
        var probleme = ProblemeDAPI(.methode, "Employez GET")
        probleme.methodes = [.get]
        throw probleme
      }
      throw ProblemeDAPI(
        .inconnu,
        "Aucune opération n’est à cette adresse ; /api les montre toutes",
      )
    }
  }

  private func executer(_ operation: Operation, _ chemin: [String: String], _ requete: HTTPRequest)
    async throws -> HTTPResponse
  {
    let demandeur = try await demandeur(requete, pour: operation)
    let lecture = LectureDAppel(operation, requete)
    let appel = Appel(
      site: bureau,
      etablissement: reglages.etablissement.id,
      demandeur: demandeur,
      valeurs: try lecture.valeurs(chemin),
      corps: try lecture.corps(),
    )
    guard let noeud = try await operation.repondre(appel) else {
      return HTTPResponse(operation.statut)
    }
    return rendre(noeud, operation.statut, requete)
  }

  private func rendre(_ noeud: JSONNode, _ statut: HTTPStatus, _ requete: HTTPRequest)
    -> HTTPResponse
  {
    let octets = Array(noeud.compact().utf8)
    let reponse = HTTPResponse(statut, .bytes(octets), mediaType: "application/json")
    guard requete.method.lit else { return reponse }
    return reponse.tagged(ETag(of: octets), for: requete)
  }

  // MARK: Who asks

  private func demandeur(_ requete: HTTPRequest, pour operation: Operation) async throws
    -> Demandeur
  {
    let jeton = try LectureDAppel.jeton(requete)
    try compter("jeton " + portier.secrets.empreinte(jeton).texte)
    let dans = reglages.etablissement.id
    guard let demandeur = try await portier.reconnaitre(jeton: jeton, dans: dans) else {
      // Whoever tries many of them is slowed, whatever they are.
      try compter("adresse \(requete.client)")
      throw ProblemeDAPI(
        .jetonAbsent,
        "Ce jeton est inconnu, révoqué ou expiré ; son propriétaire peut en faire un autre",
      )
    }
    if let droit = operation.droit, case .programme(_, let droits) = demandeur,
      !droits.contains(droit)
    {
      throw ProblemeDAPI(
        .droitManquant,
        "Ce jeton n’a pas le droit de \(droit.phrase) (« \(droit.rawValue) ») ; rien n’a été fait",
      )
    }
    return demandeur
  }

  private func compter(_ cle: String) throws {
    guard case .refused(let attente) = demandes.take(cle, at: .now) else { return }
    let secondes = Int(attente.components.seconds) + 1
    var probleme = ProblemeDAPI(.tropSouvent, "Attendez \(secondes) s, puis recommencez")
    probleme.attente = secondes
    throw probleme
  }

  /// What an administrator may read of the base is not for programs.
  private static func phrase(_ erreur: ErreurDeRegistre) -> String {
    guard case .issueInconnue = erreur else {
      return
        "La base ne peut pas répondre pour le moment ; rien n’a été écrit, recommencez plus tard"
    }
    return erreur.phrase
  }
}

extension ErreurDeRegistre {
  /// Whether it is ours: the base refuses what the program asks of it.
  fileprivate var estUneFaute: Bool {
    if case .incoherente = self { true } else { false }
  }
}

extension HTTPMethod {
  fileprivate var lit: Bool { self == .get || self == .head }
}

extension ProblemeDAPI {
  fileprivate func reponse(_ operation: Operation) -> HTTPResponse {
    var reponse = reponse
    reponse.route = operation.gabarit.texte
    return reponse
  }
}

extension HTTPResponse {
  /// The answer as nobody between may keep it.
  fileprivate var sansTrace: HTTPResponse {
    var reponse = self
    reponse.headers.set(
      "cache-control",
      headers.contains("etag") ? "private, no-cache" : "no-store",
    )
    reponse.headers.set("vary", "authorization")
    return reponse
  }
}
