import Actes
import Coffre
import Demonstration
import Echanges
import HTTPServer
import Registre
import SQL
import Scolarite
import Soutien
import Testing

@testable import Site

/// The site on a base that holds an IUT that does not exist, asked by hand without any server.
struct SiteInstalle: Sendable {
  let site: Site
  let bureau: Bureau
  let iut: Identifiant<Etablissement>
  /// MMI of last year, MMI of the current year, R&T of the current year.
  let promotions: [Promotion]
  private let comptes: [CompteDeDemonstration]
  private let base: BaseTemporaire

  /// One for all tests that only read.
  static let commun = Task { try await SiteInstalle() }

  init(le texte: String = "2025-11-20") async throws {
    base = try BaseTemporaire(.sqlite)
    let registre = try RegistreSQL(.sqlite(base.address), lecteurs: 2)
    let instant = try #require(Instant("\(texte)T08:00"))
    let moment = Moment(horodatage: Horodatage(millisecondes: 1_763_625_600_000), instant: instant)
    bureau = Bureau(
      registre: registre,
      horloge: Horloge(maintenant: { moment }, instant: { _ in instant }),
      formats: FormatsDEchange(),
    )
    let profil = "iut-larochesuryon-2025"
    let acte = InstallerUnIUT(
      le: try #require(Jour(texte)),
      .init(
        mmi: try #require(Bibliotheque.texte(maquette: "mmi-but1")),
        rt: try #require(Bibliotheque.texte(maquette: "rt-iom-but2")),
        profil: (profil, try Bibliotheque { _ in nil }.recueil(profil)),
      ),
    )
    let fondation = try #require(InstallerUnIUT.fondation)
    let installe = try await bureau.fonder(fondation, puis: acte, console: "essai")
    (comptes, promotions) = (installe.comptes, installe.promotions)
    let etablissement = try #require(try await registre.etablissements().first)
    iut = etablissement.id
    site = Site(
      bureau: bureau,
      secrets: Coffre(),
      feuilles: FeuillesDEchange(),
      reglages: ReglagesDuSite(etablissement: etablissement, adresse: "http://iut.test"),
      journal: { _ in },
    )
  }

  /// The cookie of the first person with a role, signed in by the university.
  func entrer(_ role: Role) async throws -> String {
    let compte = try #require(comptes.first { $0.role == role })
    let portier = Portier(bureau: bureau, secrets: Coffre())
    let entree = try await portier.entrer(
      IdentiteExterne(
        fournisseur: "cas",
        sujet: compte.utilisateur.identifiant,
        nom: nil,
        courriel: nil,
      ),
      dans: iut,
    )
    return "delibere=\(entree.secret.texte)"
  }

  /// Asks for a page, with the cookie of somebody.
  func lire(_ adresse: String, _ temoin: String?) async throws -> (Int, String, HTTPResponse) {
    let parties = adresse.split(separator: "?", maxSplits: 1)
    let query = parties.count > 1 ? try HTTPItems.parse(urlEncoded: parties[1].utf8) : HTTPItems()
    var headers = HTTPHeaders()
    if let temoin { headers.add("cookie", temoin) }
    let reponse = await site.repondre(
      HTTPRequest(
        .get,
        try #require(HTTPPath(parsing: String(parties[0]))),
        query: query,
        headers: headers,
      )
    )
    guard case .bytes(let octets) = reponse.body else {
      return (Int(reponse.status.code), "", reponse)
    }
    return (Int(reponse.status.code), String(decoding: octets, as: UTF8.self), reponse)
  }
}
