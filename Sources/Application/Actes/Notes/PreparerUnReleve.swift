/// Gives what a sheet for the marks of a whole promotion needs: the tests whose marks the person
/// may enter, and the students.
public struct PreparerUnReleve: Question {
  public static let nom = "preparer-un-releve"
  public let promotion: Identifiant<Promotion>

  /// What the sheet is of.
  public struct Contenu: Hashable, Sendable {
    public let promotion: Promotion
    /// Those whose marks are not closed, by semester, module and day.
    public let evaluations: [EvaluationDeModule]
    public let etudiants: [Etudiant]
  }

  public init(_ promotion: Identifiant<Promotion>) {
    self.promotion = promotion
  }

  public func executer(_ travail: Travail) throws -> Contenu {
    let promotion = try travail.promotion(promotion)
    let siennes = try travail.registre.evaluations(promotion.id).filter {
      travail.peut(.saisirLesNotes, promotion.lieu.module($0.module))
    }
    if siennes.isEmpty { _ = try travail.exiger(.saisirLesNotes, promotion.lieu) }
    return Contenu(
      promotion: promotion,
      evaluations: siennes.filter { !$0.verrouillee }.parDate
        .sorted { ($0.semestre, $0.module) < ($1.semestre, $1.module) },
      etudiants: try travail.registre.etudiants(promotion.id),
    )
  }
}
