import Actes
import Scolarite

extension TableDesDroits {
  static let redoublement: [LigneDeDroits] = [
    .init(DemanderUnRedoublement.self, [.secretariat, .etudiant]) {
      DemanderUnRedoublement(
        promotion: $0.promotion.id,
        etudiant: $0.etudiant,
        semestres: $0.inscription.semestres,
        motif: "une année difficile",
      )
    },
    .init(JoindreUnePieceAuRedoublement.self, [.secretariat, .etudiant]) {
      JoindreUnePieceAuRedoublement($0.redoublement.id, fichier: $0.fichier, version: 1)
    },
    .init(RetirerUneDemandeDeRedoublement.self, [.secretariat, .etudiant]) {
      RetirerUneDemandeDeRedoublement($0.redoublement.id, version: 1)
    },
    .init(DemanderUneAudition.self, [.secretariat, .etudiant]) {
      DemanderUneAudition($0.redoublement.id, version: 1)
    },
    .init(ConsignerUneAudition.self, .structurent) {
      ConsignerUneAudition($0.redoublement.id, .init(demandee: true), version: 1)
    },
    .init(ProposerSurUnRedoublement.self, .deverrouillent) {
      ProposerSurUnRedoublement($0.redoublement.id, $0.refus, version: 1)
    },
    .init(AccorderUnSupplement.self, .direction) {
      AccorderUnSupplement(
        $0.redoublement.id,
        accorde: true,
        motif: "force majeure",
        auteur: "le directeur",
        version: 1,
      )
    },
    .init(DeciderDUnRedoublement.self, [.direction, .jury]) {
      DeciderDUnRedoublement($0.redoublement.id, $0.refus, version: 1)
    },
    .init(NotifierUnRedoublement.self, .structurent) {
      NotifierUnRedoublement($0.redoublement.id, le: $0.inscription.debut, version: 1)
    },
    .init(VoirLesRedoublements.self, .structurent.union([.jury])) {
      VoirLesRedoublements($0.promotion.id)
    },
    .init(VoirUnRedoublement.self, .structurent.union([.jury])) {
      VoirUnRedoublement($0.redoublement.id)
    },
    .init(VoirSesRedoublements.self, [.secretariat, .etudiant]) {
      VoirSesRedoublements($0.etudiant)
    },
  ]
}
