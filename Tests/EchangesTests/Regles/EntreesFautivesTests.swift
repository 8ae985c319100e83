import Echanges
import JSON
import Testing
import Text

@Suite("Dossiers fautifs")
struct EntreesFautivesTests {
  private func lire(_ texte: String) throws -> DossierLu {
    try DossierJSON.read(Array(texte.utf8), Bibliotheque { _ in nil })
  }

  @Test("le dossier dont partent ces fautes se lit, et une borne tenue n’est pas une faute")
  func soundDossier() throws {
    #expect(try lire(Faute.base).etudiant == "essai")
    for (cible, juste) in [
      ("\"40\"", "\"60\""), ("\"date\": \"2026-07-03\"", "\"date\": \"2025-09-01\""),
      ("\"R101\": \"12\"", "\"R101\": \"15/15\""), ("\"R101\": \"12\"", "\"R101\": 20"),
      ("\"UE21\": \"9\"", "\"UE21\": \"20\""), ("\"S1\": \"100\"", "\"S6\": \"100\""),
    ] {
      #expect(Faute.base.contains(cible))
      #expect(throws: Never.self) { try lire(Faute.base.replacing(cible, with: juste)) }
    }
  }

  @Test(
    "chaque faute est dite à sa ligne, et nomme ce qui ne va pas",
    arguments: Faute.codes + Faute.valeurs + Faute.decisions + Faute.doublons + Faute.session2
      + Faute.cles,
  )
  func reports(faute: Faute) throws {
    try #require(Faute.base.contains(faute.cible))
    let texte = Faute.base.replacing(faute.cible, with: faute.remplacement, maxReplacements: 1)
    let erreur = try #require(throws: DataFileError.self) { try lire(texte) }
    #expect(erreur.description.contains(faute.nomme))
    let position = try #require(erreur.position)
    let lignes = texte.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lignes[position.line - 1].contains(faute.ligne))
  }

  @Test(
    "les années vont de la plus ancienne à la plus récente, chacune une fois",
    arguments: [(2024, 2025, true), (2025, 2025, false), (2025, 2024, false)],
  )
  func yearOrder(premiere: Int, seconde: Int, lisible: Bool) throws {
    var annees = [AnneeDEssai(moyennes: ["UE11": "8"]), AnneeDEssai(moyennes: ["UE11": "9"])]
    annees[0].debut = premiere
    annees[1].debut = seconde
    let dossier = DossierDEssai(DossierDEssai.national, [:], annees[0], annees[1])
    if lisible {
      #expect(throws: Never.self) { try dossier.lire() }
    } else {
      let erreur = try #require(throws: DataFileError.self) { try dossier.lire() }
      #expect(erreur.description.contains("\(seconde)-\(seconde + 1)"))
      #expect(erreur.description.contains("annees[1]"))
      #expect(erreur.position != nil)
    }
  }

  @Test("ce que le schéma du format refuse, le lecteur le refuse", arguments: Faute.schema)
  func followsSchema(faute: Faute) throws {
    try #require(Faute.base.contains(faute.cible))
    let texte = Faute.base.replacing(faute.cible, with: faute.remplacement, maxReplacements: 1)
    let erreur = try #require(throws: DataFileError.self) { try lire(texte) }
    #expect(erreur.description.contains(faute.nomme))
  }

  @Test("une année compte un ou deux semestres, jamais aucun")
  func noSemester() throws {
    let annee = AnneeDEssai(moyennes: ["UE11": "8"], semestres: [])
    let erreur = try #require(throws: DataFileError.self) {
      try DossierDEssai(DossierDEssai.national, [:], annee).lire()
    }
    #expect(erreur.description.contains("semestres"))
    #expect(erreur.position != nil)
  }

  @Test(
    "une maquette ou une année absente est dite",
    arguments: [("\"maquette\": \"lune\"", "lune"), ("\"annees\": []", "annees")],
  )
  func missing(texte: String, nomme: String) throws {
    let annee = """
      "annees": [{ "annee_universitaire": "2025-2026", "annee_but": 1, "semestres":
      [{ "numero": 1 }], \(texte) }]
      """
    let dossier = """
      { "format": "delibere/dossier/1", "etudiant": "e", "profil": "but-national-2022",
      \(texte.contains("annees") ? texte : annee) }
      """
    let erreur = try #require(throws: DataFileError.self) { try lire(dossier) }
    #expect(erreur.description.contains(nomme))
    #expect(erreur.position != nil)
  }

  @Test(
    "un candidat au BTS n’a ni années, ni discipline hors de la liste, ni épreuves sans poids",
    arguments: [
      ("3", "Mathématiques", "", ""), ("0", "Mathématiques", "", "epreuves"),
      ("3", "Physique", "", "Physique"),
      ("3", "Mathématiques", ", \"redoublement\": {}", "redoublement"),
      ("3", "Mathématiques", ", \"annees\": [], \"inconnue\": 1", "inconnue"),
    ],
  )
  func candidate(coefficient: String, discipline: String, suite: String, nomme: String) throws {
    let dossier = """
      { "format": "delibere/dossier/1", "etudiant": "e", "profil": "but-national-2022", "bts": {
        "epreuves": [{ "domaine": "general", "code": "Maths", "coefficient": "\(coefficient)",
          "forme": "ponctuelle", "note": "8" }],
        "disciplines": ["Mathématiques"],
        "oraux": { "general": { "discipline": "\(discipline)", "note": "9" } } }\(suite) }
      """
    if nomme.isEmpty {
      #expect(throws: Never.self) { try lire(dossier) }
    } else {
      let erreur = try #require(throws: DataFileError.self) { try lire(dossier) }
      #expect(erreur.description.contains(nomme))
      #expect(erreur.position != nil)
    }
  }
}
