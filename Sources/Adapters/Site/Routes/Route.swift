internal import HTTPServer

/// One method on one shape of addresses, who reaches it, and what answers.
struct Route: Sendable {
  /// Whom a route is for; what they may do there is decided by the acts that it runs.
  enum Acces: Hashable, Sendable {
    case libre
    case connecte
  }

  let methode: HTTPMethod
  let gabarit: Gabarit
  let acces: Acces
  let repondre: @Sendable (Visite) async throws -> HTTPResponse

  /// A page that is read.
  static func lecture(
    _ gabarit: Gabarit,
    _ acces: Acces = .connecte,
    par repondre: @escaping @Sendable (Visite) async throws -> HTTPResponse,
  ) -> Route {
    Route(methode: .get, gabarit: gabarit, acces: acces, repondre: repondre)
  }

  /// A form that is sent.
  static func envoi(
    _ gabarit: Gabarit,
    _ acces: Acces = .connecte,
    par repondre: @escaping @Sendable (Visite) async throws -> HTTPResponse,
  ) -> Route {
    Route(methode: .post, gabarit: gabarit, acces: acces, repondre: repondre)
  }
}

/// The routes by number of segments, so that an address is held against few of them.
struct Aiguillage: Sendable {
  enum Issue {
    case route(Route, [String: String])
    case autreMethode
    case inconnue
  }

  let routes: [Route]
  private let parLongueur: [Int: [Route]]

  init(_ routes: [Route]) {
    self.routes = routes
    // Words before values: « /evaluations/nouvelle » is not the test « nouvelle ».
    parLongueur = Dictionary(grouping: routes, by: \.gabarit.segments.count).mapValues { routes in
      routes.enumerated().sorted {
        ($0.element.valeurs, $0.offset) < ($1.element.valeurs, $1.offset)
      }
      .map(\.element)
    }
  }

  func trouver(_ requete: HTTPRequest) -> Issue {
    let methode = requete.method == .head ? .get : requete.method
    var existe = false
    for route in parLongueur[requete.path.segments.count] ?? [] {
      guard let valeurs = route.gabarit.valeurs(requete.path.segments) else { continue }
      if route.methode == methode { return .route(route, valeurs) }
      existe = true
    }
    return existe ? .autreMethode : .inconnue
  }
}

extension Route {
  fileprivate var valeurs: Int {
    gabarit.segments.count { segment in
      if case .valeur = segment { true } else { false }
    }
  }
}
