public import Scolarite

/// What juries decided for a student in a promotion, in force now or at a moment.
public struct VoirLesDecisionsDUnEtudiant: Question {
  public static let nom = "voir-les-decisions-d-un-etudiant"
  public let etudiant: Identifiant<Etudiant>
  public let promotion: Identifiant<Promotion>
  /// `nil` for now.
  public let horodatage: Horodatage?

  public init(
    _ etudiant: Identifiant<Etudiant>,
    promotion: Identifiant<Promotion>,
    a horodatage: Horodatage? = nil,
  ) {
    self.etudiant = etudiant
    self.promotion = promotion
    self.horodatage = horodatage
  }

  public func executer(_ travail: Travail) throws -> [DecisionDeJury] {
    let lieu = try travail.promotion(promotion).lieu.etudiant(etudiant)
    _ = try travail.exiger(.voirLesDecisions, lieu)
    return try travail.registre.decisions(etudiant, promotion, a: horodatage)
  }
}
