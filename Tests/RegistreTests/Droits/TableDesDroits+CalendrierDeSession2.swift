import Actes
import Scolarite
import Soutien

extension TableDesDroits {
  static let calendrierDeSession2: [LigneDeDroits] = [
    .init(DefinirLesLieuxDeSession2.self, .structurent) {
      DefinirLesLieuxDeSession2(
        LieuxDeSession2(
          campagne: $0.session2.id,
          salles: [],
          creneaux: [.init($0.calendrier.debut, minutes: 120)],
          version: 1,
        )
      )
    },
    .init(PreparerLeCalendrier.self, .structurent) { PreparerLeCalendrier($0.session2.id) },
    .init(GarderUnCalendrier.self, .structurent) {
      GarderUnCalendrier(campagne: $0.session2.id, seances: [], origine: "essai")
    },
    .init(VoirLeCalendrierDeSession2.self, .structurent) {
      VoirLeCalendrierDeSession2($0.session2.id)
    },
    .init(EstimerUnDeplacement.self, .structurent) {
      EstimerUnDeplacement(
        campagne: $0.session2.id,
        epreuve: $0.calendrier.cle,
        vers: $0.calendrier.debut,
        salle: nil,
      )
    },
    .init(DeplacerUneEpreuve.self, .structurent) {
      DeplacerUneEpreuve(
        campagne: $0.session2.id,
        epreuve: $0.calendrier.cle,
        vers: $0.calendrier.debut,
        salle: nil,
        version: 0,
      )
    },
    .init(FairePasserSeul.self, .structurent) {
      FairePasserSeul(
        campagne: $0.session2.id,
        epreuve: $0.calendrier.cle,
        etudiant: $0.etudiant,
        le: $0.calendrier.debut,
        salle: "Amphi A",
        version: 0,
      )
    },
    .init(RepondreAUnSignalement.self, .structurent) {
      RepondreAUnSignalement($0.calendrier.signalement, "Décalée.", version: 1)
    },
    .init(ConfirmerLeCalendrier.self, .structurent) {
      ConfirmerLeCalendrier($0.session2.id, version: 0)
    },
    .init(MettreAJourLeCalendrier.self, .structurent) {
      MettreAJourLeCalendrier($0.session2.id, version: 0)
    },
    .init(SignerLeCalendrier.self, [.directeurDesEtudes]) {
      SignerLeCalendrier($0.session2.id, empreinte: "")
    },
    .init(PublierLeCalendrier.self, .structurent) { PublierLeCalendrier($0.session2.id) },
    .init(CloreLesEpreuves.self, .structurent) { CloreLesEpreuves($0.session2.id) },
    .init(TirerLesPlaces.self, .structurent) { TirerLesPlaces($0.session2.id, graine: 1) },
    .init(DeclarerUneContrainte.self, [.secretariat, .etudiant]) {
      DeclarerUneContrainte(
        campagne: $0.session2.id,
        etudiant: $0.etudiant,
        nature: .contrat,
        du: $0.calendrier.debut,
        au: $0.calendrier.debut,
      )
    },
    .init(RetirerUneContrainte.self, [.secretariat, .etudiant]) {
      RetirerUneContrainte($0.calendrier.contrainte)
    },
    .init(SignalerUnChevauchement.self, [.secretariat, .etudiant]) {
      SignalerUnChevauchement(
        campagne: $0.session2.id,
        etudiant: $0.etudiant,
        epreuves: [$0.calendrier.cle],
      )
    },
    .init(PointerAUneEpreuve.self, .saisissent.union([.surveillant]), .unModule) {
      PointerAUneEpreuve(
        EmargementDeSession2(
          campagne: $0.session2.id,
          epreuve: $0.calendrier.cle,
          etudiant: $0.etudiant,
        )
      )
    },
    .init(ConstaterUneAbsenceDeSession2.self, .saisissent) {
      ConstaterUneAbsenceDeSession2(
        campagne: $0.session2.id,
        epreuve: $0.calendrier.cle,
        etudiant: $0.etudiant,
        estJustifiee: false,
      )
    },
    .init(RetirerUneAbsenceDeSession2.self, .saisissent) {
      RetirerUneAbsenceDeSession2(
        campagne: $0.session2.id,
        epreuve: $0.calendrier.cle,
        etudiant: $0.etudiant,
        motif: "présent",
      )
    },
    .init(
      VoirLesSeancesDeSession2.self,
      Set<Role>.structurent.union(Set<Role>.saisissent).union([.surveillant]),
      .unModule,
    ) { VoirLesSeancesDeSession2($0.session2.id) },
    .init(
      VoirLeJourDEpreuve.self,
      Set<Role>.structurent.union(Set<Role>.saisissent).union([.surveillant]),
      .unModule,
    ) { VoirLeJourDEpreuve($0.session2.id, $0.calendrier.cle) },
    .init(
      VoirSonCalendrierDeSession2.self,
      .voientLesNotes.union([.etudiant]),
    ) { VoirSonCalendrierDeSession2($0.etudiant) },
  ]
}
