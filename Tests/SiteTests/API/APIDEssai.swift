import Actes
import Coffre
import Demonstration
import Documents
import Echanges
import Fiction
import HTTPServer
import JSON
import Registre
import SQL
import Scolarite
import Soutien
import Synchronization
import Testing

@testable import Site

/// The API on an IUT of two departments that know nothing of one another.
struct APIDEssai: Sendable {
  let base: BaseTemporaire
  let registre: RegistreSQL
  let bureau: Bureau
  let horloge: HorlogeReglable
  let iut: Etablissement
  let site: Site
  let ici: Departement
  let ailleurs: Departement

  /// A promotion of two students with a test in one module and one in another.
  struct Departement: Sendable {
    let promotion: Promotion
    let etudiants: [Identifiant<Etudiant>]
    let notee: EvaluationDeModule
    let autre: EvaluationDeModule

    var etudiant: Identifiant<Etudiant> { etudiants[0] }
  }

  init(rafale: Int = 1_000_000) async throws {
    base = try BaseTemporaire(.sqlite)
    registre = try RegistreSQL(.sqlite(base.address), lecteurs: 2)
    let horloge = HorlogeReglable()
    self.horloge = horloge
    bureau = Bureau(
      registre: registre,
      horloge: Horloge(maintenant: { horloge.moment }, instant: { _ in horloge.moment.instant }),
      formats: FormatsDEchange(),
    )
    let fondation = try #require(
      Fondation(code: "iut-nulle-part", nom: "IUT de Nulle-Part", ville: "Nulle-Part")
    )
    let administrateur = NouvelUtilisateur(identifiant: "admin", nom: "Ada Ministre")
    iut = try await bureau.fonder(
      Fonder(fondation: fondation, administrateur: administrateur),
      console: "essai",
    )
    var reglages = ReglagesDuSite(etablissement: iut, adresse: "https://delibere.exemple.test")
    reglages.rafaleDeLAPI = rafale
    reglages.pasDeLAPI = .seconds(60)
    site = Site(
      bureau: bureau,
      secrets: Self.coffre,
      feuilles: FeuillesDEchange(),
      imprimerie: Presse(),
      reglages: reglages,
      journal: { _ in },
    )
    ici = try await Self.installer("MMI", bureau, iut.id)
    ailleurs = try await Self.installer("RT", bureau, iut.id)
  }

  static let coffre = Coffre()

  // MARK: Acts

  func faire<A: Acte>(_ acte: A, par demandeur: Demandeur = .console("essai")) async throws
    -> A.Resultat
  {
    try await bureau.faire(acte, par: demandeur, dans: iut.id)
  }

  /// A test without marks, in the module of the one that has some.
  func evaluation(_ departement: Departement) async throws -> EvaluationDeModule {
    try await faire(
      CreerUneEvaluation(
        promotion: departement.promotion.id,
        semestre: departement.notee.semestre,
        module: departement.notee.module,
        intitule: "Contrôle \(horloge.moment.horodatage.millisecondes)",
        date: nil,
      )
    )
  }

  /// Somebody with roles, and a token of theirs.
  struct Personne: Sendable {
    let compte: Utilisateur
    let jeton: String
    let numero: Identifiant<JetonDAcces>
  }

  /// Every right that a token may have.
  static let tous = Set(Droit.allCases).subtracting([.gererSonCompte])

  func personne(_ roles: [Habilitation], droits: Set<Droit> = tous) async throws -> Personne {
    let nom = "personne-\(horloge.moment.horodatage.millisecondes)"
    let compte = try await faire(CreerUnUtilisateur(.init(identifiant: nom, nom: nom)))
    for role in roles {
      _ = try await faire(
        DonnerUnRole(role.role, sur: role.portee, a: compte.id, depuis: horloge.moment.jour)
      )
    }
    return try await jeton(compte, droits)
  }

  /// Somebody who may do everything in a department.
  func toutPuissant(_ departement: Departement, sans droit: Droit? = nil) async throws -> Personne {
    let roles: [Role] = [.secretariat, .directeurDesEtudes]
    return try await personne(
      roles.map {
        Habilitation(role: $0, portee: .departement(departement.promotion.departement))
      },
      droits: Self.tous.filter { $0 != droit },
    )
  }

  func jeton(_ compte: Utilisateur, _ droits: Set<Droit>) async throws -> Personne {
    let secret = Self.coffre.secret()
    let acte = CreerUnJeton(
      "essai",
      secret.empreinte,
      droits: droits,
      jusqua: horloge.moment.jour.plus(jours: 30),
    )
    let jeton = try await faire(acte, par: .utilisateur(compte.id))
    return Personne(compte: compte, jeton: secret.texte, numero: jeton.id)
  }

  // MARK: Making

  private static func installer(
    _ code: String,
    _ bureau: Bureau,
    _ iut: Identifiant<Etablissement>,
  ) async throws -> Departement {
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
    return Departement(
      promotion: installee.promotion,
      etudiants: installee.etudiants,
      notee: premiere,
      autre: seconde,
    )
  }
}

/// A clock that a test sets; each reading is one second later.
final class HorlogeReglable: Sendable {
  private let etat = Mutex<(secondes: Int64, jour: String)>((0, "2025-10-20"))

  var moment: Moment {
    let (secondes, jour) = etat.withLock { etat in
      etat.secondes += 1
      return etat
    }
    guard let instant = Instant("\(jour)T08:00") else { preconditionFailure("a day and an hour") }
    return Moment(
      horodatage: Horodatage(millisecondes: 1_760_940_000_000 + 1_000 * secondes),
      instant: instant,
    )
  }

  func regler(_ jour: String) { etat.withLock { $0.jour = jour } }
}
