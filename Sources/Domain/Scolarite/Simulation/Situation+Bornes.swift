/// What a UE or an RCUE can be worth at most: bounds that leave sets out, never the last word.
extension Situation {
  /// What a rounding before comparison may add (A1).
  var marge: Fraction {
    moteur.reglages.choisit(.arrondiAvantComparaison, "aucun")
      ? 0 : Fraction(Decimale(millioniemes: 20_000))
  }

  /// What a point more in the average of this year of each UE brings at most to a threshold.
  func poids(_ exigence: Exigence) -> [CodeUE: Fraction] {
    switch exigence.grandeur {
    case .ue(let code): return [code: 1]
    case .rcue(let cle):
      let montantes = membres(cle).filter { ue in
        annee.programme.ue(ue.code) != nil
          && (exigence.reprises.contains(ue.code) || reprise(ue.code) == nil)
      }
      return Dictionary(montantes.map { ($0.code, poids($0, cle)) }) { premier, _ in premier }
    }
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

  /// What the average retained of a UE, from an earlier year (A36), is above what the tests of this
  /// year give now at most.
  ///
  /// `nil` where the attempt of this year is retained, or where no test can raise it.
  func reprise(_ code: CodeUE) -> Fraction? {
    guard let ue = connues.first(where: { $0.ue.code == code }), let retenue = ue.moyenne?.valeur,
      epreuves.contains(where: { $0.ues.contains(code) })
    else { return nil }
    guard let nouvelle = tentativeDeLAnnee(ue) else { return retenue - sansMoyenne(code) }
    return nouvelle < retenue ? retenue - nouvelle : nil
  }

  private func tentativeDeLAnnee(_ ue: ResultatUE<SansPreuve>) -> Fraction? {
    ue.tentatives.last { $0.annee == annee.annee }?.moyenne.valeur
  }

  /// A value that the UE or the RCUE does not exceed as it stands, where it has none: the most.
  ///
  /// Of the UE in `reprises`, only the attempt of this year counts.
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
    let siens = epreuves.flatMap(\.effets).filter { $0.ue == code }
    guard !siens.isEmpty else { return 20 }
    let points = siens.reduce(horsEpreuves(code)) { $0 + $1.points }
    return min(points + moteur.reglages.nombre(.plafondBonus), 20)
  }

  /// What the modules of a UE bring that its exam leaves as they are.
  private func horsEpreuves(_ code: CodeUE) -> Fraction {
    guard let ue = annee.programme.ue(code),
      let sienne = epreuves.first(where: { $0.sujet == .ue(code) }), !sienne.modules.isEmpty
    else { return 0 }
    let parts = moteur.parts(ue)
    return ue.modules.map(\.code).filter { !sienne.modules.contains($0) }
      .reduce(.zero) { $0 + (contexte.connue($1) ?? 0) * (parts[$1.canonique] ?? 0) }
  }

  /// Whether a UE that has no attempt this year needs the test to have one.
  func attend(_ exigence: Exigence, _ epreuve: Epreuve) -> Bool {
    epreuve.ues.contains { code in
      guard let ue = connues.first(where: { $0.ue.code == code }), tentativeDeLAnnee(ue) == nil,
        ue.moyenne == nil || exigence.reprises.contains(code)
      else { return false }
      switch exigence.grandeur {
      case .ue(let visee): return code == visee
      case .rcue(let cle): return ue.ue.rcue == cle
      }
    }
  }
}
