import Actes
import HTTPServer
import JSON
import Scolarite
import Testing

@testable import Site

@Suite("API : notes")
struct NotesDeLAPITests {
  @Test("une note s’écrit avec la version lue, et garde ses chiffres")
  func ecrire() async throws {
    let essai = try await APIDEssai()
    let jeton = try await essai.toutPuissant(essai.ici).jeton
    let adresse = "/api/v1/evaluations/\(essai.ici.autre.id)/notes/\(essai.ici.etudiant)"
    let corps = #"{"note":{"nature":"note","valeur":12.345678},"version":0}"#
    let ecrite = try await essai.demander(.put, adresse, jeton, corps: corps)
    #expect(try ecrite.lire("note", "valeur") == "12.345678")
    #expect(try ecrite.lire("version") == "1")
    let conflit = try await essai.demander(.put, adresse, jeton, corps: Corps.note)
    #expect(conflit.statut == 409)
    #expect(try conflit.lire("type") == #""/api#conflit""#)
    #expect(try conflit.lire("conflits", "0", "pointer") == #""/version""#)
    #expect(try conflit.lire("conflits", "0", "actuelle") == #""12,345678""#)
    #expect(try conflit.lire("conflits", "0", "proposee") == #""13,5""#)
    #expect(try conflit.lire("conflits", "0", "version") == "1")
    let mot = #"{"note":{"nature":"absence-injustifiee"},"version":1}"#
    #expect(try await essai.demander(.put, adresse, jeton, corps: mot).lire("version") == "2")
    let histoire = try await essai.demander(.get, adresse + "/histoire", jeton)
    #expect(try histoire.lire("0", "note", "texte") == #""12,345678""#)
    #expect(try histoire.lire("1", "note", "texte") == #""ABI""#)
    #expect(try histoire.lire("1", "le")?.hasSuffix("Z\"") == true)
  }

  @Test(
    "une entrée qui ne tient pas debout est dite à sa place",
    arguments: [
      (#"{"nature":"note"}"#, "/note/valeur"),
      (#"{"nature":"note","valeur":20.5}"#, "/note/valeur"),
      (#"{"nature":"note","valeur":-1}"#, "/note/valeur"),
      (#"{"nature":"note","valeur":1e1}"#, "/note/valeur"),
      (#"{"nature":"note","valeur":1.2345678}"#, "/note/valeur"),
      (#"{"nature":"excuse","valeur":3}"#, "/note/valeur"),
      (#"{"nature":"note","valeur":3,"precision":"x"}"#, "/note/precision"),
      (#"{"nature":"sans-rattrapage"}"#, "/note/precision"),
      (#"{"nature":"sans-objet","precision":"ABC"}"#, "/note/precision"),
      (#"{"nature":"perdue"}"#, "/note/nature"), (#"{"nature":"nulle","reste":1}"#, "/note/reste"),
      (#"{"nature":"sans-rattrapage","precision":"a\u0000b"}"#, "/note/precision"),
    ],
  )
  func entrees(note: String, place: String) async throws {
    let essai = try await APIDEssai()
    let jeton = try await essai.toutPuissant(essai.ici).jeton
    let adresse = "/api/v1/evaluations/\(essai.ici.autre.id)/notes/\(essai.ici.etudiant)"
    let corps = #"{"note":\#(note),"version":0}"#
    let reponse = try await essai.demander(.put, adresse, jeton, corps: corps)
    #expect(reponse.statut == 422)
    #expect(try reponse.lire("faults", "0", "pointer") == "\"\(place)\"")
  }

  @Test("chaque nature de note s’écrit et se relit")
  func natures() async throws {
    let essai = try await APIDEssai()
    let jeton = try await essai.toutPuissant(essai.ici).jeton
    let adresse = "/api/v1/evaluations/\(essai.ici.autre.id)/notes/\(essai.ici.etudiant)"
    for (version, nature) in NatureDEntree.allCases.enumerated() {
      let reste =
        switch nature {
        case .note, .rattrapee: #","valeur":7.5"#
        case .sansRattrapage: #","precision":"hors délai""#
        case .sansObjet: #","precision":"DEM""#
        case .absenceInjustifiee, .excuse, .enAttente, .absenceJustifiee, .indisponibilite, .nulle:
          ""
        }
      let corps = #"{"note":{"nature":"\#(nature.rawValue)"\#(reste)},"version":\#(version)}"#
      let reponse = try await essai.demander(.put, adresse, jeton, corps: corps)
      #expect(try reponse.lire("note", "nature") == "\"\(nature.rawValue)\"", "\(reponse.texte)")
    }
  }

  @Test("un lot s’écrit tout entier, dans l’ordre donné, ou pas du tout")
  func lot() async throws {
    let essai = try await APIDEssai()
    let (ici, jeton) = (essai.ici, try await essai.toutPuissant(essai.ici).jeton)
    let adresse = "/api/v1/evaluations/\(ici.autre.id)/notes"
    let ecrites = try await essai.demander(.post, adresse, jeton, corps: Corps.lot(ici))
    #expect(try ecrites.lire("0", "etudiant") == "\(ici.etudiants[0])")
    #expect(try ecrites.lire("1", "etudiant") == "\(ici.etudiants[1])")
    let mele = """
      {"notes":[{"etudiant":\(ici.etudiants[1]),"note":{"nature":"excuse"},"version":1},\
      {"etudiant":\(ici.etudiants[0]),"note":{"nature":"excuse"},"version":0},\
      {"etudiant":\(essai.ailleurs.etudiant),"note":{"nature":"excuse"},"version":0}]}
      """
    let refuse = try await essai.demander(.post, adresse, jeton, corps: mele)
    #expect(refuse.statut == 409)
    #expect(try refuse.lire("conflits", "0", "pointer") == #""/notes/1/version""#)
    #expect(try refuse.lire("faults", "0", "pointer") == #""/notes/2""#)
    let restees = try await essai.demander(.get, adresse, jeton)
    #expect(try restees.lire("elements", "1", "note", "valeur") == "12.345678")
    let double = """
      {"notes":[{"etudiant":\(ici.etudiants[1]),"note":{"nature":"excuse"},"version":1},\
      {"etudiant":\(ici.etudiants[1]),"note":{"nature":"nulle"},"version":1}]}
      """
    #expect(try await essai.demander(.post, adresse, jeton, corps: double).statut == 409)
    #expect(try await essai.demander(.get, adresse, jeton).octets == restees.octets)
  }

  @Test("une évaluation publiée ne change pas sans motif, une évaluation close ne change pas")
  func etats() async throws {
    let essai = try await APIDEssai()
    let jeton = try await essai.toutPuissant(essai.ici).jeton
    let evaluation = "/api/v1/evaluations/\(essai.ici.notee.id)"
    let note = "\(evaluation)/notes/\(essai.ici.etudiant)"
    let publiee = try await essai.demander(
      .put,
      evaluation + "/publication",
      jeton,
      corps: #"{"publiee":true}"#,
    )
    #expect(try publiee.lire("publiee") == "true")
    let corps = #"{"note":{"nature":"note","valeur":9},"version":1"#
    let sansMotif = try await essai.demander(.put, note, jeton, corps: corps + "}")
    #expect(try sansMotif.lire("faults", "0", "pointer") == #""/motif""#)
    let avec = try await essai.demander(.put, note, jeton, corps: corps + #","motif":"erreur"}"#)
    #expect(avec.statut == 200)
    let close = try await essai.demander(.put, evaluation + "/verrou", jeton)
    #expect(try close.lire("verrouillee") == "true")
    let apres = try await essai.demander(.put, note, jeton, corps: Corps.note)
    #expect(try apres.lire("type") == #""/api#etat""#)
  }

  @Test("les résultats sont exacts, en fraction et en décimal quand il y en a un")
  func resultats() async throws {
    let essai = try await APIDEssai()
    let jeton = try await essai.toutPuissant(essai.ici).jeton
    let adresse = "/api/v1/promotions/\(essai.ici.promotion.id)/resultats"
    let reponse = try await essai.demander(.get, adresse, jeton)
    #expect(try reponse.lire("elements", "0", "etudiant") == "\(essai.ici.etudiant)")
    #expect(try reponse.lire("elements", "1", "etudiant") == "\(essai.ici.etudiants[1])")
    #expect(try reponse.lire("elements", "0", "ues", "0", "moyenne") == "null")
    let absences = try await essai.demander(
      .get,
      "/api/v1/etudiants/\(essai.ici.etudiant)/absences",
      jeton,
    )
    #expect(try absences.lire("elements", "0", "debut") == #""2025-10-06T08:00""#)
    #expect(try absences.lire("elements", "0", "justification") == #""aucune""#)
  }

  @Test(
    "une fraction se dit en décimal exact quand c’en est un",
    arguments: [
      (457, 40, "11.425"), (-1, 8, "-0.125"), (10, 1, "10"), (1, 3, nil), (0, 7, "0"),
      (1, 80, "0.0125"),
    ] as [(Int128, Int128, String?)],
  )
  func decimales(haut: Int128, bas: Int128, attendu: String?) throws {
    let fraction = try #require(Fraction(haut, sur: bas))
    #expect(fraction.decimaleExacte == attendu)
  }

  @Test("un moment s’écrit en UTC et se relit")
  func moments() {
    let ecrit = Horodatage(millisecondes: 1_760_940_061_007).rfc3339
    #expect(ecrit == "2025-10-20T06:01:01.007Z")
    #expect(Horodatage(rfc3339: ecrit)?.millisecondes == 1_760_940_061_007)
    #expect(Horodatage(rfc3339: "2025-10-20T06:01:61.007Z") == nil)
  }
}
