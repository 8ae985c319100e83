extension Preuve {
  /// What the sports service counted, and the points that it gives.
  var recitDuSport: Recit {
    let points = nombre ?? .zero
    let plafond = seuil(.plafondSport).map(\.points) ?? ""
    let titre =
      points > 0 ? "Le sport vous rapporte \(points.points)." : "Le sport ne vous rapporte rien."
    var phrases: [String] = []
    if let accordes = nombre("points") {
      phrases.append("Le service des sports vous a accordé \(accordes.points).")
      if accordes > points { phrases.append("Le règlement en retient \(plafond) au plus.") }
    } else if let seances = nombre("seances"), let base = nombre("base") {
      phrases.append(
        "Vous avez suivi \(Francais.compte(compte("seances"), "séance")) et le règlement en "
          + "demande \(base.courte) pour \(plafond)."
      )
      if seances < base {
        phrases.append(
          actif(.prorataSport)
            ? "Les points sont comptés en proportion des séances suivies."
            : "Au-dessous de ce nombre, le sport ne donne pas de point."
        )
      }
    } else {
      phrases.append("Aucune activité sportive n’est enregistrée.")
    }
    return Recit(
      titre: titre,
      phrases: phrases,
      estMuet: points == 0 || nombre("points") == points,
    )
  }

  /// The activities that count for a UE, and the caps.
  var recitDuBonus: Recit {
    let points = nombre ?? .zero
    guard points > 0 else {
      return Recit(
        titre: "L’\(sujet) ne reçoit pas de bonification.",
        phrases: [
          actif(.bonusActif)
            ? "Aucune activité enregistrée ne compte pour cette UE."
            : "Votre établissement n’accorde pas de bonification."
        ],
        estMuet: true,
      )
    }
    let sport = vrai("sportApplicable") ? nombre("sport") ?? .zero : .zero
    let engagements = vrai("engagementApplicable") ? engagements : []
    let lignes =
      (sport > 0 ? [("sport", sport)] : []) + engagements.map { ("engagement, \($0.0)", $0.1) }
    let total = lignes.reduce(Fraction.zero) { $0 + $1.1 }
    let ignore = !vrai("sportApplicable") && (nombre("sport") ?? .zero) > 0
    return Recit(
      titre: "Une bonification de \(points.points) s’ajoute à l’\(sujet).",
      phrases: [activites(lignes)]
        + (total > points
          ? ["Le règlement la limite à \((seuil(.plafondBonus) ?? points).points) par UE."] : [])
        + (ignore ? ["Le sport, lui, ne compte pas pour cette UE."] : []),
      suites: sport > 0 ? [premisse("sport")].compactMap(\.self) : [],
      reglages: (sport > 0 || ignore ? reglages(.assietteSport) : [])
        + (engagements.isEmpty ? [] : reglages(.assietteEngagement)),
    )
  }

  private func activites(_ lignes: [(String, Fraction)]) -> String {
    let noms = lignes.map { "\($0.0) (\($0.1.points))" }.joined(separator: " ; ")
    return (lignes.count > 1 ? "Elle réunit vos activités : " : "Elle récompense une activité : ")
      + "\(noms)."
  }

  /// The points of each type of engagement, capped as the rule caps them, in the order of the file.
  private var engagements: [(String, Fraction)] {
    let plafond = seuil(.plafondParType)
    var types: [(String, Fraction)] = []
    for terme in termes where terme.nom.hasPrefix("engagement:") {
      let type = String(terme.nom.dropFirst("engagement:".count))
      let deja = types.first { $0.0 == type }?.1 ?? .zero
      let somme = deja + (terme.valeur.nombre ?? .zero)
      types.removeAll { $0.0 == type }
      types.append((type, min(somme, plafond ?? somme)))
    }
    return types.filter { $0.1 > 0 }
  }
}
