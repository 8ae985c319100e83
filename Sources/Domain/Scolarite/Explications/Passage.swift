/// The RCUE of a year beside the two conditions of the passage.
struct Passage {
  private let rcues: [Preuve.Terme]
  private let seuil: Fraction
  private let plancher: Fraction
  private let tranche: Bool
  private let accorde: Bool

  init(_ preuve: Preuve) {
    rcues = preuve.termes
    seuil = preuve.seuil(.seuilRCUE) ?? .zero
    plancher = preuve.seuil(.plancherRCUE) ?? .zero
    tranche = preuve.tranche
    accorde = preuve.accorde
  }

  private var requis: Int { rcues.count / 2 + 1 }

  private var reussis: [Preuve.Terme] {
    rcues.filter { terme in
      terme.valeur.texte == "validé" || terme.valeur.nombre.map { $0 >= seuil } ?? false
    }
  }

  private var inconnus: [String] {
    rcues.filter { $0.valeur.texte == "incomplet" }.map(\.nom)
  }

  private var sousPlancher: [Preuve.Terme] {
    rcues.filter { $0.valeur.nombre.map { $0 < plancher } ?? false }
  }

  /// Those that keep the student from passing: too low, or under the average when too few have it.
  var faibles: [Preuve.Terme] {
    guard reussis.count + inconnus.count < requis else { return sousPlancher }
    return rcues.filter { $0.valeur.nombre.map { $0 < seuil } ?? false }
  }

  /// What the rule asks.
  var conditions: String { conditions(aussi: "") }

  /// The same, after another condition.
  func conditions(aussi: String) -> String {
    "Il faut\(aussi) \(seuil.courte) de moyenne dans plus de la moitié des regroupements de l’année, et "
      + "au moins \(plancher.courte) dans chacun ; un regroupement réunit les deux UE d’une même "
      + "compétence."
  }

  /// What the student has.
  var constats: [String] {
    var phrases = [majorite]
    if !inconnus.isEmpty {
      phrases.append("Le résultat de \(Francais.liste(inconnus)) n’est pas encore connu.")
    }
    if !sousPlancher.isEmpty {
      phrases.append(tropBas)
    } else if let bas = plusBas, accorde {
      phrases.append("Aucun n’est sous \(plancher.courte) : le plus bas est \(bas).")
    }
    if let proche = plusProche, reussis.count + inconnus.count < requis { phrases.append(proche) }
    return phrases
  }

  /// Both conditions met, in one sentence.
  var reussite: String {
    "Pour le reste, les conditions sont réunies : vous avez la moyenne dans \(part), et aucun "
      + "n’est sous \(plancher.courte) ; un regroupement réunit les deux UE d’une même compétence."
  }

  private var part: String {
    let noms = reussis.isEmpty ? "" : " (\(Francais.liste(reussis.map(\.nom))))"
    let nombre =
      reussis.isEmpty
      ? "aucun regroupement" : Francais.compte(reussis.count, "regroupement")
    return "\(nombre) sur \(rcues.count)\(noms)"
  }

  private var majorite: String {
    let vous = tranche ? "Vous" : "Pour l’instant, vous"
    let verbe = reussis.isEmpty ? "\(vous) n’avez la moyenne dans" : "\(vous) avez la moyenne dans"
    let suffit = reussis.count >= requis
    return "\(verbe) \(part) : il en \(accorde || suffit ? "fallait" : "faut") \(requis)"
      + (suffit && !accorde && tranche ? ", cette condition est remplie." : ".")
  }

  private var tropBas: String {
    let mais = reussis.count >= requis ? "Mais " : "De plus, "
    let noms = sousPlancher.map { terme in
      "\(terme.nom) (\(montree(terme.valeur.nombre ?? .zero)))"
    }
    guard noms.count == 1, let terme = sousPlancher.first, let valeur = terme.valeur.nombre else {
      return "\(mais)plusieurs sont sous \(plancher.courte) : \(Francais.liste(noms))."
    }
    return "\(mais)\(terme.nom) est à \(montree(valeur)) : il lui manque "
      + "\((plancher - valeur).points) pour atteindre \(plancher.courte)."
  }

  private func montree(_ valeur: Fraction) -> String {
    valeur.moyenneAffichee(sansFranchir: [plancher, seuil])
  }

  private var plusBas: String? {
    let bas = rcues.filter { $0.valeur.nombre != nil }
      .min { ($0.valeur.nombre ?? 0) < ($1.valeur.nombre ?? 0) }
    return bas.flatMap { terme in
      terme.valeur.nombre.map { "\(terme.nom), à \(montree($0))" }
    }
  }

  /// The RCUE nearest to the average among those that miss it.
  private var plusProche: String? {
    let manques = rcues.filter { $0.valeur.nombre.map { $0 < seuil } ?? false }
    let proche = manques.max { ($0.valeur.nombre ?? 0) < ($1.valeur.nombre ?? 0) }
    return proche.flatMap { terme in
      terme.valeur.nombre.map { valeur in
        "Le plus proche est \(terme.nom), à \(montree(valeur)) : il lui manque "
          + "\((seuil - valeur).points)."
      }
    }
  }
}
