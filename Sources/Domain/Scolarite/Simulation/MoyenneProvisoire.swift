/// An average on the marks there are so far: of the modules that have some, by their coefficients.
///
/// It is nothing that a rule knows: a UE without all its marks has no average. It tells a student
/// where things stand, and is the average of the rules as soon as they have one.
public struct MoyenneProvisoire: Hashable, Sendable {
  /// After malus and bonus; `nil` while no module of the UE has a mark.
  public let valeur: Fraction?
  public let malus: Fraction
  public let bonus: Fraction
  /// How many of its modules have at least one mark.
  public let notes: Int
  public let modules: Int
  /// Whether every mark is there: the value is then the average of the rules.
  public let estComplete: Bool
}

extension MoyenneProvisoire {
  /// Where the UE stands once session 2 is known; the same while it has no average then.
  public func apres(_ resultat: ResultatUE<SansPreuve>?) -> MoyenneProvisoire {
    guard let resultat, let moyenne = resultat.moyenne?.valeur else { return self }
    return MoyenneProvisoire(
      valeur: moyenne,
      malus: resultat.malus,
      bonus: resultat.bonus,
      notes: notes,
      modules: modules,
      estComplete: estComplete,
    )
  }
}

extension Projection {
  /// The UE of the year, in the order of the curriculum, with where they stand.
  public var ues: [(ue: UEDeProgramme, moyenne: MoyenneProvisoire)] {
    situation.annee.programme.ues.compactMap { ue in
      presente.ues[ue.code].map { (ue, provisoire(ue, $0)) }
    }
  }

  /// The mean of an RCUE over where its UE stand; `nil` while one of them has nothing.
  public func provisoire(_ rcue: ResultatRCUE<SansPreuve>) -> Fraction? {
    if let moyenne = presente.rcues[rcue.cle]?.moyenne?.valeur { return moyenne }
    var (points, poids) = (Fraction.zero, Fraction.zero)
    for ue in situation.membres(rcue.cle) {
      guard
        let moyenne = presente.ues[ue.code].flatMap({ provisoire(ue, $0).valeur })
      else { return nil }
      let sien = Fraction(situation.moteur.poidsDansLeRCUE(ue))
      points = points + moyenne * sien
      poids = poids + sien
    }
    return points.divise(par: poids)
  }

  private func provisoire(_ ue: UEDeProgramme, _ resultat: ResultatUE<SansPreuve>)
    -> MoyenneProvisoire
  {
    let parts = situation.moteur.parts(ue).filter { $0.value > 0 }
    let connues = parts.compactMap { code, part in valeur(code).map { (part: part, valeur: $0) } }
    let poids = connues.reduce(Fraction.zero) { $0 + $1.part }
    let brute = connues.reduce(Fraction.zero) { $0 + $1.part * $1.valeur }.divise(par: poids)
    let calculee = brute.map { min(max($0 - resultat.malus + resultat.bonus, 0), 20) }
    return MoyenneProvisoire(
      valeur: resultat.moyenne?.valeur ?? calculee.flatMap { $0.estDefinie ? $0 : nil },
      malus: resultat.malus,
      bonus: resultat.bonus,
      notes: connues.count,
      modules: parts.count,
      estComplete: situation.depart.ues[ue.code]?.moyenne != nil,
    )
  }

  /// The average of a module on the marks there are.
  private func valeur(_ module: String) -> Fraction? {
    if let attendu = modules.first(where: { $0.code.canonique == module }) {
      return attendu.connue
    }
    return situation.epreuves.first { $0.sujet.estLeModule(module) }?.actuelle
  }
}

extension Hypothese.SujetDeSession2 {
  fileprivate func estLeModule(_ canonique: String) -> Bool {
    switch self {
    case .ue: false
    case .module(let code): code.canonique == canonique
    }
  }
}
