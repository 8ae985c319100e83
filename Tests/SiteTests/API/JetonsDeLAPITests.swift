import Actes
import Coffre
import HTTPServer
import Registre
import Scolarite
import Testing

@testable import Site

@Suite("API : jetons")
struct JetonsDeLAPITests {
  @Test("sans jeton, ou avec un autre, rien ne répond que la description")
  func sansJeton() async throws {
    let essai = try await APIDEssai()
    for operation in API.operations {
      let adresse =
        "/"
        + operation.gabarit.segments.map {
          switch $0 {
          case .mot(let mot): mot
          case .valeur: "1"
          }
        }.joined(separator: "/")
      let nul = String(repeating: "0", count: 64)
      for jeton in [nil, nul, "x y", ""] {
        let reponse = try await essai.demander(operation.methode, adresse, jeton)
        #expect(reponse.statut == 401, "\(operation.nom)")
        #expect(reponse.entetes["www-authenticate"]?.hasPrefix("Bearer") == true)
      }
    }
    let description = try await essai.demander(.get, "/api/v1/openapi.json", nil)
    #expect(description.statut == 200)
  }

  @Test("un jeton expiré, révoqué, ou d’un compte fermé ne sert plus")
  func fin() async throws {
    let essai = try await APIDEssai()
    func statut(_ jeton: String) async throws -> UInt16 {
      try await essai.demander(.get, "/api/v1/moi", jeton).statut
    }
    let une = try await essai.toutPuissant(essai.ici)
    let autre = try await essai.jeton(une.compte, [.voirLesNotes])
    let fermee = try await essai.toutPuissant(essai.ici)
    #expect(try await statut(une.jeton) == 200)
    try await essai.faire(RevoquerUnJeton(une.numero), par: .utilisateur(une.compte.id))
    #expect(try await statut(une.jeton) == 401)
    #expect(try await statut(fermee.jeton) == 200)
    try await essai.faire(ActiverUnUtilisateur(fermee.compte.id, actif: false))
    #expect(try await statut(fermee.jeton) == 401)
    essai.horloge.regler("2025-11-19")
    #expect(try await statut(autre.jeton) == 200)
    essai.horloge.regler("2025-11-20")
    #expect(try await statut(autre.jeton) == 401)
  }

  @Test("la connexion d’un navigateur n’ouvre pas l’API")
  func temoin() async throws {
    let essai = try await APIDEssai()
    let compte = try await essai.toutPuissant(essai.ici).compte
    let secret = APIDEssai.coffre.secret()
    let moment = essai.horloge.moment.horodatage
    let connexion = Connexion(
      empreinte: secret.empreinte,
      utilisateur: compte.id,
      moyen: .code,
      ouverte: moment,
      vue: moment,
    )
    try await essai.registre.ecrire(essai.iut.id) { try $0.ouvrir(connexion) }
    let nom = Temoin.nom(essai.site.reglages).text
    let temoin: [(HTTPFieldName, String)] = [("cookie", "\(nom)=\(secret.texte)")]
    var entetes = HTTPHeaders()
    for (nom, valeur) in temoin { entetes.add(nom, valeur) }
    let page = HTTPRequest(.get, try #require(HTTPPath(["modules"])), headers: entetes)
    #expect(await essai.site.repondre(page).status == .ok)
    #expect(try await essai.demander(.get, "/api/v1/moi", nil, entetes: temoin).statut == 401)
    #expect(try await essai.demander(.get, "/api/v1/moi", secret.texte).statut == 401)
  }

  @Test("« moi » dit la personne, ses rôles et les droits du jeton")
  func moi() async throws {
    let essai = try await APIDEssai()
    let portee = Portee.module(essai.ici.promotion.id, essai.ici.notee.module)
    let lui = try await essai.personne(
      [.init(role: .enseignant, portee: portee)],
      droits: [.saisirLesNotes, .deciderEnJury],
    )
    let reponse = try await essai.demander(.get, "/api/v1/moi", lui.jeton)
    #expect(try reponse.lire("nom") == "\"\(lui.compte.nom)\"")
    #expect(try reponse.lire("droits") == #"["saisir-les-notes"]"#)
    #expect(try reponse.lire("roles", "0", "portee") == #""module""#)
    #expect(try reponse.lire("roles", "0", "module") == "\"\(essai.ici.notee.module)\"")
  }

  @Test("un jeton qui demande trop attend, et les autres n’attendent pas")
  func tropSouvent() async throws {
    let essai = try await APIDEssai(rafale: 3)
    let une = try await essai.toutPuissant(essai.ici)
    let autre = try await essai.jeton(une.compte, [.voirLesNotes])
    for _ in 1...3 {
      #expect(try await essai.demander(.get, "/api/v1/moi", une.jeton).statut == 200)
    }
    let refusee = try await essai.demander(.get, "/api/v1/moi", une.jeton)
    #expect(refusee.statut == 429)
    let attente = refusee.entetes["retry-after"].flatMap { Int($0) }
    #expect(attente.map((1...60).contains) == true)
    #expect(try await essai.demander(.get, "/api/v1/moi", autre.jeton).statut == 200)
    var statuts: [UInt16] = []
    for rang in 1...4 {
      statuts.append(try await essai.demander(.get, "/api/v1/moi", "faux\(rang)").statut)
    }
    #expect(statuts == [401, 401, 401, 429])
  }
}
