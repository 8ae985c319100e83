import Actes
import Coffre
import Demonstration
import Documents
import Echanges
import HTTPServer
import Registre
import SQL
import Scolarite
import Soutien
import Testing

@testable import Site

/// The site on a base that holds the IUT that does not exist, in the middle of its year.
final class SiteDEssai: Sendable {
  let base: BaseTemporaire
  let registre: RegistreSQL
  let bureau: Bureau
  let secrets = Coffre()
  let site: Site
  let iut: Etablissement
  let installe: InstallerUnIUT.Installe

  static let jour = "2026-11-20"

  init() async throws {
    base = try BaseTemporaire(.sqlite)
    registre = try RegistreSQL(.sqlite(base.address), lecteurs: 2)
    let moment = Moment(
      horodatage: Horodatage(millisecondes: 1_795_165_200_000),
      instant: try #require(Instant("\(Self.jour)T10:00")),
    )
    let horloge = Horloge(maintenant: { moment }, instant: { _ in moment.instant })
    bureau = Bureau(registre: registre, horloge: horloge, formats: FormatsDEchange())
    let profil = "iut-larochesuryon-2025"
    let textes = InstallerUnIUT.Textes(
      mmi: try #require(Bibliotheque.texte(maquette: "mmi-but1")),
      rt: try #require(Bibliotheque.texte(maquette: "rt-iom-but2")),
      profil: (profil, try Bibliotheque { _ in nil }.recueil(profil)),
    )
    installe = try await bureau.fonder(
      try #require(InstallerUnIUT.fondation),
      puis: InstallerUnIUT(le: moment.jour, textes),
      console: "essai",
    )
    iut = try #require(try await registre.etablissements().first)
    var reglages = ReglagesDuSite(etablissement: iut, adresse: "http://localhost")
    reglages.fournisseurs = [UniversiteDEssai()]
    reglages.pasDesLectures = .seconds(600)
    site = Site(
      bureau: bureau,
      secrets: secrets,
      feuilles: FeuillesDEchange(),
      imprimerie: Presse(),
      reglages: reglages,
      journal: { _ in },
    )
  }

  /// One for all the tests that only read, and write what nobody else looks at.
  static let commun = Task { try await SiteDEssai() }

  var mmi: Promotion { installe.promotions[1] }
  var rt: Promotion { installe.promotions[2] }

  func compte(_ role: Role) throws -> Utilisateur {
    try #require(installe.comptes.first { $0.role == role }).utilisateur
  }

  /// Signs somebody in, by what the browser would keep.
  func navigateur(_ utilisateur: Utilisateur?) async throws -> Navigateur {
    guard let utilisateur else { return Navigateur(site: site, secret: nil) }
    let secret = secrets.secret()
    let maintenant = bureau.horloge.maintenant().horodatage
    try await registre.ecrire(iut.id) { registre in
      try registre.ouvrir(
        Connexion(
          empreinte: secret.empreinte,
          utilisateur: utilisateur.id,
          moyen: .motDePasse,
          ouverte: maintenant,
          vue: maintenant,
        )
      )
    }
    return Navigateur(site: site, secret: secret.texte)
  }

  /// Does an act as whoever holds the machine.
  func faire<A: Acte>(_ acte: A) async throws -> A.Resultat {
    try await bureau.faire(acte, par: .console("essai"), dans: iut.id)
  }

  func lire<R: Sendable>(_ corps: @escaping @Sendable (any Transaction) throws -> R) async throws
    -> R
  {
    try await registre.lire(iut.id, corps)
  }
}

/// A sign-in service that believes whoever comes back with the memory of the departure.
struct UniversiteDEssai: FournisseurDIdentite {
  let code = "essai"
  let nom = "Compte de l’université"

  func depart(retour: String) async throws(ErreurDIdentite) -> DepartVersLeFournisseur {
    DepartVersLeFournisseur(url: "https://universite.example/?retour=\(retour)", memoire: "m1")
  }

  func arrivee(
    _ parametres: [String: String],
    retour: String,
    memoire: String,
  ) async throws(ErreurDIdentite) -> IdentiteExterne {
    guard memoire == "m1" else { throw .expiree }
    guard let sujet = parametres["qui"] else { throw .refusee }
    return IdentiteExterne(fournisseur: code, sujet: sujet, nom: nil, courriel: nil)
  }
}
