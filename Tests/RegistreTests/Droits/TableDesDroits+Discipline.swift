import Actes
import Scolarite

extension TableDesDroits {
  static let discipline: [LigneDeDroits] = [
    .init(LireUnDossierDisciplinaire.self, .suiventLaDiscipline) {
      LireUnDossierDisciplinaire($0.incident.id)
    },
    .init(PreparerUnSignalement.self, .signalent, .unModule) {
      PreparerUnSignalement($0.promotion.id)
    },
    .init(LireSesProcedures.self, [.etudiant]) { LireSesProcedures($0.etudiant) },
    .init(CompterSesProcedures.self, [.etudiant]) { CompterSesProcedures($0.etudiant) },
    .init(VoirLaSalle.self, .signalent, .module) { VoirLaSalle($0.vide.id) },
    .init(ConstaterEnSalle.self, .signalent, .module) {
      ConstaterEnSalle(
        .copieBlanche,
        a: $0.vide.id,
        de: $0.etudiant,
        le: try BureauDEssai.instant("2025-09-01T07:45"),
      )
    },
    .init(RetirerUnConstat.self, .signalent, .module) {
      RetirerUnConstat($0.constat.id, motif: "erreur")
    },
    .init(IdentifierUnEtudiant.self, .suiventLaDiscipline) {
      IdentifierUnEtudiant(
        incident: $0.incident.id,
        etudiant: $0.voisin,
        inconnus: "",
        version: 1,
      )
    },
    .init(ReglerUnDegat.self, .suiventLaDiscipline) {
      ReglerUnDegat(
        incident: $0.incident.id,
        degat: .init(designation: "écran", valeur: 1),
        version: 1,
      )
    },
    .init(DresserLeProcesVerbal.self, .suiventLaDiscipline) {
      DresserLeProcesVerbal(
        incident: $0.incident.id,
        .init(
          jour: $0.inscription.debut,
          mesures: "Téléphone retiré.",
          pieces: "Un téléphone.",
          participation: .continuee,
          signatures: [
            .init(nom: "Sam Veille", aSigne: true),
            .init(nom: "", etudiant: $0.etudiant, aSigne: false),
          ],
        ),
        version: 1,
      )
    },
    .init(InviterASExpliquer.self, .suiventLaDiscipline) {
      InviterASExpliquer(
        incident: $0.incident.id,
        etudiants: [$0.etudiant],
        date: $0.inscription.debut,
        texte: "Le 8, bureau 12.",
        version: 1,
      )
    },
    .init(ConsignerLesExplications.self, .suiventLaDiscipline) {
      ConsignerLesExplications(
        incident: $0.incident.id,
        etudiant: $0.etudiant,
        date: $0.inscription.debut,
        texte: "Il regrette.",
        version: 1,
      )
    },
    .init(SaisirLaDirection.self, .suiventLaDiscipline) {
      SaisirLaDirection(
        incident: $0.incident.id,
        etudiants: [$0.etudiant],
        chef: .fraude,
        date: $0.inscription.debut,
        texte: "",
        version: 1,
      )
    },
    .init(RapporterALaPresidence.self, .direction) {
      RapporterALaPresidence(
        incident: $0.incident.id,
        etudiants: [$0.etudiant],
        date: $0.inscription.debut,
        texte: "Rapport.",
        version: 1,
      )
    },
    .init(NotifierLaSanction.self, .direction) {
      NotifierLaSanction(
        incident: $0.incident.id,
        etudiant: $0.etudiant,
        date: $0.inscription.debut,
        version: 1,
      )
    },
    .init(EnregistrerUnRecours.self, .direction) {
      EnregistrerUnRecours(
        incident: $0.incident.id,
        etudiant: $0.etudiant,
        date: $0.inscription.debut,
        texte: "Tribunal administratif.",
        version: 1,
      )
    },
    .init(AnnulerUneEtape.self, .suiventLaDiscipline) {
      AnnulerUneEtape(
        incident: $0.incident.id,
        etudiant: $0.etudiant,
        motif: "erreur",
        version: 1,
      )
    },
    .init(SaisirLaSection.self, .direction) {
      SaisirLaSection(
        incident: $0.incident.id,
        etudiants: [$0.etudiant],
        date: $0.inscription.debut,
        version: 1,
      )
    },
    // The head of department drops what was not laid before the director.
    .init(ConclureUnIncident.self, .suiventLaDiscipline) {
      ConclureUnIncident(
        incident: $0.incident.id,
        etudiant: $0.etudiant,
        issue: .classe(motif: "sans preuve"),
        date: $0.inscription.debut,
        version: 1,
      )
    },
    .init(ConclureUnIncident.self, .direction) {
      ConclureUnIncident(
        incident: $0.incident.id,
        etudiant: $0.etudiant,
        issue: .relaxe(motif: "sans preuve"),
        date: $0.inscription.debut,
        version: 1,
      )
    },
  ]
}
