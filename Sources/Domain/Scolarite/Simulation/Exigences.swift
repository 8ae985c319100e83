/// A threshold that a UE or an RCUE must reach.
///
/// An objective asks for one of several sets of them. They are necessary; the rules say whether they
/// are enough.
struct Exigence: Hashable {
  enum Grandeur: Hashable {
    case ue(CodeUE)
    case rcue(CleRCUE)
  }

  let grandeur: Grandeur
  let seuil: Fraction
}

extension Situation {
  /// The sets of thresholds, one of which every way to the objective meets; an empty one says nothing.
  func exigences(_ objectif: Objectif) -> [[Exigence]] {
    guard competencesSimples else { return [[]] }
    let cles = depart.rcues.keys.sorted()
    switch objectif {
    case .ue(let code):
      guard let ue = annee.programme.ue(code) else { return [[]] }
      return [[exigence(ue)], [exigence(ue.rcue)]]
    case .rcue(let competence):
      guard let cle = cles.last(where: { $0.competence == competence }) else { return [[]] }
      return validation(cle)
    case .annee: return produit(cles.map(validation))
    case .passage: return passage(cles)
    }
  }

  /// Each competence has one level in the year: nothing is carried from one RCUE to another.
  private var competencesSimples: Bool {
    let competences = depart.rcues.keys.map(\.competence)
    return Set(competences).count == competences.count
  }

  private func exigence(_ ue: UEDeProgramme) -> Exigence {
    Exigence(grandeur: .ue(ue.code), seuil: moteur.reglages.nombre(.seuilUE))
  }

  private func exigence(_ cle: CleRCUE) -> Exigence {
    Exigence(grandeur: .rcue(cle), seuil: moteur.reglages.nombre(.seuilRCUE))
  }

  /// An RCUE is validated by its average, or UE by UE where one is acquired otherwise.
  private func validation(_ cle: CleRCUE) -> [[Exigence]] {
    guard let rcue = depart.rcues[cle], !rcue.valide else { return [[]] }
    return [[exigence(cle)]] + parSesUE(cle)
  }

  /// The last UE that an RCUE needs, where the other is acquired, this year or before.
  private func parSesUE(_ cle: CleRCUE) -> [[Exigence]] {
    let manquantes = connues.filter { $0.ue.rcue == cle && !$0.acquise }
    return manquantes.count < 2 ? [manquantes.map { exigence($0.ue) }] : []
  }

  /// More than half of the RCUE with the average, and each at the floor or validated (4.5).
  private func passage(_ cles: [CleRCUE]) -> [[Exigence]] {
    let seuil = moteur.reglages.nombre(.seuilRCUE)
    let acquis = cles.filter { cle in
      guard let rcue = depart.rcues[cle] else { return false }
      return rcue.valideAutrement || rcue.moyenne.map { $0.valeur >= seuil } ?? false
    }
    let autres = cles.filter { !acquis.contains($0) }
    let manque = max(0, cles.count / 2 + 1 - acquis.count)
    guard manque <= autres.count else { return [] }
    let plancher = moteur.reglages.nombre(.plancherRCUE)
    return parties(autres, manque).flatMap { hauts in
      let bas = autres.filter { !hauts.contains($0) }.map { cle in
        [[Exigence(grandeur: .rcue(cle), seuil: plancher)]] + parSesUE(cle)
      }
      return produit(hauts.map(validation) + bas)
    }
  }

  private func produit(_ choix: [[[Exigence]]]) -> [[Exigence]] {
    choix.reduce([[]]) { debuts, suites in debuts.flatMap { debut in suites.map { debut + $0 } } }
  }

  /// The parts of that size.
  private func parties(_ cles: [CleRCUE], _ taille: Int) -> [[CleRCUE]] {
    guard taille > 0 else { return [[]] }
    guard let premiere = cles.first else { return [] }
    let reste = Array(cles.dropFirst())
    return parties(reste, taille - 1).map { [premiere] + $0 } + parties(reste, taille)
  }
}

extension Situation {
  /// What covers a set of thresholds when each test is given that mark.
  func couverture(_ exigences: [Exigence], note: Fraction) -> (Couverture, obligatoires: [Int]) {
    let gains = exigences.map { exigence in
      epreuves.map { epreuve in
        let gain = Self.nano(gain(epreuve, exigence.grandeur, note), arrondi: 1)
        // Any mark, were it 0, gives an average to a UE that waits for it.
        return epreuve.actuelle == nil && touche(epreuve, exigence.grandeur) ? max(gain, 1) : gain
      }
    }
    let besoins = exigences.map { exigence in
      Self.nano(exigence.seuil - marge - estime(exigence.grandeur), arrondi: 0)
    }
    let obligatoires = epreuves.indices.filter { rang in
      epreuves[rang].actuelle == nil && exigences.contains { attend($0.grandeur, epreuves[rang]) }
    }
    let toutes = exigences.isEmpty ? [Array(repeating: 1, count: epreuves.count)] : gains
    return (
      Couverture(
        gains: toutes,
        besoins: exigences.isEmpty ? [0] : besoins,
        obligatoires: Set(obligatoires),
      ), obligatoires,
    )
  }

  /// What a rounding before comparison may add (A1).
  private var marge: Fraction {
    moteur.reglages.choisit(.arrondiAvantComparaison, "aucun")
      ? 0 : Fraction(Decimale(millioniemes: 20_000))
  }

  /// What a test brings at most to a UE or an RCUE.
  private func gain(
    _ epreuve: Epreuve,
    _ grandeur: Exigence.Grandeur,
    _ note: Fraction,
  ) -> Fraction {
    let hausse = max(note - (epreuve.actuelle ?? 0), 0)
    switch grandeur {
    case .ue(let code): return hausse * part(epreuve, code)
    case .rcue(let cle):
      let membres = annee.programme.ues.filter { $0.rcue == cle }
      return hausse
        * membres.reduce(.zero) { $0 + part(epreuve, $1.code) * poids($1, cle) }
    }
  }

  private func touche(_ epreuve: Epreuve, _ grandeur: Exigence.Grandeur) -> Bool {
    switch grandeur {
    case .ue(let code): epreuve.ues.contains(code)
    case .rcue(let cle):
      annee.programme.ues.contains { $0.rcue == cle && epreuve.ues.contains($0.code) }
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
  private func membres(_ cle: CleRCUE) -> [UEDeProgramme] {
    connues.filter { $0.ue.rcue == cle }.map(\.ue)
  }

  /// A value that the UE or the RCUE does not exceed as it stands, where it has none: the most.
  private func estime(_ grandeur: Exigence.Grandeur) -> Fraction {
    switch grandeur {
    case .ue(let code): return estime(code)
    case .rcue(let cle):
      let attend = connues.contains { $0.ue.rcue == cle && !$0.manque.isEmpty }
      if !attend, let moyenne = depart.rcues[cle]?.moyenne { return moyenne.valeur }
      let bonus = moteur.bonusDuRCUE(annee.bonus, sport: moteur.reglages.nombre(.plafondSport))
      let points = membres(cle).reduce(Fraction.zero) { $0 + estime($1.code) * poids($1, cle) }
      return min(points + bonus, 20)
    }
  }

  private func estime(_ code: CodeUE) -> Fraction {
    guard let ue = connues.first(where: { $0.ue.code == code }) else { return 20 }
    // The average of an earlier year stands only until the mark awaited is known (A36).
    let moyenne = ue.moyenne?.valeur
    if let moyenne, ue.manque.isEmpty { return moyenne }
    let siennes = epreuves.filter { $0.ues.contains(code) }
    guard !siennes.isEmpty else { return 20 }
    let points = siennes.reduce(Fraction.zero) { $0 + ($1.actuelle ?? 0) * part($1, code) }
    return max(min(points + moteur.reglages.nombre(.plafondBonus), 20), moyenne ?? 0)
  }

  /// Whether a UE without average needs the test to have one.
  private func attend(_ grandeur: Exigence.Grandeur, _ epreuve: Epreuve) -> Bool {
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

  /// Billionths, rounded towards the sky (1) or the ground (0); a gain of zero stays zero.
  private static func nano(_ valeur: Fraction, arrondi: Int64) -> Int64 {
    guard valeur != 0 else { return 0 }
    let entier = (valeur * 1_000_000_000).partieEntiere
    guard entier.estDefinie, let nano = Int64(exactly: entier.numerateur) else {
      return arrondi == 1 ? 1 << 40 : 0
    }
    return nano + arrondi
  }
}
