internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

extension Chemin {
  static let bonifications: SafeURL = "/bonifications"
  static let monEngagement: SafeURL = "/moi/engagement"
  static let sport: SafeURL = "/bonifications/sport"

  static func engagement(_ id: Identifiant<DemandeDEngagement>, _ suite: String...) -> SafeURL {
    de(["bonifications", "demandes", "\(id)"] + suite)
  }

  static func commission(_ id: Identifiant<CommissionDesBonifications>, _ suite: String...)
    -> SafeURL
  {
    de(["bonifications", "commissions", "\(id)"] + suite)
  }
}

extension DemandeDEngagement {
  /// Where it stands, and what was decided as far as it is shown.
  var pastille: Pastille {
    switch etat {
    case .deposee:
      decision.map { Pastille("prévu : \($0.enMots)", .information) }
        ?? Pastille("déposée", .attention)
    case .aCompleter: Pastille("à compléter", .attention)
    case .retiree: Pastille("retirée", .neutre)
    case .decidee:
      Pastille(decision?.enMots ?? "sans décision", bonus == nil ? .neutre : .succes)
    }
  }
}

extension DemandeDEngagement.Decision {
  /// « 0,5 point », « non accordée », « irrecevable ».
  var enMots: String {
    switch sens {
    case .accordee(let points): "\(points) point"
    case .rejetee: "non accordée"
    case .irrecevable: "irrecevable"
    }
  }

  /// The cause, then the reason.
  var raison: String {
    guard case .irrecevable(let cause) = sens else { return motif.enPhrase }
    return "\(cause.phrase.enPhrase) \(motif.enPhrase) (\(cause.article))"
  }
}

extension SaisieLue {
  /// A day; a fault is noted.
  mutating func jour(_ nom: String) -> Jour? {
    let jour = Jour(self[nom])
    if jour == nil { fautes[nom] = "Cette date n’existe pas." }
    return jour
  }

  /// The same as `prendre`, with what the règlement says too.
  mutating func prendreToutRefus(_ refus: Refus, champs: [String: String] = [:], defaut: String)
    -> Bool
  {
    if case .regle = refus {
      fautes[defaut] = refus.phrase.enPhrase
      return true
    }
    return prendre(refus, champs: champs, defaut: defaut)
  }
}
