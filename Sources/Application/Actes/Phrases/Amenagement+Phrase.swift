extension Amenagement.Nature {
  /// The kind, in French.
  public var phrase: String {
    switch self {
    case .tiersTemps: "tiers-temps"
    case .salleIsolee: "salle isolée"
    case .assistant: "assistance"
    case .materiel: "matériel"
    case .autre: "autre"
    }
  }
}
