import Actes
import Scolarite

extension TableDesDroits {
  static let anneeSuivante: [LigneDeDroits] = [
    .init(PreparerLAnneeSuivante.self, .voientLesDecisions) {
      PreparerLAnneeSuivante($0.promotion.id)
    },
    .init(ChoisirUneSuite.self, .gerentLesEtudiants) {
      ChoisirUneSuite(
        promotion: $0.promotion.id,
        etudiant: $0.etudiant,
        destination: .quitte,
        motif: "part à l’étranger",
      )
    },
    .init(FaireLAnneeSuivante.self, .gerentLesEtudiants) {
      FaireLAnneeSuivante(
        promotion: $0.promotion.id,
        cibles: [],
        garderLesGroupes: false,
        empreinte: "",
      )
    },
  ]
}
