public import Scolarite

/// How many of those who follow something have it, and by which way.
public struct Taux: Hashable, Sendable {
  public internal(set) var suivies = 0
  public internal(set) var directes = 0
  public internal(set) var compensees = 0
  public internal(set) var parJury = 0
  /// By the level above, or granted as equivalent.
  public internal(set) var autrement = 0
  /// Not had, while a mark or a decision is awaited.
  public internal(set) var incompletes = 0

  public init() {}

  public var acquises: Int { directes + compensees + parJury + autrement }
  public var nonAcquises: Int { suivies - acquises - incompletes }
  /// Whether nothing is known of anybody yet: no share is told.
  public var enAttente: Bool { incompletes == suivies }
  /// The share of those who have it, in hundredths; `nil` where nothing is known yet.
  public var pourcentage: Fraction? {
    enAttente ? nil : Fraction(acquises * 100).divise(par: Fraction(suivies))
  }
}

/// The success of a promotion, as a whole, by kinds of students and beside other years.
public struct ReussiteDePromotion: Sendable {
  public let promotion: Promotion
  public let objets: [Objet]
  public let ensemble: Population
  public let repartitions: [Repartition]
  /// Those before, the latest first.
  public let annees: [Population]

  /// What one succeeds in.
  public enum Objet: Hashable, Sendable {
    case ue(CodeUE)
    case rcue(CleRCUE)
    /// To enter the next year.
    case passage
    /// To have the year validated.
    case annee
  }

  /// On what figures rest.
  public enum Source: Hashable, Sendable {
    case propositions
    /// What the year-end jury sealed, with the day of the last.
    case jury(Jour)
  }

  /// A way to part the students.
  public enum Dimension: String, CaseIterable, Hashable, Sendable {
    case td, tp, parcours, baccalaureat, statut
  }

  /// Students who have something in common.
  public enum Qui: Hashable, Sendable {
    case promotion(Promotion)
    case groupe(Groupe)
    case baccalaureat(TypeDeBaccalaureat)
    case statut(Statut)
  }

  /// The success of some students.
  public struct Population: Sendable {
    public let qui: Qui
    public let effectif: Int
    public let source: Source
    /// `nil` where they are too few, or would tell of too few others by difference.
    public let taux: [Objet: Taux]?
    /// How many have each code of the year, the most frequent first; with `taux` only.
    public let codes: [(code: String?, nombre: Int)]

    /// `nil` where too few follow it.
    public func taux(_ objet: Objet) -> Taux? {
      guard let taux = taux?[objet], taux.suivies >= ResultatsDePromotion.effectifMinimal else {
        return nil
      }
      return taux
    }
  }

  /// The students parted in one way.
  public struct Repartition: Sendable {
    public let dimension: Dimension
    public let populations: [Population]
  }
}

extension ReussiteDePromotion.Population {
  init(
    _ qui: ReussiteDePromotion.Qui,
    _ source: ReussiteDePromotion.Source,
    _ propositions: [Proposition],
    _ objets: [ReussiteDePromotion.Objet],
    estMontree: Bool,
  ) {
    self.qui = qui
    self.source = source
    effectif = propositions.count
    guard estMontree else {
      taux = nil
      codes = []
      return
    }
    taux = Dictionary(uniqueKeysWithValues: objets.map { ($0, Taux($0, propositions)) })
    let comptes = Dictionary(grouping: propositions, by: \.codeAnnee).mapValues(\.count)
    codes = comptes.sorted { ($1.value, $0.key ?? "") < ($0.value, $1.key ?? "") }
      .map { (code: $0.key, nombre: $0.value) }
  }
}

extension Taux {
  init(_ objet: ReussiteDePromotion.Objet, _ propositions: [Proposition]) {
    self.init()
    for proposition in propositions {
      switch objet {
      case .ue(let code): compter(proposition.ues.first { $0.code == code })
      case .rcue(let cle): compter(proposition.rcues.first { $0.cle == cle })
      case .passage: compter(passage: proposition)
      case .annee: compter(annee: proposition)
      }
    }
  }

  private mutating func compter(_ ue: Proposition.UEProposee?) {
    guard let ue else { return }
    suivies += 1
    switch ue.mode {
    case .directe: directes += 1
    case .compensation: compensees += 1
    case .jury: parJury += 1
    case .niveauSuperieur, .equivalence: autrement += 1
    case nil: incompletes += ue.incomplete ? 1 : 0
    }
  }

  private mutating func compter(_ rcue: Proposition.RCUEProposee?) {
    guard let rcue else { return }
    suivies += 1
    if rcue.valide {
      directes += 1
    } else if rcue.valideAutrement {
      if Self.duJury.contains(rcue.mention) { parJury += 1 } else { autrement += 1 }
    } else if rcue.moyenne == nil {
      incompletes += 1
    }
  }

  private mutating func compter(passage proposition: Proposition) {
    suivies += 1
    switch proposition.autorisee {
    case true?:
      if Self.duJury.contains(proposition.codeAnnee ?? "") { parJury += 1 } else { directes += 1 }
    case false?: break
    case nil: incompletes += 1
    }
  }

  private mutating func compter(annee proposition: Proposition) {
    suivies += 1
    switch proposition.codeAnnee {
    case "ADM": directes += 1
    case "ADJ": parJury += 1
    case "ADSUP": autrement += 1
    case nil: incompletes += 1
    case _: break
    }
  }

  private static let duJury: Set<String> = ["ADJ", "ADJR", "PAS1NCI"]
}
