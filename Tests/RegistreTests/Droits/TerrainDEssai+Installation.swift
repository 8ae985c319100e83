import Actes
import Demonstration
import Echanges
import Fiction
import Scolarite
import Testing

extension TerrainDEssai {
  static func installer(_ departement: String, _ essai: RegistreDEssai) async throws
    -> InstallerUnePromotion.Installee
  {
    let programme = try Bibliotheque { _ in nil }.programme("mmi-but1")
    let but1 = try #require(AnneeBUT(1))
    let fiction = try #require(
      PromotionFictive(
        .init(
          graine: 5,
          alternants: 0,
          redoublants: 0,
          capitalisation: 0,
          dispenses: 0,
          dettes: 0,
          departs: 0,
        ),
        annee: .essai,
        anneeBUT: but1,
        programme: programme,
      )
    )
    let modele = InstallerUnePromotion.Modele(
      departement: departement,
      formation: "BUT \(departement)",
      intitule: "\(departement) 1",
      maquette: try PromotionEnregistree.maquetteDe2025(),
      profil: (profil, try reglement()),
    )
    return try await essai.faire(
      InstallerUnePromotion(modele, fiction, effectif: 2, contenu: .rien)
    )
  }
}
