import Actes
import Scolarite

extension TableDesDroits {
  static let copies: [LigneDeDroits] = [
    .init(PreparerLesCopies.self, .structurent) {
      PreparerLesCopies(
        $0.epreuve2.id,
        mode: .simple,
        estAnonyme: false,
        graine: 1,
        version: 1,
      )
    },
    .init(SaisirDesCopies.self, .saisissent, .unModule) {
      SaisirDesCopies($0.epreuve2.id, .premiere, [])
    },
    .init(ReglerUneCopie.self, .saisissent, .unModule) {
      ReglerUneCopie(
        $0.epreuve2.id,
        numero: $0.copie,
        try TerrainDEssai.note(),
        motif: "?",
      )
    },
    .init(VerserLesNotes.self, [.secretariat]) { VerserLesNotes($0.epreuve2.id, version: 1) },
    .init(VoirLesCopies.self, .structurent.union(Set<Role>.saisissent), .unModule) {
      VoirLesCopies($0.rattrapage.campagne)
    },
    .init(
      OuvrirUneGrilleDeCopies.self,
      .structurent.union(Set<Role>.saisissent),
      .unModule,
    ) {
      OuvrirUneGrilleDeCopies($0.epreuve2.id)
    },
    .init(VoirLesNumerosDeCopie.self, .structurent) { VoirLesNumerosDeCopie($0.epreuve2.id) },
    .init(VoirLesEffetsDeLaSession2.self, .voientLesNotes) {
      VoirLesEffetsDeLaSession2($0.rattrapage.campagne)
    },
    .init(DemanderSaCopie.self, [.secretariat, .etudiant]) {
      DemanderSaCopie($0.epreuve2.id, de: $0.etudiant)
    },
    .init(FixerUneConsultation.self, .structurent) {
      FixerUneConsultation(
        $0.consultation2.id,
        .init(quand: $0.aVenir.debut, lieu: "B12"),
        version: 1,
      )
    },
    .init(ConstaterUneConsultation.self, .structurent) {
      ConstaterUneConsultation(
        $0.consultation2.id,
        .init(quand: $0.campagne.ouverture, observations: ""),
        version: 1,
      )
    },
    .init(MaintenirUneNote.self, .structurent) {
      MaintenirUneNote($0.consultation2.id, motif: "juste", version: 1)
    },
    .init(ReconnaitreUneErreur.self, .direction) {
      ReconnaitreUneErreur(
        $0.consultation2.id,
        .total,
        preuve: "page 2",
        motif: "total",
        entree: try TerrainDEssai.note(),
        jury: $0.aVenir.debut.jour,
        version: 1,
      )
    },
    .init(ReporterUneCorrection.self, .saisissent) {
      ReporterUneCorrection($0.consultation2.id, version: 1)
    },
    .init(ReprendreUneCorrection.self, .saisissent) {
      ReprendreUneCorrection($0.consultation2.id, motif: "à tort", version: 1)
    },
    .init(VoirLesConsultations.self, .structurent) { VoirLesConsultations($0.rattrapage.campagne) },
    .init(VoirSesCopies.self, .voientLesNotes.union([.etudiant])) { VoirSesCopies($0.etudiant) },
    .init(FixerLesUEFondamentales.self, .structurent) {
      FixerLesUEFondamentales($0.rattrapage.campagne, [$0.epreuve2.ue])
    },
    .init(OffrirUneSeanceDeSoutien.self, .structurent) {
      try TerrainDEssai.soutien($0.epreuve2)
    },
    .init(AnnulerUneSeanceDeSoutien.self, .structurent) {
      AnnulerUneSeanceDeSoutien($0.soutien.id, motif: "grève", version: 1)
    },
    .init(VenirAuSoutien.self, [.secretariat, .etudiant]) {
      VenirAuSoutien($0.soutien.id, $0.etudiant, vient: true)
    },
    .init(
      PointerLeSoutien.self,
      .structurent.union(Set<Role>.saisissent).union([.surveillant]),
      .unModule,
    ) { PointerLeSoutien($0.soutien.id, presents: []) },
    .init(
      VoirLeSoutien.self,
      .structurent.union(Set<Role>.saisissent).union([.surveillant]),
      .unModule,
    ) { VoirLeSoutien($0.rattrapage.campagne) },
    .init(VoirSonSoutien.self, [.secretariat, .etudiant]) { VoirSonSoutien($0.etudiant) },
  ]
}
