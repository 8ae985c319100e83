/// A threshold that an objective needs, on a UE or an RCUE.
///
/// Sets of them are necessary; the rules say whether they are enough.
struct Exigence: Hashable {
  enum Grandeur: Hashable {
    case ue(CodeUE)
    case rcue(CleRCUE)
  }

  let grandeur: Grandeur
  let seuil: Fraction
  /// The UE whose new attempt takes the place of a better earlier one (A36); others keep theirs.
  var reprises: Set<CodeUE> = []
}

extension Situation {
  /// The sets of thresholds, one of which every way to the objective meets; an empty one says nothing.
  func exigences(_ objectif: Objectif) -> [[Exigence]] {
    guard competencesSimples else { return [[]] }
    let cles = depart.rcues.keys.sorted()
    switch objectif {
    case .ue(let code):
      guard let ue = annee.programme.ue(code) else { return [[]] }
      return [[exigence(ue)]] + regroupement(ue.rcue, .seuilRCUE)
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
    Exigence(
      grandeur: .ue(ue.code),
      seuil: moteur.reglages.nombre(.seuilUE),
      reprises: reprise(ue.code) == nil ? [] : [ue.code],
    )
  }

  /// The ways to a threshold of an RCUE, by which of its UE keep the average of an earlier attempt.
  ///
  /// None is kept that 20 everywhere would not make.
  private func regroupement(_ cle: CleRCUE, _ parametre: NomDeReglage) -> [[Exigence]] {
    let seuil = moteur.reglages.nombre(parametre)
    let reprises = Set(membres(cle).map(\.code).filter { reprise($0) != nil })
    let simple = Exigence(grandeur: .rcue(cle), seuil: seuil)
    guard !reprises.isEmpty, estime(.rcue(cle), []) < seuil else { return [[simple]] }
    let choix = reprises.reduce([Set<CodeUE>()]) { choix, code in
      choix + choix.map { $0.union([code]) }
    }
    return choix.map { [Exigence(grandeur: .rcue(cle), seuil: seuil, reprises: $0)] }
      .filter { Voie($0.map { Manque($0, self) }, epreuves).estPossible }
  }

  /// An RCUE is validated by its average, or UE by UE where one is acquired otherwise.
  private func validation(_ cle: CleRCUE) -> [[Exigence]] {
    guard let rcue = depart.rcues[cle], !rcue.valide else { return [[]] }
    return regroupement(cle, .seuilRCUE) + parSesUE(cle)
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
    return parties(autres, manque).flatMap { hauts in
      let bas = autres.filter { !hauts.contains($0) }.map { cle in
        regroupement(cle, .plancherRCUE) + parSesUE(cle)
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
