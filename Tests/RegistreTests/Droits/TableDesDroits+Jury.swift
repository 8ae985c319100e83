import Actes
import Scolarite

extension TableDesDroits {
  static let jury: [LigneDeDroits] = [
    .init(OuvrirUnJury.self, .structurent) { try TerrainDEssai.jury($0.promotion) },
    .init(ModifierUnJury.self, .structurent) {
      ModifierUnJury($0.jury)
    },
    .init(DeciderEnJury.self, [.direction, .jury]) {
      DeciderEnJury(jury: $0.jury.id, etudiant: $0.etudiant, decisions: [])
    },
    .init(AdopterLesPropositions.self, [.direction, .jury]) {
      AdopterLesPropositions($0.jury.id, [$0.etudiant])
    },
    .init(ReprendreUnExamen.self, [.direction, .jury]) {
      ReprendreUnExamen(jury: $0.pret.id, etudiant: $0.etudiant, version: 1)
    },
    .init(AnnulerUnJury.self, .structurent) { AnnulerUnJury($0.jury.id) },
    .init(ProposerEnCommission.self, .structurent) {
      ProposerEnCommission(
        jury: $0.jury.id,
        etudiant: $0.etudiant,
        decisions: [],
        avis: "À entendre.",
      )
    },
    .init(SignalerUneSituation.self, .structurent) {
      SignalerUneSituation(promotion: $0.promotion.id, etudiant: $0.etudiant, texte: "Malade.")
    },
    .init(LeverUneSituation.self, .structurent) { LeverUneSituation($0.situation.id) },
    .init(CloreUnJury.self, .direction) { CloreUnJury($0.pret.id, version: 1) },
    .init(RouvrirPourErreurMaterielle.self, .direction) {
      RouvrirPourErreurMaterielle(
        jury: $0.clos.id,
        etudiants: [$0.etudiant],
        date: $0.clos.date,
        preuve: "note mal reportée",
      )
    },
    .init(VoirLesDecisionsDUnEtudiant.self, .voientLesDecisions.union([.etudiant])) {
      VoirLesDecisionsDUnEtudiant($0.etudiant, promotion: $0.promotion.id)
    },
    .init(LireUnScelle.self, .voientLesDecisions) {
      LireUnScelle(jury: $0.clos.id, etudiant: $0.etudiant)
    },
    .init(ScellesPerimes.self, .voientLesDecisions) { ScellesPerimes($0.promotion.id) },
    .init(PreparerLOuverture.self, .structurent) { PreparerLOuverture($0.promotion.id) },
    .init(VoirUneDeliberation.self, .voientLesDecisions) { VoirUneDeliberation($0.jury.id) },
    .init(ExaminerUnEtudiant.self, .voientLesDecisions) {
      ExaminerUnEtudiant($0.jury.id, $0.etudiant)
    },
    .init(ExporterUnJury.self, .voientLesDecisions) { ExporterUnJury($0.clos.id) },
    .init(VerifierUnJury.self, .voientLesDecisions) { VerifierUnJury($0.clos.id) },
    .init(SynthetiserUnJury.self, .voientLesDecisions) { SynthetiserUnJury($0.clos.id) },
  ]
}
