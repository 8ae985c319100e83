/// Why no calendar was found, with the smallest set of exams for which that could be shown.
public struct Impossibilite: Error, Hashable, Sendable {
  public let motif: Motif
  /// Ranks of the exams, in order.
  public let epreuves: [Int]

  public enum Motif: Hashable, Sendable {
    /// Tied to one period although they share candidates.
    case liees
    /// No period suits it, whatever the others do.
    case sansPeriode
    /// Two by two incompatible, and more than the periods that suit them.
    case tropDIncompatibles(periodes: Int)
    /// No place was found for all of them together; without one of them there is one.
    case ensemble
  }
}

extension Impossibilite: CustomStringConvertible {
  /// One French sentence; exams are named by their rank.
  public var description: String { phrase { "nº \($0)" } }

  /// One French sentence, with the names that the problem gives.
  public func phrase(_ probleme: ProblemeDExamens) -> String {
    phrase { "« \(probleme.epreuves[$0].nom) »" }
  }

  private func phrase(_ nom: (Int) -> String) -> String {
    let liste = epreuves.map(nom).joined(separator: ", ")
    switch motif {
    case .liees:
      return "Les épreuves \(liste) doivent avoir lieu ensemble et ont des candidats communs."
    case .sansPeriode:
      return "Aucune période ne convient à \(liste) : durée, salles, présences ou interdictions."
    case .tropDIncompatibles(let periodes):
      return "Les \(epreuves.count) épreuves \(liste) sont incompatibles deux à deux, "
        + "et seules \(periodes) périodes leur conviennent."
    case .ensemble where epreuves.count == 1:
      return "Aucune place n’a été trouvée pour \(liste) : tous la passent à la même heure, "
        + "et les salles ou les surveillants manquent."
    case .ensemble:
      return "Aucune place n’a été trouvée pour ces \(epreuves.count) épreuves ensemble : \(liste)."
    }
  }
}
