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

extension Route: Aiguillable {}

/// What answers at one method and one shape of addresses.
protocol Aiguillable: Sendable {
  var methode: HTTPMethod { get }
  var gabarit: Gabarit { get }
}

/// The routes by number of segments, so that an address is held against few of them.
struct Aiguillage<R: Aiguillable>: Sendable {
  enum Issue {
    case route(R, [String: String])
    /// The address is known, for these methods.
    case autreMethode([HTTPMethod])
    case inconnue
  }

  private let parLongueur: [Int: [R]]

  init(_ routes: [R]) {
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
    var methodes: [HTTPMethod] = []
    for route in parLongueur[requete.path.segments.count] ?? [] {
      guard let valeurs = route.gabarit.valeurs(requete.path.segments) else { continue }
      if route.methode == methode { return .route(route, valeurs) }
      methodes.append(route.methode)
    }
    return methodes.isEmpty ? .inconnue : .autreMethode(methodes)
  }
}

extension Aiguillable {
  fileprivate var valeurs: Int {
    gabarit.segments.count { segment in
      if case .valeur = segment { true } else { false }
    }
  }
}
