public import Scolarite

/// How the students of a formation go from a semester to the next, year after year.
public struct FluxDesParcours: Hashable, Sendable {
  /// By column, then by year, what came of the semesters last.
  public let noeuds: [Noeud]
  public let liens: [Lien]

  /// A place of the flow and who passed there.
  public struct Noeud: Hashable, Sendable {
    public let etape: Etape
    public let effectif: Int
    /// Those who had followed the same semester in an earlier year.
    public let redoublants: Int
  }

  /// A place of the flow.
  public enum Etape: Hashable, Sendable {
    case semestre(Identifiant<Promotion>, NumeroSemestre)
    case issue(Issue, apres: NumeroSemestre)

    /// The column where it stands, from 1; what came of a semester stands after it.
    public var colonne: Int {
      switch self {
      case .semestre(_, let numero): numero.valeur
      case .issue(_, let numero): numero.valeur + 1
      }
    }
  }

  /// What came of a semester for those who do not go on to another.
  public enum Issue: Hashable, Sendable {
    /// Lets pass by the decisions, and enrolled nowhere yet.
    case passe
    case diplome
    case redouble
    /// Led out by the decisions.
    case sortie
    case depart(Inscription.Cause)
  }

  /// How many go from a place to another, always in a later column.
  public struct Lien: Hashable, Sendable {
    public let de: Etape
    public let vers: Etape
    public let effectif: Int
  }

  public func noeud(_ etape: Etape) -> Noeud? { noeuds.first { $0.etape == etape } }

  /// How many go from a place to another.
  public func effectif(_ de: Etape, _ vers: Etape) -> Int {
    liens.first { $0.de == de && $0.vers == vers }?.effectif ?? 0
  }
}

/// A semester that a student began, in a place.
struct PassageEnSemestre: Hashable, Sendable {
  let inscription: Inscription
  let annee: AnneeUniversitaire
  let semestre: NumeroSemestre

  var etape: FluxDesParcours.Etape { .semestre(inscription.promotion, semestre) }
}

/// Counts students on their way, one after the other.
struct ComptageDesParcours {
  private var passages: [FluxDesParcours.Etape: (effectif: Int, redoublants: Int)] = [:]
  private var liens: [Paire: Int] = [:]

  private struct Paire: Hashable {
    let de: FluxDesParcours.Etape
    let vers: FluxDesParcours.Etape
  }

  /// Counts a student.
  /// - Parameters:
  ///   - suivis: the semesters, in order of time.
  ///   - jour: the day until which departures are known.
  ///   - issue: what the decisions lead to after the last of them.
  mutating func compter(
    _ suivis: [PassageEnSemestre],
    le jour: Jour,
    issue: (PassageEnSemestre) -> FluxDesParcours.Issue?,
  ) {
    for (rang, suivi) in suivis.enumerated() {
      let estRefait = suivis[..<rang].contains { $0.semestre == suivi.semestre }
      entrer(suivi.etape, estRefait)
      let suite = rang + 1 < suivis.count ? suivis[rang + 1] : nil
      guard let vers = Self.vers(suivi, suite, jour, issue) else { continue }
      if case .issue = vers { entrer(vers, false) }
      liens[Paire(de: suivi.etape, vers: vers), default: 0] += 1
    }
  }

  private mutating func entrer(_ etape: FluxDesParcours.Etape, _ estRefait: Bool) {
    passages[etape, default: (0, 0)].effectif += 1
    if estRefait { passages[etape, default: (0, 0)].redoublants += 1 }
  }

  private static func vers(
    _ suivi: PassageEnSemestre,
    _ suite: PassageEnSemestre?,
    _ jour: Jour,
    _ issue: (PassageEnSemestre) -> FluxDesParcours.Issue?,
  ) -> FluxDesParcours.Etape? {
    if let suite, suite.annee == suivi.annee { return suite.etape }
    if let fin = suivi.inscription.fin, fin.jour < jour {
      return .issue(.depart(fin.cause), apres: suivi.semestre)
    }
    guard let suite else {
      return issue(suivi).map { .issue($0, apres: suivi.semestre) }
    }
    return suite.semestre > suivi.semestre
      ? suite.etape : .issue(.redouble, apres: suivi.semestre)
  }

  /// The flow, with promotions in the order of their years.
  func flux(_ promotions: [Promotion]) -> FluxDesParcours {
    let rangs = Dictionary(
      uniqueKeysWithValues: promotions.sorted { ($0.annee, $0.id) < ($1.annee, $1.id) }
        .enumerated().map { ($0.element.id, $0.offset) }
    )
    func ordre(_ etape: FluxDesParcours.Etape) -> (Int, Int) {
      switch etape {
      case .semestre(let promotion, _): (etape.colonne, rangs[promotion] ?? 0)
      case .issue(let issue, _): (etape.colonne, rangs.count + issue.rang)
      }
    }
    return FluxDesParcours(
      noeuds: passages.map { etape, compte in
        .init(etape: etape, effectif: compte.effectif, redoublants: compte.redoublants)
      }.sorted { ordre($0.etape) < ordre($1.etape) },
      liens: liens.map { .init(de: $0.key.de, vers: $0.key.vers, effectif: $0.value) }
        .sorted {
          let (un, autre) = (ordre($0.de), ordre($1.de))
          return un == autre ? ordre($0.vers) < ordre($1.vers) : un < autre
        },
    )
  }
}

extension FluxDesParcours.Issue {
  /// From the best to the worst, departures in the order of their causes.
  fileprivate var rang: Int {
    switch self {
    case .diplome: 0
    case .passe: 1
    case .redouble: 2
    case .sortie: 3
    case .depart(let cause): 4 + (Inscription.Cause.allCases.firstIndex(of: cause) ?? 0)
    }
  }
}
