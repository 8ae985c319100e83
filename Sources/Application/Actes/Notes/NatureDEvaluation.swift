/// What students do at a test.
public enum NatureDEvaluation: String, CaseIterable, Hashable, Sendable {
  case nonPrecisee = "non-precisee"
  case devoirSurveille = "devoir-surveille"
  case interrogation
  case travauxPratiques = "travaux-pratiques"
  case oral
  case travailARendre = "travail-a-rendre"
  case projet
  case portfolio
  case stage

  /// Its name in the middle of a sentence.
  public var phrase: String {
    switch self {
    case .nonPrecisee: "non précisée"
    case .devoirSurveille: "devoir surveillé"
    case .interrogation: "interrogation"
    case .travauxPratiques: "travaux pratiques"
    case .oral: "oral ou soutenance"
    case .travailARendre: "travail à rendre"
    case .projet: "projet"
    case .portfolio: "portfolio"
    case .stage: "stage"
    }
  }
}
