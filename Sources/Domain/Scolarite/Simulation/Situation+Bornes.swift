/// What a UE or an RCUE can be worth at most: bounds that leave sets out, never the last word.
extension Situation {
  /// What a rounding before comparison may add (A1).
  var marge: Fraction {
    moteur.reglages.choisit(.arrondiAvantComparaison, "aucun")
      ? 0 : Fraction(Decimale(millioniemes: 20_000))
  }

  /// What a point more at a test brings at most.
  func part(_ epreuve: Epreuve, _ exigence: Exigence) -> Fraction {
    switch exigence.grandeur {
    case .ue(let code): return part(epreuve, code)
    case .rcue(let cle):
      return annee.programme.ues.reduce(.zero) { somme, ue in
        guard ue.rcue == cle, exigence.reprises.contains(ue.code) || reprise(ue.code) == nil else {
          return somme
        }
        return somme + part(epreuve, ue.code) * poids(ue, cle)
      }
    }
  }

  private func part(_ epreuve: Epreuve, _ code: CodeUE) -> Fraction {
    epreuve.ues.firstIndex(of: code).map { epreuve.parts[$0] } ?? 0
  }

  /// The share of a UE in the average of its RCUE.
  private func poids(_ ue: UEDeProgramme, _ cle: CleRCUE) -> Fraction {
    let poids = membres(cle).map { Fraction(moteur.poidsDansLeRCUE($0)) }.reduce(.zero, +)
    return Fraction(moteur.poidsDansLeRCUE(ue)).divise(par: poids) ?? 1
  }

  /// The UE of an RCUE of the year, one of which may come from an earlier year.
  func membres(_ cle: CleRCUE) -> [UEDeProgramme] {
    connues.filter { $0.ue.rcue == cle }.map(\.ue)
  }

  /// What an attempt of an earlier year is above the one of this year, at least, where it is the one
  /// retained (A36); `nil` where it is not.
  func reprise(_ code: CodeUE) -> Fraction? {
    guard let ue = connues.first(where: { $0.ue.code == code }), let retenue = ue.moyenne,
      !ue.capitalisee, annee.programme.ue(code) != nil
    else { return nil }
    let nouvelle = ue.tentatives.last { $0.annee == annee.annee }
    let deLAnnee = nouvelle.map(\.moyenne.valeur) ?? sansMoyenne(code)
    return deLAnnee < retenue.valeur ? retenue.valeur - deLAnnee : nil
  }

  /// A value that the UE or the RCUE does not exceed as it stands, where it has none: the most.
  ///
  /// - Parameters:
  ///   - grandeur: the UE or the RCUE.
  ///   - reprises: the UE of which only the attempt of this year counts.
  func estime(_ grandeur: Exigence.Grandeur, _ reprises: Set<CodeUE>) -> Fraction {
    switch grandeur {
    case .ue(let code): return estime(code, reprises)
    case .rcue(let cle):
      if let moyenne = depart.rcues[cle]?.moyenne {
        return membres(cle).reduce(moyenne.valeur) { reste, ue in
          guard reprises.contains(ue.code), let recul = reprise(ue.code) else { return reste }
          return reste - recul * poids(ue, cle)
        }
      }
      let bonus = moteur.bonusDuRCUE(annee.bonus, sport: moteur.reglages.nombre(.plafondSport))
      let points = membres(cle).reduce(Fraction.zero) { somme, ue in
        somme + estime(ue.code, reprises) * poids(ue, cle)
      }
      return min(points + bonus, 20)
    }
  }

  private func estime(_ code: CodeUE, _ reprises: Set<CodeUE>) -> Fraction {
    guard let ue = connues.first(where: { $0.ue.code == code }) else { return 20 }
    guard let moyenne = ue.moyenne else { return sansMoyenne(code) }
    return moyenne.valeur - (reprises.contains(code) ? reprise(code) ?? 0 : 0)
  }

  /// The most that the marks known give a UE without average.
  private func sansMoyenne(_ code: CodeUE) -> Fraction {
    let siennes = epreuves.filter { $0.ues.contains(code) }
    guard !siennes.isEmpty else { return 20 }
    let points = siennes.reduce(Fraction.zero) { $0 + ($1.actuelle ?? 0) * part($1, code) }
    return min(points + moteur.reglages.nombre(.plafondBonus), 20)
  }

  /// Whether a UE without average needs the test to have one.
  func attend(_ grandeur: Exigence.Grandeur, _ epreuve: Epreuve) -> Bool {
    epreuve.ues.contains { code in
      guard let ue = connues.first(where: { $0.ue.code == code }), ue.moyenne == nil else {
        return false
      }
      switch grandeur {
      case .ue(let visee): return code == visee
      case .rcue(let cle): return ue.ue.rcue == cle
      }
    }
  }
}
