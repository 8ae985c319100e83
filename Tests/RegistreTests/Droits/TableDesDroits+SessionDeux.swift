import Actes
import Scolarite

extension TableDesDroits {
  static let sessionDeux: [LigneDeDroits] = [
    .init(OuvrirUneSessionDeux.self, .structurent) {
      OuvrirUneSessionDeux(promotion: $0.promotion.id, try TerrainDeSession2.choix())
    },
    .init(ModifierUneSessionDeux.self, .structurent) {
      ModifierUneSessionDeux(
        $0.rattrapage.campagne,
        try TerrainDeSession2.choix(),
        version: 1,
      )
    },
    .init(PublierLAdmissibilite.self, .structurent) {
      PublierLAdmissibilite($0.rattrapage.campagne, version: 1)
    },
    .init(RevoirLAdmissibilite.self, .structurent) {
      RevoirLAdmissibilite($0.rattrapage.campagne, $0.etudiant)
    },
    .init(ConstaterLesRenoncements.self, .structurent) {
      ConstaterLesRenoncements($0.rattrapage.campagne)
    },
    .init(RappelerLesEpreuves.self, .structurent) {
      RappelerLesEpreuves($0.rattrapage.campagne)
    },
    // The other module is of the same UE.
    .init(ChoisirUneEpreuve.self, [.directeurDesEtudes, .responsableDeModule], .unModule) {
      ChoisirUneEpreuve($0.epreuve2)
    },
    .init(DemanderUneInscriptionTardive.self, [.secretariat, .etudiant]) {
      DemanderUneInscriptionTardive(
        campagne: $0.rattrapage.campagne,
        etudiant: $0.etudiant,
        ues: [$0.epreuve2.ue],
        texte: "hospitalisation",
        fichier: $0.fichier,
      )
    },
    .init(DeciderDUneInscriptionTardive.self, .chefs) {
      DeciderDUneInscriptionTardive(
        $0.tardive.id,
        accepte: false,
        motif: "sans preuve",
        version: 1,
      )
    },
    .init(DemanderUnAmenagementDeSession2.self, [.secretariat, .etudiant]) {
      DemanderUnAmenagementDeSession2(
        campagne: $0.rattrapage.campagne,
        etudiant: $0.etudiant,
        texte: "au calme",
        souhaits: [.salleIsolee],
      )
    },
    .init(JustifierUnEcartDAmenagement.self, [.serviceHandicap]) {
      JustifierUnEcartDAmenagement(
        EcartDAmenagement(
          campagne: $0.rattrapage.campagne,
          etudiant: $0.etudiant,
          nature: .tiersTemps,
          maintenu: true,
          precision: "un quart",
          motif: "oral court",
          version: 0,
        )
      )
    },
    .init(ArreterLesAmenagements.self, [.serviceHandicap]) {
      ArreterLesAmenagements($0.rattrapage.campagne)
    },
    .init(VoirUneSessionDeux.self, .structurent.union([.serviceHandicap])) {
      VoirUneSessionDeux($0.rattrapage.campagne)
    },
    .init(VoirLAdmissibilite.self, .structurent) {
      VoirLAdmissibilite($0.rattrapage.campagne)
    },
    .init(
      VoirLesEpreuvesDeSession2.self,
      .structurent.union([.responsableDeModule]),
      .unModule,
    ) { VoirLesEpreuvesDeSession2($0.rattrapage.campagne) },
    .init(VoirLesAmenagementsDeSession2.self, .structurent.union([.serviceHandicap])) {
      VoirLesAmenagementsDeSession2($0.rattrapage.campagne)
    },
    .init(VoirSaSessionDeux.self, .structurent.union([.etudiant])) {
      VoirSaSessionDeux($0.etudiant)
    },
  ]
}
