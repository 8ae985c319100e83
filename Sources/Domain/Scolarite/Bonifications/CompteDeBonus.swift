/// What the bonuses of a student come to under the caps of a règlement, before any UE is looked at:
/// what a commission needs to know what it may still give (R1.7.17, A17).
public struct CompteDeBonus: Hashable, Sendable {
  /// Whether the règlement gives bonuses at all.
  public let estActif: Bool
  /// The points that sport gives.
  public let sport: Fraction
  public let plafondParType: Fraction
  /// The cap of the whole, sport included.
  public let plafond: Fraction
  /// How many sessions of sport the year asks.
  public let seances: Fraction
  private let parType: [String: Fraction]

  public init(_ bonus: Bonus, _ reglages: Reglages, _ annee: AnneeBUT) {
    let moteur = Moteur<SansPreuve>(reglages)
    estActif = reglages.actif(.bonusActif)
    sport = moteur.pointsDeSport(bonus, annee).valeur
    plafondParType = reglages.nombre(.plafondParType)
    plafond = reglages.nombre(.plafondBonus)
    seances = reglages.nombre(moteur.seances(annee))
    parType = Dictionary(grouping: bonus.engagements, by: \.type).mapValues {
      Fraction($0.map(\.points).somme())
    }
  }

  /// The points given for a type, before its cap.
  public func points(_ type: String) -> Fraction { parType[type] ?? 0 }

  /// The whole, each type capped, before the cap of the whole.
  public var total: Fraction {
    parType.values.reduce(sport) { $0 + min($1, plafondParType) }
  }

  /// What counts in the end.
  public var retenu: Fraction { min(total, plafond) }

  /// What may still be given for a type.
  public func reste(_ type: String) -> Fraction {
    max(0, min(plafondParType - points(type), plafond - total))
  }
}

extension Fraction {
  /// Points as people write them, to the millionth that can be given: « 0,5 », « 0,333333 ».
  public var enPoints: String {
    var texte = affichee(decimales: 6)
    guard texte.contains(",") else { return texte }
    while texte.last == "0" { texte.removeLast() }
    if texte.last == "," { texte.removeLast() }
    return texte
  }
}
