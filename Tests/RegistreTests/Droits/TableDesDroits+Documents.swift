import Actes
import Scolarite

extension TableDesDroits {
  static let documents: [LigneDeDroits] = [
    .init(ComposerDesDocuments.self, .structurent) {
      ComposerDesDocuments(.init(.releveProvisoire, sur: .promotion($0.promotion.id)))
    },
    .init(VoirLesModeles.self, .structurent, .etablissement) { _ in VoirLesModeles() },
    .init(VoirLesVersions.self, .structurent, .etablissement) { _ in
      VoirLesVersions(.convocation, nil)
    },
    .init(EcrireUnModele.self, .structurent) {
      EcrireUnModele(
        ModeleDeDocument(
          nature: .convocation,
          departement: $0.promotion.departement,
          titre: "Convocation",
        )
      )
    },
    .init(EcrireUnEnTete.self, .structurent, .etablissement) { _ in
      EcrireUnEnTete(EnTeteDeDocument(lignes: "IUT"))
    },
    .init(ApercevoirUnModele.self, .structurent, .etablissement) { _ in
      ApercevoirUnModele(.fourni(.convocation))
    },
  ]
}
