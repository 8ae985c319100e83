/// A calendar: where and when each part of each exam sits.
public struct CalendrierDExamens: Hashable, Sendable {
  /// In the order of the exams; several for an exam that is divided.
  public let placements: [Placement]

  public init(placements: [Placement]) {
    self.placements = placements
  }
}

extension CalendrierDExamens {
  /// One part of an exam in its place.
  public struct Placement: Hashable, Sendable {
    /// Rank of the exam.
    public let epreuve: Int
    /// Ranks of those who sit in this part.
    public let candidats: [Int]
    public let periode: Int
    /// Rank of the room; nil when none is needed.
    public let salle: Int?

    public init(epreuve: Int, candidats: [Int], periode: Int, salle: Int?) {
      self.epreuve = epreuve
      self.candidats = candidats
      self.periode = periode
      self.salle = salle
    }
  }

  /// The calendar with undivided exams, from the period and the room of each.
  public init(_ probleme: ProblemeDExamens, places: [(periode: Int, salle: Int?)]) {
    placements = zip(probleme.epreuves, places).enumerated().map { rang, paire in
      Placement(
        epreuve: rang,
        candidats: paire.0.candidats,
        periode: paire.1.periode,
        salle: paire.1.salle,
      )
    }
  }
}
