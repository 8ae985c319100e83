extension ProblemeDExamens {
  /// Why a problem cannot be stated so.
  public struct Faute: Error, Hashable, Sendable {
    public let lieu: Lieu
    public let raison: Raison
  }
}

extension ProblemeDExamens.Faute {
  /// What of the problem is at fault; ranks from 0.
  public enum Lieu: Hashable, Sendable {
    case ensemble
    case epreuve(Int)
    case periode(Int)
    case salle(Int)
    case candidat(Int)
    case surveillant(Int)
    case relation(Int)
    case poids
  }

  public enum Raison: Hashable, Sendable {
    case aucuneEpreuve
    case aucunePeriode
    case aucunCandidat
    case tropGrand(maximum: Int)
    case nombreInvalide(Int)
    case candidatInconnu(Int)
    case candidatDeuxFois(Int)
    case periodeInconnue(Int)
    case salleInconnue(Int)
    case surveillantInconnu(Int)
    case epreuveInconnue(Int)
    case relationAvecElleMeme
    /// Ranks of the exams, each after the next, the last after the first.
    case cycle([Int])
    case aucunePeriodeAssezLongue(minutes: Int)
    case aucuneSalleAssezGrande(places: Int)
    case aucunePermise
  }
}

extension ProblemeDExamens.Faute: CustomStringConvertible {
  /// One French sentence.
  public var description: String { lieu.phrase + raison.phrase }
}

extension ProblemeDExamens.Faute.Lieu {
  var phrase: String {
    switch self {
    case .ensemble: ""
    case .epreuve(let rang): "Épreuve nº \(rang) : "
    case .periode(let rang): "Période nº \(rang) : "
    case .salle(let rang): "Salle nº \(rang) : "
    case .candidat(let rang): "Candidat nº \(rang) : "
    case .surveillant(let rang): "Surveillant nº \(rang) : "
    case .relation(let rang): "Contrainte nº \(rang) : "
    case .poids: "Pondérations : "
    }
  }
}

extension ProblemeDExamens.Faute.Raison {
  /// What is wrong, in French; exams are named by their rank.
  public var phrase: String { phrase { "\($0)" } }

  /// What is wrong, with the names of exams where it names several.
  public func phrase(_ nom: (Int) -> String) -> String {
    switch self {
    case .aucuneEpreuve: "il n’y a aucune épreuve à placer."
    case .aucunePeriode: "il n’y a aucune période."
    case .aucunCandidat: "aucune épreuve n’a de candidat."
    case .tropGrand(let maximum): "il y en a trop, \(maximum) au plus."
    case .nombreInvalide(let nombre): "la valeur \(nombre) est hors des bornes permises."
    case .candidatInconnu(let rang): "le candidat nº \(rang) n’existe pas."
    case .candidatDeuxFois(let rang): "le candidat nº \(rang) y est inscrit deux fois."
    case .periodeInconnue(let rang): "la période nº \(rang) n’existe pas."
    case .salleInconnue(let rang): "la salle nº \(rang) n’existe pas."
    case .surveillantInconnu(let rang): "le surveillant nº \(rang) n’existe pas."
    case .epreuveInconnue(let rang): "l’épreuve nº \(rang) n’existe pas."
    case .relationAvecElleMeme: "une épreuve ne peut pas être comparée à elle-même."
    case .cycle(let rangs):
      "l’ordre des épreuves \(rangs.map(nom).joined(separator: ", ")) tourne en rond."
    case .aucunePeriodeAssezLongue(let minutes): "aucune période ne dure \(minutes) minutes."
    case .aucuneSalleAssezGrande(let places): "aucune salle permise n’a \(places) places."
    case .aucunePermise: "aucune période ne lui est permise."
    }
  }
}
