extension ProblemeDExamens {
  /// « 02/06/2026 à 09:30 »; the rank alone where periods have no date.
  public func nommer(periode rang: Int) -> String {
    guard periodes.indices.contains(rang) else { return "période \(rang)" }
    let periode = periodes[rang]
    guard !periode.date.isEmpty else { return "période \(rang)" }
    return "\(periode.jour) à \(periode.heure.prefix(5))"
  }

  /// How the period of a rank is called, as P1.
  public func code(periode rang: Int) -> String {
    periodes[rang].code ?? Periode.codeParDefaut(rang)
  }

  func nommer(_ epreuve: Int) -> String { "« \(epreuves[epreuve].nom) »" }
  public func nommer(candidat: Int) -> String { candidats[candidat].appellation }
  func nommer(salle: Int) -> String { "« \(salles[salle].nom) »" }
}

extension Violation {
  /// One French sentence without its full stop, with the names that the problem gives.
  public func phrase(_ p: ProblemeDExamens) -> String {
    switch self {
    case .candidatMalPlace(let candidat, let epreuve):
      "\(p.nommer(candidat: candidat)) n’a pas une place, et une seule, à \(p.nommer(epreuve))"
    case .epreuveNonPlacee(let epreuve): "\(p.nommer(epreuve)) n’est pas placée"
    case .partiesDispersees(let epreuve):
      "\(p.nommer(epreuve)) a lieu à plusieurs moments"
    case .periodeInterdite(let epreuve, let periode):
      "\(p.nommer(epreuve)) ne peut avoir lieu le \(p.nommer(periode: periode))"
    case .periodeTropCourte(let epreuve, let periode):
      "\(p.nommer(epreuve)) dure plus longtemps que la période du \(p.nommer(periode: periode))"
    case .conflit(let epreuve, let autre, let candidats):
      "\(p.nommer(epreuve)) et \(p.nommer(autre)) ont lieu en même temps, avec "
        + (candidats == 1 ? "un candidat commun" : "\(candidats) candidats communs")
    case .candidatIndisponible(let candidat, let epreuve):
      "\(p.nommer(candidat: candidat)) n’est pas disponible pour \(p.nommer(epreuve))"
    case .salleManquante(let epreuve): "\(p.nommer(epreuve)) n’a pas de salle"
    case .salleInterdite(let epreuve, let salle):
      "la salle \(p.nommer(salle: salle)) ne convient pas à \(p.nommer(epreuve))"
    case .sallePrise(let salle, let periode):
      "la salle \(p.nommer(salle: salle)) est prise le \(p.nommer(periode: periode))"
    case .sallePleine(let salle, let periode, let enTrop):
      "la salle \(p.nommer(salle: salle)) a "
        + (enTrop == 1 ? "un candidat" : "\(enTrop) candidats")
        + " de trop le \(p.nommer(periode: periode))"
    case .salleNonPartageable(let epreuve, let salle, let periode):
      "\(p.nommer(epreuve)) doit être seule dans la salle \(p.nommer(salle: salle)) le "
        + p.nommer(periode: periode)
    case .relation(.coincidence(let a, let b)):
      "\(p.nommer(a)) et \(p.nommer(b)) doivent avoir lieu ensemble"
    case .relation(.exclusion(let a, let b)):
      "\(p.nommer(a)) et \(p.nommer(b)) ne peuvent avoir lieu ensemble"
    case .relation(.apres(let a, let b)): "\(p.nommer(a)) doit avoir lieu après \(p.nommer(b))"
    case .surveillantIndisponible(let surveillant, let epreuve):
      "\(p.surveillants[surveillant].nom) n’est pas disponible pour \(p.nommer(epreuve))"
    case .surveillantDeuxFois(let surveillant, let epreuve, let autre):
      "\(p.surveillants[surveillant].nom) est attendu à \(p.nommer(epreuve)) et à "
        + "\(p.nommer(autre)) en même temps"
    case .surveillantsManquants(let periode, let nombre):
      "il manque " + (nombre == 1 ? "un surveillant" : "\(nombre) surveillants")
        + " le \(p.nommer(periode: periode))"
    }
  }
}

extension Chevauchement {
  /// One French sentence without its full stop: the clash, then what is proposed.
  public func phrase(_ p: ProblemeDExamens) -> String {
    let qui = p.nommer(candidat: candidat)
    let constat =
      switch motif {
      case .deuxEpreuves(let a, let b):
        "\(qui) a \(p.nommer(a)) et \(p.nommer(b)) en même temps"
      case .indisponible(let epreuve): "\(qui) n’est pas disponible pour \(p.nommer(epreuve))"
      }
    return "\(constat) ; proposition : \(solution.phrase(p))"
  }
}

extension Chevauchement.Solution {
  fileprivate func phrase(_ p: ProblemeDExamens) -> String {
    switch self {
    case .deplacer(let epreuve, let periode, let variation):
      "déplacer \(p.nommer(epreuve)) le \(p.nommer(periode: periode)) "
        + "(\(variation >= 0 ? "+" : "−")\(abs(variation)))"
    case .aPart(let epreuve, let periode, let salle):
      "passer \(p.nommer(epreuve)) à part le \(p.nommer(periode: periode))"
        + (salle.map { ", salle \(p.nommer(salle: $0))" } ?? "")
    case .horsSession(let epreuve):
      "aucune période ne lui reste, une autre forme ou une autre date pour \(p.nommer(epreuve))"
    }
  }
}

extension FicheDeCandidat.Gene {
  /// What is bad, in French, with its price.
  public func phrase(_ p: ProblemeDExamens) -> String {
    let constat =
      switch self {
      case .deuxDeSuite(let a, let b, _):
        "\(p.nommer(a)) et \(p.nommer(b)) se suivent le même jour"
      case .deuxParJour(let a, let b, _): "\(p.nommer(a)) et \(p.nommer(b)) le même jour"
      case .rapprochees(let a, let b, _): "\(p.nommer(a)) et \(p.nommer(b)) sont proches"
      case .chevauchement(let a, let b, _): "\(p.nommer(a)) et \(p.nommer(b)) en même temps"
      case .indisponible(let epreuve, _): "indisponible pour \(p.nommer(epreuve))"
      case .tropParJour(let periodes, _): "\(periodes.count) épreuves le même jour"
      }
    return "\(constat) (\(prix))"
  }
}

extension Explication.Alternative {
  /// What putting the exam there would do.
  public func phrase(_ p: ProblemeDExamens) -> String {
    if let variation {
      return variation >= 0 ? "coûterait \(variation) de plus" : "coûterait \(-variation) de moins"
    }
    switch empechement {
    case .epreuves:
      let noms = obstacles.prefix(4).map { p.nommer($0) }.joined(separator: ", ")
      let suite = obstacles.count > 4 ? " et \(obstacles.count - 4) autres" : ""
      return "impossible, à cause de \(noms)\(suite)"
    case .salles: return "impossible, aucune salle n’y est libre"
    case .periode, nil: return "impossible pour elle : durée, présences ou interdiction"
    }
  }
}
