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
    site = Site(
      bureau: bureau,
      secrets: secrets,
      feuilles: FeuillesDEchange(),
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

/// What a browser sends for somebody.
struct Navigateur: Sendable {
  let site: Site
  let secret: String?

  func lire(_ adresse: String) async throws -> Page {
    try await demander(.get, adresse, nil)
  }

  /// Sends a form, with the token of this browser unless another is given.
  func envoyer(_ adresse: String, _ champs: [(String, String)] = [], jeton: String? = nil)
    async throws -> Page
  {
    let sien = site.portier.secrets.empreinte("formulaire:" + (secret ?? "")).texte
    let items = (champs + [("jeton", jeton ?? sien)]).map {
      HTTPItems.Item(name: $0.0, value: $0.1)
    }
    return try await demander(.post, adresse, HTTPItems(items).encoded)
  }

  func demander(
    _ methode: HTTPMethod,
    _ adresse: String,
    _ corps: String?,
    _ enTetes: [(HTTPFieldName, String)] = [],
  ) async throws -> Page {
    let parties = adresse.split(separator: "?", maxSplits: 1)
    var headers = HTTPHeaders()
    headers.add("host", "localhost")
    if let secret { headers.add("cookie", "delibere=\(secret)") }
    if corps != nil { headers.add("content-type", "application/x-www-form-urlencoded") }
    for (nom, valeur) in enTetes { headers.add(nom, valeur) }
    let requete = HTTPRequest(
      methode,
      try #require(HTTPPath(parsing: parties.first ?? "/")),
      query: try HTTPItems.parse(urlEncoded: parties.count > 1 ? Array(parties[1].utf8) : []),
      headers: headers,
      body: .bytes(Array((corps ?? "").utf8)),
    )
    return Page(await site.repondre(requete))
  }
}

/// What came back.
struct Page: Sendable {
  let reponse: HTTPResponse
  let texte: String

  init(_ reponse: HTTPResponse) {
    self.reponse = reponse
    if case .bytes(let octets) = reponse.body {
      texte = String(decoding: octets, as: UTF8.self)
    } else {
      texte = ""
    }
  }

  var statut: UInt16 { reponse.status.code }
  var lieu: String? { reponse.headers["location"] }
}
