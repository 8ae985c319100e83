internal import Actes
internal import HTTPServer
internal import JSON

/// What the API does at one method and one shape of addresses: its description and its behaviour.
struct Operation: Sendable, Aiguillable {
  /// What it is about.
  enum Theme: String, CaseIterable, Sendable {
    case soi = "Soi"
    case promotions = "Promotions"
    case modules = "Modules"
    case evaluations = "Évaluations"
    case notes = "Notes"
    case etudiants = "Étudiants"
  }

  /// Who may ask for it; what they may do there is decided by the acts that it runs.
  enum Acces: Hashable, Sendable {
    case libre
    /// Any token.
    case jeton
    case droit(Droit)
  }

  let methode: HTTPMethod
  let gabarit: Gabarit
  let nom: String
  let theme: Theme
  let resume: String
  let description: String
  let acces: Acces
  let parametres: [ParametreDAPI]
  let corps: Schema?
  let statut: HTTPStatus
  /// `nil` where nothing comes back.
  let reponse: Schema?
  let repondre: @Sendable (Appel) async throws -> JSONNode?

  /// An operation that gives something.
  init<Valeur: Sendable>(
    _ methode: HTTPMethod,
    _ gabarit: Gabarit,
    _ nom: String,
    _ theme: Theme,
    _ resume: String,
    _ description: String = "",
    acces: Acces,
    requete: [ParametreDAPI] = [],
    corps: Schema? = nil,
    statut: HTTPStatus = .ok,
    donne modele: Modele<Valeur>,
    par repondre: @escaping @Sendable (Appel) async throws -> Valeur,
  ) {
    self.methode = methode
    self.gabarit = gabarit
    self.nom = nom
    self.theme = theme
    self.resume = resume
    self.description = description
    self.acces = acces
    parametres = gabarit.noms.map(ParametreDAPI.deChemin) + requete
    self.corps = corps
    self.statut = statut
    reponse = modele.schema
    self.repondre = { modele.ecrire(try await repondre($0)) }
  }

  /// An operation that takes something away.
  init(
    retirer gabarit: Gabarit,
    _ nom: String,
    _ theme: Theme,
    _ resume: String,
    _ description: String,
    acces: Acces,
    par repondre: @escaping @Sendable (Appel) async throws -> Void,
  ) {
    methode = .delete
    self.gabarit = gabarit
    self.nom = nom
    self.theme = theme
    self.resume = resume
    self.description = description
    self.acces = acces
    parametres = gabarit.noms.map(ParametreDAPI.deChemin)
    corps = nil
    statut = .noContent
    reponse = nil
    self.repondre = { appel in
      try await repondre(appel)
      return nil
    }
  }

  /// The right that the token needs.
  var droit: Droit? {
    if case .droit(let droit) = acces { droit } else { nil }
  }

  /// The kinds of problems with which it may answer.
  var problemes: [ProblemeDAPI.Sorte] {
    let lit = !parametres.allSatisfy { $0.lieu == .chemin } || corps != nil
    return ProblemeDAPI.Sorte.allCases.filter { sorte in
      switch sorte {
      case .demandeMalFaite: corps != nil
      case .tropLong, .pasDuJSON: corps != nil
      case .jetonAbsent: acces != .libre
      case .droitManquant: droit != nil
      case .inconnu: !gabarit.noms.isEmpty
      case .conflit, .etat: !methode.isSafe || !gabarit.noms.isEmpty
      case .invalide: lit || acces != .libre
      case .tropSouvent, .baseIndisponible: acces != .libre
      case .panne: true
      case .methode: false
      }
    }
  }
}

extension Gabarit {
  /// The names of the values that an address gives.
  var noms: [String] {
    segments.compactMap { segment in
      if case .valeur(let nom) = segment { nom } else { nil }
    }
  }
}
