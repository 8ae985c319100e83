import Actes
import Scolarite

extension TableDesDroits {
  static let structure: [LigneDeDroits] = [
    .init(CreerUneFormation.self, .structurent) {
      CreerUneFormation(departement: $0.promotion.departement, code: "LP", intitule: "LP")
    },
    .init(DeposerUneMaquette.self, .structurent) {
      DeposerUneMaquette(
        formation: $0.promotion.formation,
        texte: try PromotionEnregistree.maquetteDe2025(),
      )
    },
    .init(AdopterUnProfil.self, .direction) {
      AdopterUnProfil(
        departement: $0.promotion.departement,
        annee: .essai,
        profil: TerrainDEssai.profil,
        texte: try TerrainDEssai.reglement(),
        conseil: nil,
        cfvu: nil,
        version: 1,
      )
    },
    .init(CreerUnePromotion.self, .structurent) {
      CreerUnePromotion(maquette: $0.seconde.id, intitule: "bis")
    },
    .init(ChangerDeMaquette.self, .structurent) {
      ChangerDeMaquette(promotion: $0.promotion.id, maquette: $0.seconde.id)
    },
    .init(CreerUnGroupe.self, .structurent) {
      CreerUnGroupe(promotion: $0.promotion.id, nature: .tp, intitule: "TP 9")
    },
  ]
}
