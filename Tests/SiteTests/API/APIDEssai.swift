import Actes
import Coffre
import Documents
import Echanges
import HTTPServer
import JSON
import Registre
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
    let modele = try await APIModele.commun.value
    (iut, ici, ailleurs) = (modele.iut, modele.ici, modele.ailleurs)
    horloge = HorlogeReglable(depuis: modele.horloge)
    base = try BaseTemporaire(copying: modele.base)
    (registre, bureau) = try APIModele.bureau(base, horloge)
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
}

/// A clock that a test sets; each reading is one second later.
final class HorlogeReglable: Sendable {
  private let etat: Mutex<(secondes: Int64, jour: String)>

  /// Starts one morning of October, or where another stands.
  init(depuis autre: HorlogeReglable? = nil) {
    etat = Mutex(autre?.etat.withLock { $0 } ?? (0, "2025-10-20"))
  }

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
