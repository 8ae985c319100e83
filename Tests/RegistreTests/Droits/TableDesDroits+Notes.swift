import Actes
import Scolarite

extension TableDesDroits {
  private static func releve(_ terrain: TerrainDEssai) throws -> ReleveRapporte {
    ReleveRapporte(
      promotion: terrain.promotion.id,
      notes: [
        NoteRapportee(
          etudiant: .init(id: terrain.etudiant),
          evaluation: .numero(terrain.vide.id),
          entree: try TerrainDEssai.note(),
          lieu: "B2",
        )
      ],
      source: "x",
      depuis: nil,
      remplacer: false,
    )
  }

  static let notes: [LigneDeDroits] = [
    .init(CreerUneEvaluation.self, .gerentLesEvaluations, .module) {
      CreerUneEvaluation(
        promotion: $0.promotion.id,
        semestre: $0.vide.semestre,
        module: $0.module,
        intitule: "Nouveau",
        date: nil,
      )
    },
    .init(ModifierUneEvaluation.self, .gerentLesEvaluations, .module) {
      var autre = $0.vide
      autre.coefficient = 2
      return ModifierUneEvaluation(autre)
    },
    .init(SupprimerUneEvaluation.self, .gerentLesEvaluations, .module) {
      SupprimerUneEvaluation($0.vide.id)
    },
    .init(PublierUneEvaluation.self, .gerentLesEvaluations, .module) {
      PublierUneEvaluation($0.vide.id)
    },
    .init(VerrouillerUneEvaluation.self, .gerentLesEvaluations, .module) {
      VerrouillerUneEvaluation($0.vide.id)
    },
    .init(VerrouillerUneEvaluation.self, .deverrouillent, .module) {
      VerrouillerUneEvaluation($0.vide.id, verrouillee: false, motif: "erreur")
    },
    .init(SaisirUneNote.self, .saisissent, .module) {
      SaisirUneNote(
        evaluation: $0.vide.id,
        etudiant: $0.etudiant,
        entree: try TerrainDEssai.note(),
        version: 0,
      )
    },
    .init(VoirUnModule.self, .voientLesNotes, .module) {
      VoirUnModule($0.promotion.id, $0.module)
    },
    .init(OuvrirUneGrille.self, .voientLesNotes, .module) { OuvrirUneGrille($0.vide.id) },
    .init(SaisirDesNotes.self, .saisissent, .module) {
      SaisirDesNotes(
        evaluation: $0.vide.id,
        [.init($0.etudiant, try TerrainDEssai.note(), version: 0)],
      )
    },
    .init(ChargerDesNotes.self, .saisissent) {
      ChargerDesNotes(
        promotion: $0.promotion.id,
        notes: [
          .init(evaluation: $0.vide.id, etudiant: $0.etudiant, entree: try TerrainDEssai.note())
        ],
        source: "x",
      )
    },
    .init(PrevoirDesNotes.self, .saisissent, .module) { PrevoirDesNotes(try releve($0)) },
    .init(ImporterDesNotes.self, .saisissent, .module) { ImporterDesNotes(try releve($0)) },
    .init(PreparerUneFeuille.self, .saisissent, .module) { PreparerUneFeuille($0.vide.id) },
    .init(PreparerUnReleve.self, .saisissent, .unModule) { PreparerUnReleve($0.promotion.id) },
  ]
}
