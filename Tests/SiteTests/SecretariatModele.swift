import Actes
import Demonstration
import Echanges
import Fiction
import Registre
import SQL
import Scolarite
import Soutien
import Testing

/// A base with two departments, made once: trials of the site copy it.
struct SecretariatModele {
  let base: BaseTemporaire
  let iut: Etablissement
  let ici: InstallerUnePromotion.Installee
  let ailleurs: InstallerUnePromotion.Installee

  static let commun = Task { try await SecretariatModele() }

  private init() async throws {
    base = try BaseTemporaire.model(.sqlite)
    let (registre, bureau) = try Self.bureau(base)
    defer { registre.fermer() }
    let fondation = try #require(
      Fondation(code: "iut-nulle-part", nom: "IUT de Nulle-Part", ville: "Nulle-Part")
    )
    iut = try await bureau.fonder(
      Fonder(
        fondation: fondation,
        administrateur: .init(identifiant: "ada", nom: "Ada Ministre"),
      ),
      console: "essai",
    )
    ici = try await Self.installer("MMI", bureau, iut.id)
    ailleurs = try await Self.installer("RT", bureau, iut.id)
  }

  /// The desk of a base, one morning of November.
  static func bureau(_ base: BaseTemporaire) throws -> (registre: RegistreSQL, bureau: Bureau) {
    let registre = try RegistreSQL(.sqlite(base.address), lecteurs: 2)
    let jour = try #require(Instant("2025-11-20T08:00"))
    let moment = Moment(horodatage: .init(millisecondes: 1_763_622_000_000), instant: jour)
    let bureau = Bureau(
      registre: registre,
      horloge: Horloge(maintenant: { moment }, instant: { _ in jour }),
      formats: FormatsDEchange(),
    )
    return (registre, bureau)
  }

  private static func installer(
    _ departement: String,
    _ bureau: Bureau,
    _ iut: Identifiant<Etablissement>,
  ) async throws -> InstallerUnePromotion.Installee {
    let bibliotheque = Bibliotheque { _ in nil }
    let annee = try #require(AnneeUniversitaire(debut: 2025))
    let but1 = try #require(AnneeBUT(1))
    let programme = try bibliotheque.programme("mmi-but1")
    let fiction = try #require(
      PromotionFictive(
        .init(
          graine: 7,
          alternants: 0,
          redoublants: 0,
          capitalisation: 0,
          dispenses: 0,
          dettes: 0,
          departs: 0,
        ),
        annee: annee,
        anneeBUT: but1,
        programme: programme,
      )
    )
    let profil = "iut-larochesuryon-2025"
    let modele = InstallerUnePromotion.Modele(
      departement: departement,
      formation: "BUT \(departement)",
      intitule: "\(departement) 1",
      maquette: try #require(Bibliotheque.texte(maquette: "mmi-but1"))
        .replacing("\"2022-2023\"", with: "\"2025-2026\""),
      profil: (profil, try bibliotheque.recueil(profil)),
    )
    return try await bureau.faire(
      InstallerUnePromotion(modele, fiction, effectif: 4, contenu: .notes),
      par: .console("essai"),
      dans: iut,
    )
  }
}
