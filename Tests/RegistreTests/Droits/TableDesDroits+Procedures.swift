import Actes
import Scolarite

extension TableDesDroits {
  static let procedures: [LigneDeDroits] = [
    .init(OuvrirUneCampagne.self, .structurent) {
      OuvrirUneCampagne(
        promotion: $0.promotion.id,
        nature: .autre,
        intitule: "Autre",
        ouverture: $0.campagne.ouverture,
        cloture: $0.campagne.cloture,
      )
    },
    .init(ModifierUneCampagne.self, .structurent) { ModifierUneCampagne($0.campagne) },
    .init(DeposerUneDemande.self, [.secretariat, .etudiant]) {
      DeposerUneDemande(campagne: $0.campagne.id, etudiant: $0.etudiant, texte: "Élu")
    },
    .init(TraiterUneDemande.self, .structurent) {
      TraiterUneDemande($0.demande.id, .acceptee(le: $0.inscription.debut), version: 1)
    },
    .init(InscrireEnSession2.self, .structurent.union([.etudiant])) {
      InscrireEnSession2(campagne: $0.session2.id, etudiant: $0.etudiant, ues: [])
    },
    .init(SaisirUneNoteDeSession2.self, .saisissent, .module) {
      SaisirUneNoteDeSession2(
        promotion: $0.promotion.id,
        etudiant: $0.etudiant,
        epreuve: .module($0.module),
        entree: try TerrainDEssai.note(),
      )
    },
    .init(AttribuerUnBonus.self, [.suaps]) {
      try TerrainDEssai.sport($0.promotion, $0.voisin)
    },
    .init(AttribuerUnBonus.self, [.commissionDesBonifications]) {
      AttribuerUnBonus(
        promotion: $0.promotion.id,
        etudiant: $0.etudiant,
        nature: .engagement(type: "association", activite: "trésorier", points: 1),
        date: $0.bonus.date,
        motif: "commission",
      )
    },
    .init(RetirerUnBonus.self, [.suaps]) { RetirerUnBonus($0.bonus.id, motif: "erreur") },
    .init(DonnerUnAvis.self, .deverrouillent) {
      try TerrainDEssai.avis($0.promotion, $0.etudiant, version: 1)
    },
    .init(RetirerUnAvis.self, .deverrouillent) { RetirerUnAvis($0.avis, motif: "erreur") },
    .init(SignalerUnIncident.self, .signalent, .module) {
      try TerrainDEssai.incident($0.promotion, [$0.etudiant], evaluation: $0.vide.id)
    },
  ]
}
