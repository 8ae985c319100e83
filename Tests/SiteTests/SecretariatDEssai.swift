import Actes
import Coffre
import Demonstration
import Documents
import Echanges
import HTTPServer
import Scolarite
import Site
import Soutien
import Testing

/// The site on a fresh base with two departments, and browsers of people who are signed in.
struct SecretariatDEssai {
  let base: BaseTemporaire
  let bureau: Bureau
  let coffre = Coffre()
  let iut: Etablissement
  let site: Site
  let ici: InstallerUnePromotion.Installee
  let ailleurs: InstallerUnePromotion.Installee

  init() async throws {
    let modele = try await SecretariatModele.commun.value
    (iut, ici, ailleurs) = (modele.iut, modele.ici, modele.ailleurs)
    base = try BaseTemporaire(copying: modele.base)
    bureau = try SecretariatModele.bureau(base).bureau
    var reglages = ReglagesDuSite(etablissement: iut, adresse: "http://delibere.example")
    // Whatever the speed of the machine, who tries too much waits.
    reglages.pasDesLectures = .seconds(600)
    site = Site(
      bureau: bureau,
      secrets: coffre,
      feuilles: FeuillesDEchange(),
      imprimerie: Presse(),
      reglages: reglages,
      journal: { _ in },
    )
  }

  func faire<A: Acte>(_ acte: A) async throws -> A.Resultat {
    try await bureau.faire(acte, par: .console("essai"), dans: iut.id)
  }

  /// A browser in which somebody with one role is signed in.
  func navigateur(
    _ role: Role,
    sur portee: Portee,
    etudiant: Identifiant<Etudiant>? = nil,
  ) async throws -> NavigateurDEssai {
    let identifiant = "\(role.rawValue)-\(Int.random(in: 1...1_000_000_000))"
    let compte = try await faire(
      CreerUnUtilisateur(.init(identifiant: identifiant, nom: "Camille Essai", etudiant: etudiant))
    )
    _ = try await faire(
      DonnerUnRole(role, sur: portee, a: compte.id, depuis: try #require(Jour("2025-09-01")))
    )
    let portier = Portier(bureau: bureau, secrets: coffre)
    let entree = try await portier.entrer(
      IdentiteExterne(fournisseur: "cas", sujet: identifiant, nom: nil, courriel: nil),
      dans: iut.id,
    )
    return NavigateurDEssai(site: site, secret: entree.secret.texte, coffre: coffre)
  }

  /// A browser of the secretariat of the first department.
  func secretariat() async throws -> NavigateurDEssai {
    try await navigateur(.secretariat, sur: .departement(ici.promotion.departement))
  }
}

/// A browser in which somebody is signed in.
struct NavigateurDEssai {
  let site: Site
  let secret: String
  let coffre: Coffre

  /// What came back, with its text.
  struct Page {
    let statut: HTTPStatus
    let texte: String
    let suite: String?
    let disposition: String?
    let entetes: HTTPHeaders
    /// As they came.
    let octets: [UInt8]

    func contient(_ texte: String) -> Bool { self.texte.contains(texte) }
  }

  func lire(_ adresse: String, entetes: [(HTTPFieldName, String)] = []) async throws -> Page {
    try await demander(.get, adresse, entetes)
  }

  /// Sends a form, with the token of the browser; `recu`: when the server dates it.
  func envoyer(
    _ adresse: String,
    _ champs: [(String, String)],
    recu: Int64? = nil,
  ) async throws -> Page {
    let corps = HTTPItems(champs.map { .init(name: $0.0, value: $0.1) }).encoded
    return try await demander(
      .post,
      adresse,
      [
        ("content-type", "application/x-www-form-urlencoded"),
        ("x-jeton", coffre.empreinte("formulaire:" + secret).texte),
      ],
      Array(corps.utf8),
      recu: recu,
    )
  }

  /// Sends a file as browsers do.
  func deposer(
    _ adresse: String,
    _ nom: String,
    _ contenu: String,
    champ: String = "feuille",
    avec champs: [(String, String)] = [],
  ) async throws -> Page {
    try await deposer(adresse, nom, octets: Array(contenu.utf8), champ: champ, avec: champs)
  }

  /// Sends a file of any kind.
  func deposer(
    _ adresse: String,
    _ nom: String,
    octets: [UInt8],
    champ: String,
    avec champs: [(String, String)] = [],
  ) async throws -> Page {
    let autres = champs.map { nom, valeur in
      "--borne\r\nContent-Disposition: form-data; name=\"\(nom)\"\r\n\r\n\(valeur)\r\n"
    }
    let debut =
      autres.joined()
      + "--borne\r\nContent-Disposition: form-data; name=\"\(champ)\"; filename=\"\(nom)\"\r\n"
      + "Content-Type: application/octet-stream\r\n\r\n"
    let corps = Array(debut.utf8) + octets + Array("\r\n--borne--\r\n".utf8)
    return try await demander(
      .post,
      adresse,
      [
        ("content-type", "multipart/form-data; boundary=borne"),
        ("x-jeton", coffre.empreinte("formulaire:" + secret).texte),
      ],
      corps,
    )
  }

  private func demander(
    _ methode: HTTPMethod,
    _ adresse: String,
    _ entetes: [(HTTPFieldName, String)],
    _ corps: [UInt8] = [],
    recu: Int64? = nil,
  ) async throws -> Page {
    let parties = adresse.split(separator: "?", maxSplits: 1).map(String.init)
    var headers = HTTPHeaders()
    headers.add("cookie", "delibere=\(secret)")
    headers.add("host", "delibere.example")
    for (nom, valeur) in entetes { headers.add(nom, valeur) }
    let reponse = await site.repondre(
      HTTPRequest(
        methode,
        try #require(HTTPPath(parsing: parties[0])),
        query: try HTTPItems.parse(urlEncoded: Array((parties.count > 1 ? parties[1] : "").utf8)),
        headers: headers,
        body: .bytes(corps),
        received: recu,
      )
    )
    guard case .bytes(let octets) = reponse.body else {
      Issue.record("a page is bytes")
      return Page(
        statut: reponse.status,
        texte: "",
        suite: nil,
        disposition: nil,
        entetes: reponse.headers,
        octets: [],
      )
    }
    return Page(
      statut: reponse.status,
      texte: String(decoding: octets, as: UTF8.self).replacing("\u{A0}", with: " "),
      suite: reponse.headers["location"],
      disposition: reponse.headers["content-disposition"],
      entetes: reponse.headers,
      octets: octets,
    )
  }
}
