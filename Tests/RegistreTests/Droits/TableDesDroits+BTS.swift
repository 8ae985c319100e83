import Actes
import Scolarite

extension TableDesDroits {
  static let bts: [LigneDeDroits] = [
    .init(OuvrirUneSessionBTS.self, .gerentLeBTS) {
      OuvrirUneSessionBTS(departement: $0.promotion.departement, specialite: .fournie("ELT"))
    },
    .init(InscrireUnCandidatBTS.self, .gerentLeBTS) {
      InscrireUnCandidatBTS(session: $0.bts.normale, nip: "b9", nom: "Alix", prenom: "Essai")
    },
    .init(RetirerUnCandidatBTS.self, .gerentLeBTS) {
      RetirerUnCandidatBTS(
        $0.bts.aDecider.id,
        motif: "erreur de numéro",
        version: $0.bts.aDecider.version,
      )
    },
    .init(SaisirLesResultatsBTS.self, .saisissent) {
      SaisirLesResultatsBTS($0.bts.aDecider.id, [:], livret: "", version: $0.bts.aDecider.version)
    },
    .init(PrevoirUneListeBTS.self, [.secretariat]) {
      PrevoirUneListeBTS($0.bts.normale, [])
    },
    .init(ImporterUneListeBTS.self, [.secretariat]) {
      ImporterUneListeBTS($0.bts.normale, [], source: "liste.csv")
    },
    .init(DeciderPourUnCandidatBTS.self, [.direction, .jury]) {
      DeciderPourUnCandidatBTS(
        $0.bts.aDecider.id,
        autorise: true,
        version: $0.bts.aDecider.version,
      )
    },
    .init(ProclamerUneSessionBTS.self, .direction) {
      ProclamerUneSessionBTS(
        $0.bts.aProclamer,
        le: try BureauDEssai.jour("2021-07-05"),
        version: 1,
      )
    },
    .init(CorrigerLaProclamationBTS.self, .direction) {
      CorrigerLaProclamationBTS(
        $0.bts.proclamee,
        le: try BureauDEssai.jour("2021-07-06"),
        motif: "procès-verbal du 6 juillet",
        version: 2,
      )
    },
    .init(RouvrirPourUnCandidatBTS.self, .direction) {
      RouvrirPourUnCandidatBTS(
        $0.bts.enRattrapage.id,
        .note,
        preuve: "bordereau",
        motif: "note mal reportée",
        version: $0.bts.enRattrapage.version,
      )
    },
    .init(DelibererDeNouveauBTS.self, .direction) {
      DelibererDeNouveauBTS(
        $0.bts.enRattrapage.id,
        le: try BureauDEssai.jour("2021-07-12"),
        version: $0.bts.enRattrapage.version,
      )
    },
    .init(ConvoquerDesCandidatsBTS.self, .gerentLeBTS) {
      ConvoquerDesCandidatsBTS(
        $0.bts.proclamee,
        [$0.bts.enRattrapage.id],
        le: try BureauDEssai.jour("2021-07-13"),
      )
    },
    .init(ChoisirUneDisciplineBTS.self, [.secretariat, .etudiant]) {
      ChoisirUneDisciplineBTS(
        $0.bts.enRattrapage.id,
        "Culture générale et expression",
        version: $0.bts.enRattrapage.version,
      )
    },
    .init(AccompagnerUnCandidatBTS.self, .gerentLeBTS) {
      AccompagnerUnCandidatBTS(
        $0.bts.enRattrapage.id,
        .init(
          nature: .entretien,
          jour: try BureauDEssai.jour("2021-07-07"),
          texte: "méthode",
          suite: .propose,
        ),
        version: $0.bts.enRattrapage.version,
      )
    },
    .init(FixerUnOralBTS.self, .gerentLeBTS) {
      FixerUnOralBTS(
        $0.bts.enRattrapage.id,
        .professionnel,
        .init(debut: try BureauDEssai.instant("2021-07-16T09:00"), salle: "B12"),
        version: $0.bts.enRattrapage.version,
      )
    },
    .init(NoterUnOralBTS.self, .saisissent) {
      NoterUnOralBTS($0.bts.note.id, .general, nil, version: $0.bts.note.version)
    },
    .init(CloreUneSessionBTS.self, .direction) {
      CloreUneSessionBTS($0.bts.aClore, version: 2)
    },
    .init(VoirUneSessionBTS.self, .voientLesDecisions) { VoirUneSessionBTS($0.bts.normale) },
    .init(VoirUnCandidatBTS.self, .voientLesDecisions) { VoirUnCandidatBTS($0.bts.note.id) },
    .init(VoirSesSessionsBTS.self, .voientLesDecisions.union([.etudiant])) {
      VoirSesSessionsBTS($0.etudiant)
    },
  ]
}
