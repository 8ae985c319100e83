import Actes
import Scolarite

extension TableDesDroits {
  static let absences: [LigneDeDroits] = [
    .init(AnnoncerUneAbsence.self, [.secretariat, .etudiant]) {
      AnnoncerUneAbsence($0.etudiant, du: $0.aVenir.debut, au: $0.aVenir.debut, texte: "oral")
    },
    .init(SignalerUneAbsence.self, .justifient) {
      SignalerUneAbsence(
        $0.etudiant,
        .appel,
        du: $0.aVenir.debut,
        au: $0.aVenir.debut,
        texte: "fièvre",
      )
    },
    .init(DeclarerUneIndisponibilite.self, [.secretariat, .etudiant]) {
      DeclarerUneIndisponibilite($0.etudiant, le: $0.aVenir.debut.jour)
    },
    .init(VoirSesIndisponibilites.self, [.secretariat, .etudiant]) {
      VoirSesIndisponibilites($0.etudiant, le: $0.aVenir.debut.jour)
    },
    .init(DemanderUneAutorisation.self, [.secretariat, .etudiant]) {
      DemanderUneAutorisation(
        $0.etudiant,
        du: $0.aVenir.debut,
        au: $0.aVenir.debut,
        motif: "concours",
      )
    },
    .init(DeciderDUneAutorisation.self, [.responsableDeDepartement]) {
      DeciderDUneAutorisation($0.autorisation.id, .accorder, version: 1)
    },
    .init(ConstaterUneCondition.self, [.responsableDeDepartement]) {
      ConstaterUneCondition($0.autorisation.id, remplie: true, version: 1)
    },
    .init(VoirUneAutorisation.self, .justifient.union([.etudiant])) {
      VoirUneAutorisation($0.autorisation.id)
    },
    .init(VoirLesDemarches.self, .justifient.union([.etudiant])) {
      VoirLesDemarches($0.etudiant)
    },
    .init(DemanderUnRattrapage.self, [.secretariat, .etudiant]) {
      DemanderUnRattrapage($0.notee.id, $0.etudiant)
    },
    .init(OrganiserUnRattrapage.self, .gerentLesEvaluations, .module) {
      OrganiserUnRattrapage(
        $0.notee.id,
        $0.etudiant,
        .init(date: $0.aVenir.debut, salle: "B12", forme: "oral"),
      )
    },
    .init(RefuserUnRattrapage.self, [.responsableDeDepartement]) {
      RefuserUnRattrapage($0.notee.id, $0.etudiant, motif: "déjà rattrapée")
    },
    .init(
      VoirLesRattrapages.self,
      .gerentLesEvaluations.union([.responsableDeDepartement]),
      .module,
    ) { VoirLesRattrapages($0.notee.id) },
    .init(SuivreLesAbsences.self, .justifient) { SuivreLesAbsences($0.promotion.id) },
    .init(EtablirUnEtatDAssiduite.self, .justifient) {
      EtablirUnEtatDAssiduite(
        $0.promotion.id,
        du: $0.seance.debut.jour,
        au: $0.aVenir.debut.jour,
        alternantsSeuls: false,
      )
    },
  ]
}
