/// What a calendar costs, fault by fault.
public struct Cout: Hashable, Sendable {
  public var deuxDeSuite = 0
  public var deuxParJour = 0
  public var ecart = 0
  public var proximite = 0
  public var dureesMelees = 0
  public var chargeFinale = 0
  public var salles = 0
  public var periodes = 0
  public var chevauchements = 0
  public var indisponibilites = 0
  public var plafondParJour = 0

  public init() {}

  public var total: Int { composantes.reduce(0) { $0 + $1.valeur } }

  /// Each component with its French name, in the order of the benchmark.
  public var composantes: [(nom: String, valeur: Int)] {
    [
      ("deux épreuves de suite", deuxDeSuite), ("deux épreuves le même jour", deuxParJour),
      ("épreuves rapprochées", ecart), ("proximité", proximite),
      ("durées mêlées", dureesMelees), ("grandes épreuves tardives", chargeFinale),
      ("salles", salles), ("périodes", periodes), ("chevauchements", chevauchements),
      ("indisponibilités", indisponibilites), ("trop d’épreuves par jour", plafondParJour),
    ]
  }
}
