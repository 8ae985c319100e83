import Actes
import HTTPServer
import JSON
import Testing

@testable import Site

@Suite("API : demandes")
struct DemandesDeLAPITests {
  @Test("une adresse ou une méthode inconnue est dite en JSON, avec les méthodes qui valent")
  func adresses() async throws {
    let essai = try await APIDEssai()
    let jeton = try await essai.toutPuissant(essai.ici).jeton
    for adresse in [
      "/api/v1", "/api/v2/moi", "/api/v1/moi/", "/api/v1/evaluations/x", "/api/v1/evaluations/0",
    ] {
      #expect(try await essai.demander(.get, adresse, jeton).statut == 404, "\(adresse)")
    }
    let autre = try await essai.demander(.patch, "/api/v1/evaluations/1", jeton)
    #expect(autre.statut == 405)
    #expect(autre.entetes["allow"] == "GET, PUT, DELETE")
    #expect(try await essai.demander(.post, "/api/v1/openapi.json", jeton).statut == 405)
  }

  @Test(
    "un paramètre qui ne va pas est dit",
    arguments: ["limite=0", "limite=501", "limite=dix", "apres=-1", "x=1", "limite=1&limite=2"],
  )
  func parametres(question: String) async throws {
    let essai = try await APIDEssai()
    let jeton = try await essai.toutPuissant(essai.ici).jeton
    let reponse = try await essai.demander(.get, "/api/v1/promotions?" + question, jeton)
    #expect(reponse.statut == 422)
    #expect(try reponse.lire("faults", "0", "pointer")?.hasPrefix("\"?") == true)
  }

  @Test("une liste se lit page par page, sans rien perdre ni répéter")
  func pages() async throws {
    let essai = try await APIDEssai()
    let jeton = try await essai.toutPuissant(essai.ici).jeton
    let liste = "/api/v1/promotions/\(essai.ici.promotion.id)/evaluations?limite="
    let entiere = try await essai.demander(.get, liste + "500", jeton)
    #expect(try entiere.lire("suite") == "null")
    var apres = "0"
    var lus: [String] = []
    while apres != "null" {
      let page = try await essai.demander(.get, liste + "7&apres=\(apres)", jeton)
      for rang in 0..<7 {
        if let element = try page.lire("elements", "\(rang)") { lus.append(element) }
      }
      apres = try page.lire("suite") ?? "null"
    }
    #expect(lus.count > 7)
    #expect(try entiere.lire("elements") == "[\(lus.joined(separator: ","))]")
    let module = try await essai.demander(
      .get,
      liste + "500&module=\(essai.ici.notee.module)",
      jeton,
    )
    #expect(try module.lire("elements", "0", "id") == "\(essai.ici.notee.id)")
    #expect(module.octets.count < entiere.octets.count)
  }

  @Test("ce qui n’a pas changé n’est pas renvoyé")
  func etiquette() async throws {
    let essai = try await APIDEssai()
    let jeton = try await essai.toutPuissant(essai.ici).jeton
    let adresse = "/api/v1/evaluations/\(essai.ici.notee.id)"
    let lue = try await essai.demander(.get, adresse, jeton)
    let etiquette = try #require(lue.entetes["etag"])
    let connue: [(HTTPFieldName, String)] = [("if-none-match", etiquette)]
    #expect(try await essai.demander(.get, adresse, jeton, entetes: connue).statut == 304)
    try await essai.faire(PublierUneEvaluation(essai.ici.notee.id))
    #expect(try await essai.demander(.get, adresse, jeton, entetes: connue).statut == 200)
  }

  @Test("une évaluation se prévoit, se modifie avec sa version, et se retire")
  func evaluations() async throws {
    let essai = try await APIDEssai()
    let (ici, jeton) = (essai.ici, try await essai.toutPuissant(essai.ici).jeton)
    let liste = "/api/v1/promotions/\(ici.promotion.id)/evaluations"
    let creee = try await essai.demander(.post, liste, jeton, corps: Corps.nouvelle(essai, ici))
    #expect(creee.statut == 201)
    #expect(try creee.lire("coefficient") == "0.5")
    let adresse = "/api/v1/evaluations/\(try creee.lire("id") ?? "")"
    let corps = Corps.modifiee(essai)
    let modifiee = try await essai.demander(.put, adresse, jeton, corps: corps)
    #expect(try modifiee.lire("version") == "2")
    #expect(try modifiee.lire("date") == "null")
    #expect(try await essai.demander(.put, adresse, jeton, corps: corps).statut == 409)
    #expect(try await essai.demander(.delete, adresse, jeton).statut == 204)
    #expect(try await essai.demander(.get, adresse, jeton).statut == 404)
    let inconnu = Corps.nouvelle(essai, ici).replacing(ici.notee.module, with: "R999")
    let refusee = try await essai.demander(.post, liste, jeton, corps: inconnu)
    #expect(try refusee.lire("faults", "0", "pointer") == #""/module""#)
    let nulle = Corps.nouvelle(essai, ici).replacing("\"bareme\":40", with: "\"bareme\":0")
    let bareme = try await essai.demander(.post, liste, jeton, corps: nulle)
    #expect(try bareme.lire("faults", "0", "pointer") == #""/bareme""#)
  }

  @Test("un corps mal annoncé, trop long, ou qui n’est pas du JSON est refusé")
  func corps() async throws {
    let essai = try await APIDEssai()
    let jeton = try await essai.toutPuissant(essai.ici).jeton
    let adresse = "/api/v1/evaluations/\(essai.ici.autre.id)/notes"
    func statut(_ octets: [UInt8], _ media: String = "application/json") async throws -> UInt16 {
      try await essai.demander(
        .post,
        adresse,
        jeton,
        octets: octets,
        entetes: [("content-type", media)],
      ).statut
    }
    let bon = Array(#"{"notes":[]}"#.utf8)
    #expect(try await statut(bon, "application/json; charset=utf-8") == 200)
    #expect(try await statut(bon, "text/plain") == 415)
    #expect(try await statut(bon, "") == 415)
    #expect(try await statut(Array("{".utf8)) == 400)
    #expect(try await statut(Array(#"{"notes":[],"notes":[]}"#.utf8)) == 400)
    #expect(try await statut([0x22, 0xFF, 0x22]) == 400)
    #expect(try await statut(Array(repeating: 0x5B, count: 100_000)) == 400)
    #expect(try await statut(Array(repeating: 0x20, count: (1 << 20) + 1)) == 413)
    #expect(try await statut(Array(#"{"notes":{}}"#.utf8)) == 422)
  }

  @Test("des centaines de corps abîmés au hasard n’en trouvent aucun qui fasse tomber l’API")
  func hasard() async throws {
    let essai = try await APIDEssai()
    let jeton = try await essai.toutPuissant(essai.ici).jeton
    var hasard = Abimeur(graine: 2_025)
    var statuts: [UInt16: Int] = [:]
    for ligne in TableDeLAPI.toutes {
      let operation = try #require(API.operations.first { $0.nom == ligne.operation })
      guard operation.corps != nil else { continue }
      let (adresse, bon) = try await ligne.demande(essai, essai.ici)
      let noeud = try JSONNode(parsing: try #require(bon))
      for tour in 0..<120 {
        let abime = hasard.abimer(noeud).compact()
        let octets = tour % 4 == 0 ? hasard.abimer(Array(abime.utf8)) : Array(abime.utf8)
        let reponse = try await essai.demander(operation.methode, adresse, jeton, octets: octets)
        #expect(reponse.statut < 500, "\(ligne.operation) : \(abime)")
        statuts[reponse.statut, default: 0] += 1
      }
    }
    #expect(statuts[422, default: 0] > 100)
    #expect(statuts[400, default: 0] > 50)
  }
}

/// Spoils JSON values and bytes, the same way for the same seed.
struct Abimeur {
  private var etat: UInt64

  init(graine: UInt64) { etat = graine }

  private mutating func tirer(_ borne: Int) -> Int {
    etat = etat &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((etat >> 33) % UInt64(borne))
  }

  private static let valeurs: [JSONNode] = [
    nil, true, 0, -1, "", "é\u{0}", "2026-02-30", .number("1e400"), .number("9223372036854775807"),
    .number("9223372036854775808"), .number("0.0000001"), .number("999999.999999"), [], [:],
    ["a": [["b": []]]], .string(String(repeating: "x", count: 5_000)), .string("\u{202E}%00'\";--"),
    .number("9007199254740991"), "../../etc", [nil, nil],
  ]

  /// A value with one place changed: replaced, taken away, renamed or added.
  mutating func abimer(_ noeud: JSONNode) -> JSONNode {
    if tirer(6) == 0 { return Self.valeurs[tirer(Self.valeurs.count)] }
    switch noeud.value {
    case .object(var membres) where !membres.isEmpty:
      let rang = tirer(membres.count)
      switch tirer(5) {
      case 0: membres.remove(at: rang)
      case 1: membres.append(.init("autre/~\(tirer(9))", Self.valeurs[tirer(Self.valeurs.count)]))
      case _: membres[rang] = .init(membres[rang].key, abimer(membres[rang].node))
      }
      return .object(membres)
    case .array(var noeuds) where !noeuds.isEmpty:
      let rang = tirer(noeuds.count)
      if tirer(4) == 0 { noeuds += noeuds } else { noeuds[rang] = abimer(noeuds[rang]) }
      return .array(noeuds)
    case _: return Self.valeurs[tirer(Self.valeurs.count)]
    }
  }

  /// Bytes with a few of them changed or cut.
  mutating func abimer(_ octets: [UInt8]) -> [UInt8] {
    var octets = octets
    for _ in 0...tirer(3) where !octets.isEmpty { octets[tirer(octets.count)] = UInt8(tirer(256)) }
    return tirer(3) == 0 ? Array(octets.prefix(tirer(octets.count + 1))) : octets
  }
}
