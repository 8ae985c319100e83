import Actes
import Coffre
import Scolarite
import Testing

extension TableDesDroits {
  static let assiduite: [LigneDeDroits] = [
    .init(CreerDesSeances.self, .saisissent.union([.surveillant]), .module) {
      CreerDesSeances(
        promotion: $0.promotion.id,
        seances: [
          .init(
            module: $0.module,
            debut: try BureauDEssai.instant("2025-10-09T08:00"),
            minutes: 60,
            nature: .td,
          )
        ],
      )
    },
    .init(PrevoirDesSeances.self, .saisissent.union([.surveillant]), .module) {
      PrevoirDesSeances(
        $0.promotion.id,
        [try .dEssai($0.module, "2025-10-10T08:00")],
        ecarterSansModule: false,
      )
    },
    .init(ImporterDesSeances.self, .saisissent.union([.surveillant]), .module) {
      ImporterDesSeances(
        $0.promotion.id,
        [try .dEssai($0.module, "2025-10-10T08:00")],
        ecarterSansModule: false,
      )
    },
    .init(SupprimerUneSeance.self, .saisissent.union([.surveillant]), .module) {
      SupprimerUneSeance($0.aVenir.id)
    },
    .init(FaireLAppel.self, .saisissent.union([.surveillant]), .module) {
      FaireLAppel(seance: $0.aVenir.id, [.init($0.etudiant, .absent)])
    },
    .init(JustifierUneAbsence.self, .justifient) {
      JustifierUneAbsence(
        seance: $0.seance.id,
        etudiant: $0.etudiant,
        justification: .abj,
        version: 1,
        motif: "grève",
      )
    },
    .init(DeposerUnFichier.self, [.secretariat, .etudiant]) {
      DeposerUnFichier(etudiant: $0.etudiant, octets: Array("%PDF-1.7 autre".utf8))
    },
    .init(LireUnFichier.self, .justifient.union([.etudiant])) { LireUnFichier($0.fichier) },
    .init(DeposerUnJustificatif.self, [.secretariat, .etudiant]) {
      DeposerUnJustificatif(
        etudiant: $0.etudiant,
        du: $0.justificatif.du,
        au: $0.justificatif.au,
        nature: .autre,
      )
    },
    .init(CompleterUnJustificatif.self, [.secretariat, .etudiant]) {
      CompleterUnJustificatif(
        $0.justificatif.id,
        fichier: String(repeating: "0", count: 64),
        version: 1,
      )
    },
    .init(TraiterUnJustificatif.self, .justifient) {
      TraiterUnJustificatif($0.justificatif.id, .accepte, version: 1)
    },
  ]

  static let emargement: [LigneDeDroits] = [
    .init(OuvrirLEmargement.self, .saisissent.union([.surveillant]), .module) {
      OuvrirLEmargement($0.aVenir.id, cle: "A")
    },
    .init(FermerLEmargement.self, .saisissent.union([.surveillant]), .module) {
      FermerLEmargement($0.aVenir.id, noterLesAbsents: true)
    },
    .init(VoirLEmargement.self, .saisissent.union([.surveillant]), .module) {
      VoirLEmargement($0.aVenir.id)
    },
    .init(SignerSaPresence.self, [.etudiant]) {
      SignerSaPresence(
        a: $0.aVenir.id,
        $0.etudiant,
        code: "000000",
        appareil: try #require(Empreinte(String(repeating: "a", count: 64))),
        adresse: try #require(Empreinte(String(repeating: "b", count: 64))),
        secrets: Coffre(),
      )
    },
    .init(VoirSesEmargements.self, [.etudiant]) { VoirSesEmargements($0.etudiant) },
  ]
}
