/// A speciality of the BTS: its épreuves with their coefficients, and the general disciplines among
/// which a candidate chooses.
public struct SpecialiteBTS: Hashable, Sendable {
  /// « SIO-SLAM ».
  public let code: String
  public let intitule: String
  /// Where coefficients and list come from.
  public let source: String
  /// Whether they are still to be held against the text that sets them.
  public let aConfirmer: Bool
  public let epreuves: [Epreuve]
  /// The list of the speciality; empty while it is not known.
  public let disciplines: [String]

  /// An épreuve of the speciality.
  public struct Epreuve: Hashable, Sendable {
    public let code: String
    public let intitule: String
    public let domaine: CandidatBTS.Domaine
    public let coefficient: Decimale
    public let forme: Forme

    /// How it is assessed; only what is « ponctuelle » can be replaced by an oral.
    public enum Forme: String, CaseIterable, Hashable, Sendable {
      case ponctuelle, ccf, stage
    }

    public init(
      code: String,
      intitule: String,
      domaine: CandidatBTS.Domaine,
      coefficient: Decimale,
      forme: Forme,
    ) {
      self.code = code
      self.intitule = intitule
      self.domaine = domaine
      self.coefficient = coefficient
      self.forme = forme
    }
  }

  public init(
    code: String,
    intitule: String,
    source: String,
    aConfirmer: Bool,
    epreuves: [Epreuve],
    disciplines: [String],
  ) {
    self.code = code
    self.intitule = intitule
    self.source = source
    self.aConfirmer = aConfirmer
    self.epreuves = epreuves
    self.disciplines = disciplines
  }

  public func epreuve(_ code: String) -> Epreuve? { epreuves.first { $0.code == code } }

  /// The general épreuves tied at the highest coefficient: a suggestion, where no list is known
  /// (A22a).
  public var disciplinesSuggerees: [String] {
    let generales = epreuves.filter { $0.domaine == .general }
    let plusFort = generales.map(\.coefficient).max()
    return generales.filter { $0.coefficient == plusFort }.map(\.intitule)
  }

  /// Among what a candidate chooses: the list of the speciality, else what is suggested.
  public var disciplinesAuChoix: [String] {
    disciplines.isEmpty ? disciplinesSuggerees : disciplines
  }

  /// The average of the épreuves ponctuelles of a field, which an oral may replace; an absence is
  /// zero, `nil` while a result is missing.
  public func moyennePonctuelle(
    _ domaine: CandidatBTS.Domaine,
    _ resultats: [String: CandidatBTS.Epreuve.Resultat],
  ) -> Fraction? {
    guard let candidat = candidat(resultats) else { return nil }
    let siennes = candidat.epreuves.filter { $0.domaine == domaine && $0.ponctuelle }
    let points = siennes.reduce(Fraction.zero) { $0 + $1.note * Fraction($1.coefficient) }
    return points.divise(par: Fraction(siennes.map(\.coefficient).somme()))
  }

  /// A candidate with their results; `nil` while one is missing.
  public func candidat(
    _ resultats: [String: CandidatBTS.Epreuve.Resultat],
    oraux: [CandidatBTS.Domaine: CandidatBTS.Oral] = [:],
    proclamation: Jour? = nil,
    convocation: Jour? = nil,
  ) -> CandidatBTS? {
    var passees: [CandidatBTS.Epreuve] = []
    for epreuve in epreuves {
      guard let resultat = resultats[epreuve.code] else { return nil }
      passees.append(
        CandidatBTS.Epreuve(
          domaine: epreuve.domaine,
          code: epreuve.code,
          coefficient: epreuve.coefficient,
          ponctuelle: epreuve.forme == .ponctuelle,
          resultat: resultat,
        )
      )
    }
    return CandidatBTS(
      epreuves: passees,
      oraux: oraux,
      proclamation: proclamation,
      convocation: convocation,
      disciplines: disciplinesAuChoix,
    )
  }
}

extension CandidatBTS {
  /// The last day on which candidates may be summoned: the day of the proclamation is not counted,
  /// the last one is (A22).
  public static func dernierJour(apres proclamation: Jour) -> Jour {
    proclamation.plus(jours: delai)
  }

  /// The one session that these rules are of.
  public static let millesime = 2021
}
