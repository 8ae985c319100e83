import Actes
import Demonstration
import Echanges
import Fiction
import Scolarite
import Testing

/// A fictitious promotion and what the register holds of it.
struct PromotionEnregistree {
  let fiction: PromotionFictive
  let installee: InstallerUnePromotion.Installee

  /// Puts a first year of MMI in the register: nobody repeats nor has left.
  init(
    _ essai: RegistreDEssai,
    effectif: Int,
    graine: UInt64 = 5,
    alternants: Int = 150,
    contenu: InstallerUnePromotion.Contenu = .notes,
  ) async throws {
    let bibliotheque = Bibliotheque { _ in nil }
    let but1 = try #require(AnneeBUT(1))
    let programme = try bibliotheque.programme("mmi-but1")
    let fiction = try #require(
      PromotionFictive(
        .init(
          graine: graine,
          alternants: alternants,
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
    let profil = "iut-larochesuryon-2025"
    let modele = InstallerUnePromotion.Modele(
      departement: "MMI",
      formation: "BUT MMI",
      intitule: "MMI 1",
      maquette: try Self.maquetteDe2025(),
      profil: (profil, try bibliotheque.recueil(profil)),
    )
    self.fiction = fiction
    installee = try await essai.faire(
      InstallerUnePromotion(modele, fiction, effectif: effectif, contenu: contenu)
    )
  }

  /// The curriculum that ships is that of 2022.
  static func maquetteDe2025() throws -> String {
    try #require(Bibliotheque.texte(maquette: "mmi-but1"))
      .replacing("\"2022-2023\"", with: "\"2025-2026\"")
  }
}
