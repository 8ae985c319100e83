extension PointAVoir {
  /// The point in French.
  public var phrase: String {
    switch self {
    case .incomplete(let ues):
      return "incomplet : " + ues.map(\.texte).joined(separator: ", ")
    case .limiteUE(let ue, let moyenne): return "\(ue.texte) à \(moyenne.moyenneAffichee)"
    case .limiteRCUE(let cle, let moyenne):
      return "regroupement \(cle.nom) à \(moyenne.moyenneAffichee)"
    case .sousLePlancher(let cle, let moyenne):
      return "regroupement \(cle.nom) sous le plancher, à \(moyenne.moyenneAffichee)"
    case .absences(let semestre, let bloquees):
      let effet =
        bloquees.isEmpty
        ? "" : ", \(bloquees.map(\.texte).joined(separator: ", ")) non validées"
      return "S\(semestre.valeur) : seuil d’absence atteint\(effet)"
    case .passageRefuse(let semestre): return "passage en S\(semestre.valeur) refusé"
    }
  }

  /// The points in French, those of one kind together: « sous le plancher : C1 (6,45), C3 (7,27) ».
  public static func phrases(_ points: [PointAVoir]) -> [String] {
    let planchers = points.compactMap { point -> String? in
      guard case .sousLePlancher(let cle, let moyenne) = point else { return nil }
      return "\(cle.nom) (\(moyenne.moyenneAffichee))"
    }
    let limites = points.compactMap { point -> String? in
      switch point {
      case .limiteUE(let ue, let moyenne): "\(ue.texte) (\(moyenne.moyenneAffichee))"
      case .limiteRCUE(let cle, let moyenne): "\(cle.nom) (\(moyenne.moyenneAffichee))"
      case .incomplete, .sousLePlancher, .absences, .passageRefuse: nil
      }
    }
    let autres = points.compactMap { point -> String? in
      switch point {
      case .incomplete, .absences, .passageRefuse: point.phrase
      case .limiteUE, .limiteRCUE, .sousLePlancher: nil
      }
    }
    return autres
      + (planchers.isEmpty ? [] : ["sous le plancher : \(planchers.joined(separator: ", "))"])
      + (limites.isEmpty ? [] : ["près du seuil : \(limites.joined(separator: ", "))"])
  }
}
