extension Amenagement.Nature {
  /// The kind, in French.
  public var phrase: String {
    switch self {
    case .tiersTemps: "tiers-temps"
    case .salleIsolee: "salle isolée"
    case .assistant: "assistance"
    case .materiel: "matériel"
    case .dispenseDAssiduite: "dispense d’assiduité"
    case .emploiDuTemps: "emploi du temps aménagé"
    case .evaluationDeRemplacement: "évaluation de remplacement"
    case .etalement: "étalement de la formation"
    case .autre: "autre"
    }
  }
}

extension Amenagement.Porte {
  /// « séances, examens ».
  public var phrase: String {
    let mots: [(Amenagement.Porte, String)] = [
      (.seances, "séances"), (.evaluations, "évaluations"), (.examens, "examens"),
    ]
    return mots.filter { contains($0.0) }.map(\.1).joined(separator: ", ")
  }
}
