public import Scolarite

/// A span of paid work, with its hours.
public struct PeriodeDeTravail: Hashable, Sendable {
  public let du: Jour
  public let au: Jour
  public let heures: Decimale

  public init(du: Jour, au: Jour, heures: Decimale) {
    self.du = du
    self.au = au
    self.heures = heures
  }
}

/// The hours of paid work that count: between 1 September and 31 May, outside holidays (R1.7.10).
///
/// A span stands wholly inside or wholly outside: one that crosses a limit is to be cut there, for
/// nobody but the employer knows on which side its hours were.
public struct DecompteDHeures: Hashable, Sendable {
  public let retenues: [PeriodeDeTravail]
  public let ecartees: [PeriodeDeTravail]
  public let total: Decimale
  /// How many months of the nine have hours: what regularity is judged by.
  public let mois: Int

  /// The hours that a contract has at least.
  public static let minimum = 140
  private static let maximumParJour = 24

  public var suffit: Bool { total >= Decimale(Self.minimum) }

  public init(_ periodes: [PeriodeDeTravail], _ annee: AnneeOuverte) throws(Refus) {
    let limites = try Self.limites(annee.annee)
    let vacances = annee.periodes.filter { $0.nature == .vacances }
    var (retenues, ecartees): ([PeriodeDeTravail], [PeriodeDeTravail]) = ([], [])
    var fautes: [Refus.Faute] = []
    for (rang, periode) in periodes.enumerated() {
      let lieu = "travail-\(rang + 1)"
      if let faute = periode.faute(lieu, avant: periodes[..<rang]) {
        fautes.append(faute)
        continue
      }
      let spans = vacances.map { ($0.debut, $0.fin, $0.nom) }
      if let coupure = periode.coupure(limites, spans) {
        fautes.append(.init(lieu, .horsBornes(vu: periode.enJours, bornes: coupure)))
        continue
      }
      let compte =
        limites.contains(periode.du)
        && !vacances.contains { ($0.debut...$0.fin).contains(periode.du) }
      if compte { retenues.append(periode) } else { ecartees.append(periode) }
    }
    guard fautes.isEmpty else { throw .donnees(fautes) }
    self.retenues = retenues
    self.ecartees = ecartees
    total = retenues.map(\.heures).somme()
    mois = Set(retenues.flatMap(\.mois)).count
  }

  private static func limites(_ annee: AnneeUniversitaire) throws(Refus) -> ClosedRange<Jour> {
    guard let debut = Jour(annee.debut, 9, 1), let fin = Jour(annee.debut + 1, 5, 31) else {
      throw .inconnu(.annee)
    }
    return debut...fin
  }

  fileprivate static func tient(_ heures: Decimale, en jours: Int) -> Bool {
    heures > .zero && heures <= Decimale(maximumParJour * jours)
  }
}

extension PeriodeDeTravail {
  var enJours: String { "du \(du.enFrancais) au \(au.enFrancais)" }

  /// What is wrong with it by itself, or beside those before.
  fileprivate func faute(_ lieu: String, avant: ArraySlice<PeriodeDeTravail>) -> Refus.Faute? {
    guard du <= au, au.ecart(depuis: du) <= 366 else {
      return .init(lieu, .horsBornes(vu: enJours, bornes: "une année au plus, dans l’ordre"))
    }
    guard DecompteDHeures.tient(heures, en: au.ecart(depuis: du) + 1) else {
      return .init(
        lieu,
        .horsBornes(vu: "\(heures) h", bornes: "plus de 0, 24 h par jour au plus"),
      )
    }
    return avant.contains { $0.du <= au && du <= $0.au }
      ? .init(lieu, .enDouble(vu: enJours)) : nil
  }

  /// Where it is to be cut; `nil` when it stands wholly on one side of every limit.
  fileprivate func coupure(
    _ limites: ClosedRange<Jour>,
    _ vacances: [(debut: Jour, fin: Jour, nom: String)],
  ) -> String? {
    if du < limites.lowerBound, au >= limites.lowerBound {
      return "coupez la période au \(limites.lowerBound.enFrancais)"
    }
    if du <= limites.upperBound, au > limites.upperBound {
      return "coupez la période après le \(limites.upperBound.enFrancais)"
    }
    for conge in vacances where du <= conge.fin && au >= conge.debut {
      if du >= conge.debut, au <= conge.fin { continue }
      return "coupez la période aux « \(conge.nom) », du \(conge.debut.enFrancais) au "
        + conge.fin.enFrancais
    }
    return nil
  }

  /// The months that it touches, as « 2026-11 ».
  fileprivate var mois: [String] {
    var (annee, mois) = (du.annee, du.mois)
    var touches: [String] = []
    while (annee, mois) <= (au.annee, au.mois) {
      touches.append("\(annee)-\(mois)")
      (annee, mois) = mois == 12 ? (annee + 1, 1) : (annee, mois + 1)
    }
    return touches
  }
}
