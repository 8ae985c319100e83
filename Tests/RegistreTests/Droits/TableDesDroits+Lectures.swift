import Actes
import Scolarite
import Testing

extension TableDesDroits {
  static let lectures: [LigneDeDroits] = [
    .init(VoirUneEvaluation.self, .voientLesNotes, .module) { VoirUneEvaluation($0.notee.id) },
    .init(LireUneEvaluation.self, .voientLesNotes, .module) { LireUneEvaluation($0.notee.id) },
    .init(VoirLesNotesSituees.self, .voientLesNotes.union([.etudiant])) {
      VoirLesNotesSituees($0.etudiant)
    },
    .init(VoirLHistoireDUneNote.self, .voientLesNotes, .module) {
      VoirLHistoireDUneNote($0.notee.id, de: $0.etudiant)
    },
    .init(VoirLesNotesDUnEtudiant.self, .voientLesNotes.union([.etudiant])) {
      VoirLesNotesDUnEtudiant($0.etudiant)
    },
    .init(LireUnDossier.self, .voientLesNotes.union([.etudiant])) {
      LireUnDossier($0.etudiant, promotion: $0.promotion.id)
    },
    .init(VoirLesNotesParModule.self, .voientLesNotes.union([.etudiant]), .unModule) {
      VoirLesNotesParModule($0.etudiant, promotion: $0.promotion.id)
    },
    .init(VoirSonBilan.self, .voientLesNotes.union([.etudiant])) {
      VoirSonBilan($0.etudiant, promotion: $0.promotion.id)
    },
    .init(SimulerSesNotes.self, .voientLesNotes.union([.etudiant])) {
      SimulerSesNotes($0.etudiant, promotion: $0.promotion.id, pour: nil)
    },
    .init(SeComparer.self, .voientLesNotes.union([.etudiant])) {
      SeComparer($0.etudiant, promotion: $0.promotion.id)
    },
    .init(NouvellesDUnEtudiant.self, .voientLesNotes.union([.etudiant])) {
      NouvellesDUnEtudiant($0.etudiant, apres: nil)
    },
    .init(VoirUnEtudiant.self, .voientLesEtudiants.union([.etudiant]), .unModule) {
      VoirUnEtudiant($0.etudiant)
    },
    .init(VoirLesInscrits.self, .voientLesEtudiants, .unModule) {
      VoirLesInscrits($0.promotion.id)
    },
    .init(VoirLeJournalDUnEtudiant.self, .deverrouillent.union([.administrateur])) {
      VoirLeJournalDUnEtudiant($0.etudiant)
    },
    .init(DecrireUnePromotion.self, .voientLesEtudiants, .unModule) {
      DecrireUnePromotion($0.promotion.id)
    },
    .init(VoirLesAbsencesDUnEtudiant.self, .voientLesAbsences.union([.etudiant])) {
      VoirLesAbsencesDUnEtudiant($0.etudiant)
    },
    .init(VoirUnJustificatif.self, .justifient.union([.etudiant])) {
      VoirUnJustificatif($0.justificatif.id)
    },
    .init(
      VoirLesDocumentsEmis.self,
      .structurent.union([.etudiant]),
    ) { VoirLesDocumentsEmis($0.etudiant) },
    .init(
      ProposerDesDocuments.self,
      .structurent.union([.etudiant]),
    ) { ProposerDesDocuments($0.etudiant, $0.promotion.id) },
    .init(PreparerLesDocuments.self, .structurent) { PreparerLesDocuments($0.promotion.id) },
    .init(VoirLesSeancesDUneEvaluation.self, .structurent) {
      VoirLesSeancesDUneEvaluation($0.notee.id)
    },
    .init(
      VoirLesDocumentsDUnEtudiant.self,
      .structurent.union([.etudiant]),
    ) { VoirLesDocumentsDUnEtudiant($0.etudiant) },
    .init(DelibererUnePromotion.self, .voientLesNotes) { DelibererUnePromotion($0.promotion.id) },
    .init(SuivreUnePromotion.self, .voientLesNotes) { SuivreUnePromotion($0.promotion.id) },
    .init(VoirUneMaquette.self, .voientLesNotes) { VoirUneMaquette($0.promotion.id) },
    .init(VoirLesResultats.self, .voientLesNotes) { VoirLesResultats($0.promotion.id) },
    .init(VoirLaReussite.self, .voientLesDecisions) { VoirLaReussite($0.promotion.id) },
    .init(VoirLesDiplomes.self, .voientLesDecisions) { VoirLesDiplomes($0.promotion.id) },
    .init(ComparerLesAnnees.self, .voientLesNotes) { ComparerLesAnnees($0.promotion.id) },
    .init(ExpliquerUneUE.self, .voientLesNotes.union([.etudiant])) {
      ExpliquerUneUE($0.promotion.id, de: $0.etudiant, try #require(CodeUE("UE11")))
    },
  ]
}
