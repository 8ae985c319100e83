import Actes
import Demonstration
import Echanges
import Fiction
import Registre
import SQL
import Scolarite
import Soutien
import Testing

/// A base of two departments that know nothing of one another, made once: trials of the API copy it.
struct APIModele {
  let base: BaseTemporaire
  let horloge: HorlogeReglable
  let iut: Etablissement
  let ici: APIDEssai.Departement
  let ailleurs: APIDEssai.Departement

  static let commun = Task { try await APIModele() }

  private init() async throws {
    base = try BaseTemporaire.model(.sqlite)
    horloge = HorlogeReglable()
    let (registre, bureau) = try Self.bureau(base, horloge)
    defer { registre.fermer() }
    let fondation = try #require(
      Fondation(code: "iut-nulle-part", nom: "IUT de Nulle-Part", ville: "Nulle-Part")
    )
    let administrateur = NouvelUtilisateur(identifiant: "admin", nom: "Ada Ministre")
    iut = try await bureau.fonder(
      Fonder(fondation: fondation, administrateur: administrateur),
      console: "essai",
    )
    ici = try await Self.installer("MMI", bureau, iut.id)
    ailleurs = try await Self.installer("RT", bureau, iut.id)
  }

  /// The desk of a base, at the hour of a clock.
  static func bureau(_ base: BaseTemporaire, _ horloge: HorlogeReglable) throws
    -> (registre: RegistreSQL, bureau: Bureau)
  {
    let registre = try RegistreSQL(.sqlite(base.address), lecteurs: 2)
    let bureau = Bureau(
      registre: registre,
      horloge: Horloge(maintenant: { horloge.moment }, instant: { _ in horloge.moment.instant }),
      formats: FormatsDEchange(),
    )
    return (registre, bureau)
  }

  private static func installer(
    _ code: String,
    _ bureau: Bureau,
    _ iut: Identifiant<Etablissement>,
  ) async throws -> APIDEssai.Departement {
    let profil = "iut-larochesuryon-2025"
    let annee = try #require(AnneeUniversitaire(debut: 2025))
    let but1 = try #require(AnneeBUT(1))
    let programme = try Bibliotheque { _ in nil }.programme("mmi-but1")
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
        annee: annee,
        anneeBUT: but1,
        programme: programme,
      )
    )
    let modele = InstallerUnePromotion.Modele(
      departement: code,
      formation: "BUT \(code)",
      intitule: "\(code) 1",
      maquette: try #require(Bibliotheque.texte(maquette: "mmi-but1"))
        .replacing("\"2022-2023\"", with: "\"2025-2026\""),
      profil: (profil, try Bibliotheque { _ in nil }.recueil(profil)),
    )
    func faire<A: Acte>(_ acte: A) async throws -> A.Resultat {
      try await bureau.faire(acte, par: .console("essai"), dans: iut)
    }
    let installee = try await faire(
      InstallerUnePromotion(modele, fiction, effectif: 2, contenu: .rien)
    )
    let premiere = try #require(installee.evaluations.first)
    let seconde = try #require(
      installee.evaluations.first {
        $0.module != premiere.module && $0.semestre == premiere.semestre
      }
    )
    _ = try await faire(
      SaisirUneNote(
        evaluation: premiere.id,
        etudiant: installee.etudiants[0],
        entree: .note(try #require(Note(12, sur: premiere.bareme))),
        version: 0,
      )
    )
    let seances = try await faire(
      CreerDesSeances(
        promotion: installee.promotion.id,
        seances: [
          .init(
            module: premiere.module,
            debut: try #require(Instant("2025-10-06T08:00")),
            minutes: 90,
            nature: .td,
          )
        ],
      )
    )
    _ = try await faire(
      FaireLAppel(seance: seances[0].id, [.init(installee.etudiants[0], .absent)])
    )
    return APIDEssai.Departement(
      promotion: installee.promotion,
      etudiants: installee.etudiants,
      notee: premiere,
      autre: seconde,
    )
  }
}
