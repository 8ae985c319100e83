import Echanges
import JSON
import Scolarite
import Testing

@Suite("Maquettes en JSON")
struct MaquetteJSONTests {
  @Test("ce qui est écrit se relit à l’identique", arguments: Exemples.noms)
  func roundTrips(nom: String) throws {
    var maquette = try Exemples.lecture(nom).maquette
    maquette.semestres[0].ues[0].ressources[0].evaluationsPrevues = 3
    let json = MaquetteJSON.encode(maquette).rendered()
    let relue = try MaquetteJSON.read(Array(json.utf8), referentiel: .embarque())
    #expect(relue.maquette == maquette)
  }

  @Test(
    "la maquette d’exemple en JSON est celle de la feuille, à l’octet",
    arguments: Exemples.noms,
  )
  func keepsExamplesCurrent(nom: String) throws {
    let json = MaquetteJSON.encode(try Exemples.lecture(nom).maquette).rendered()
    #expect(Array(json.utf8) == (try Exemples.octets("\(nom).json")))
  }

  @Test(
    "une faute de format est nommée avec sa ligne et son chemin",
    arguments: [
      ("\"annee_but\": 2", "\"annee_but\": 4", "annee_but", "1, 2 ou 3"),
      ("\"code\": \"UE31\"", "\"code\": \"U31\"", "semestres[0].ues[0].code", "UE31"),
      ("\"coef\": 11", "\"coef\": \"11\"", "semestres[0].ues[0].ressources[0].coef", "un nombre"),
      ("\"coef\": 11", "\"coef\": -1", "semestres[0].ues[0].ressources[0].coef", "positif"),
      ("\"coef\": 11", "\"coeff\": 11", "semestres[0].ues[0].ressources[0]", "coeff"),
      ("\"modalite\": \"apprentissage\"", "\"modalite\": \"soir\"", "modalite", "apprentissage"),
      (
        "\"parcours\": \"Internet des objets et mobilité (IOM)\"", "\"parcours\": \"IOM\"",
        "parcours", "(CODE)",
      ),
      ("\"semestres\": [", "\"semestre\": [", "", "semestre"),
    ],
  )
  func namesFaults(ancien: String, nouveau: String, chemin: String, extrait: String) throws {
    let texte = String(decoding: try Exemples.octets("rt-iom-but2.json"), as: UTF8.self)
    let fautif = texte.remplacant(ancien, par: nouveau)
    let erreur = #expect(throws: DataFileError.self) {
      try MaquetteJSON.read(Array(fautif.utf8), referentiel: .embarque())
    }
    #expect(erreur?.position != nil)
    #expect(erreur?.description.contains(chemin) == true)
    #expect(erreur?.description.contains(extrait) == true)
  }

  @Test("un niveau que le référentiel contredit est une erreur, non un échec de lecture")
  func checksLevels() throws {
    let texte = String(decoding: try Exemples.octets("rt-iom-but2.json"), as: UTF8.self)
    let fautif = texte.remplacant("\"niveau\": 1", par: "\"niveau\": 2")
    let lecture = try MaquetteJSON.read(Array(fautif.utf8), referentiel: .embarque())
    #expect(
      lecture.rapport().constats.count {
        if case .niveauContredit = $0.nature { true } else { false }
      } == 4
    )
  }
}

@Suite("Référentiel")
struct ReferentielTests {
  @Test("les compétences propres à un parcours commencent au niveau 1 en deuxième année (A5)")
  func startsParcoursCompetencesAtLevelOne() throws {
    let rt = try #require(try Referentiel.embarque().specialites.first { $0.code == "RT" })
    let iom = rt.parcours.map(\.parcours).first { $0.code == "IOM" }
    let annee = try #require(AnneeBUT(2))
    #expect(
      rt.etapes(annee: annee, parcours: iom).mapValues(\.niveau.valeur) == [
        1: 2, 2: 2, 3: 2, 4: 1, 5: 1,
      ]
    )
    #expect(rt.etapes(annee: annee, parcours: nil).keys.sorted() == [1, 2, 3])
  }

  @Test(
    "un référentiel fautif est refusé avec sa place",
    arguments: [
      ("{", "fin du texte"), ("{\"format\": \"autre\"}", "delibere/referentiel/1"),
      ("{\"format\": \"delibere/referentiel/1\"}", "specialites"),
    ],
  )
  func refuses(json: String, extrait: String) {
    let erreur = #expect(throws: DataFileError.self) { try Referentiel(json: Array(json.utf8)) }
    #expect(erreur?.description.contains(extrait) == true)
  }
}
