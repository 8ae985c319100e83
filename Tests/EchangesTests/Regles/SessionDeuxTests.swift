import JSON
import Testing

@Suite("Règles : session 2")
struct SessionDeuxTests {
  /// Two competences of which C1 is at 8 and 8, C2 at 9 and 11 unless said otherwise.
  private static func annee(
    _ paires: [(String, String)] = [("8", "8"), ("9", "11")],
    inscriptions: [String],
    notes: [String: String] = [:],
  ) -> AnneeDEssai {
    var annee = AnneeDEssai.rcues(paires)
    annee.session2 = [
      "inscriptions": .array(inscriptions.map { .string($0) }),
      "notes": .objet(notes.mapValues(JSONNode.entree)),
    ]
    return annee
  }

  private func resultats(
    _ annee: AnneeDEssai,
    _ reglages: [String: JSONNode] = [:],
    profil: String = DossierDEssai.avecSession2,
  ) throws -> Lecture {
    try DossierDEssai(profil, reglages, annee).resultats()
  }

  @Test(
    "la note remplace celle de session 1, ou la meilleure est gardée, selon le réglage",
    arguments: [
      ("remplacement", "9", "9"), ("remplacement", "7", "7"), ("remplacement", "13/15", "52/3"),
      ("remplacement", "ABJ 9", "9"), ("remplacement", "ABI", "0"), ("remplacement", "ABS", "0"),
      ("remplacement", "NUL", "0"), ("remplacement", "ABJ", "8"),
      ("remplacement", "ABJ refusé", "8"),
      ("remplacement", "ATT", "8"), ("meilleure", "9", "9"), ("meilleure", "7", "8"),
      ("meilleure", "8", "8"), ("meilleure", "ABI", "8"), ("meilleure", "ABJ", "8"),
    ],
  )
  func replaces(mode: String, note: String, moyenne: String) throws {
    let lu = try resultats(
      Self.annee(inscriptions: ["UE11"], notes: ["UE11": note]),
      ["modeNoteSession2": .string(mode)],
    )
    #expect(lu["ues.UE11.moyenne", etat: "session1"] == "8")
    #expect(lu["ues.UE11.moyenne"] == moyenne)
    #expect(lu["ues.UE11.acquise"] == "\(moyenne == "52/3")")
    #expect(lu["ues.UE21.moyenne"] == "8")
  }

  @Test("une UE dont le descriptif garde la meilleure note est seule à la garder")
  func exceptionForUE() throws {
    let texte = """
      { "format": "delibere/profil/1", "nom": "essai", "titre": "essai",
        "couche": "departement", "herite": "but-informatique-session2", "parametres": {},
        "exceptions": [{ "parametre": "modeNoteSession2", "ues": ["UE12"], "valeur": "meilleure",
          "depuis": "2025-09-01", "source": "descriptif de l’UE12" }] }
      """
    for (debut, ue12) in [(2025, "8"), (2024, "5")] {
      var annee = Self.annee(
        [("8", "8"), ("8", "9")],
        inscriptions: ["UE11", "UE12"],
        notes: ["UE11": "5", "UE12": "5"],
      )
      annee.debut = debut
      var dossier = DossierDEssai("essai.json", [:], annee)
      dossier.fichiers = ["essai.json": texte]
      let lu = try dossier.resultats()
      #expect(lu["ues.UE11.moyenne"] == "5")
      #expect(lu["ues.UE12.moyenne"] == ue12)
    }
  }

  @Test(
    "la note d’un module repassé prend la place des siennes",
    arguments: [
      ("remplacement", "11", "53/5"), ("remplacement", "5", "7"), ("remplacement", "10", "10"),
      ("remplacement", "9.999998", "24999997/2500000"), ("remplacement", "ABI", "4"),
      ("remplacement", "ABJ", "38/5"), ("meilleure", "11", "53/5"), ("meilleure", "5", "38/5"),
    ],
  )
  func module(mode: String, note: String, moyenne: String) throws {
    // R101 à 6 (coefficient 3), SAE101 à 10 (coefficient 2) : 7,6.
    let annee = AnneeDEssai(
      modules: ["UE11": ["R101": "3", "SAE101": "2"]],
      notes: [1: ["R101": "6", "SAE101": "10"]],
      session2: ["inscriptions": ["UE11"], "notes": ["R101": .string(note)]],
    )
    let lu = try resultats(annee, ["modeNoteSession2": .string(mode)])
    #expect(lu["ues.UE11.moyenne", etat: "session1"] == "38/5")
    #expect(lu["ues.UE11.moyenne"] == moyenne)
    #expect(lu["ues.UE11.acquise"] == "\(["53/5", "10"].contains(moyenne))")
  }

  @Test("une note de module qui ne peut rien changer à une moyenne donnée n’est pas tue")
  func moduleBesideGivenAverage() throws {
    let annee = AnneeDEssai(
      moyennes: ["UE11": "8"],
      modules: ["UE11": ["R101": "1"]],
      session2: ["inscriptions": ["UE11"], "notes": ["R101": "16"]],
    )
    let lu = try? resultats(annee)
    #expect(lu == nil || lu?["signalements"].contains("R101") == true)
  }

  @Test("le module commun à une UE non repassée n’y change rien")
  func sharedModule() throws {
    let annee = AnneeDEssai(
      modules: ["UE11": ["R101": "1"], "UE12": ["R101": "1", "R102": "1"]],
      notes: [1: ["R101": "6", "R102": "8"]],
      session2: ["inscriptions": ["UE11"], "notes": ["R101": "16"]],
    )
    let lu = try resultats(annee)
    #expect(lu["ues.UE11.moyenne"] == "16")
    #expect(lu["ues.UE12.moyenne"] == "7")
  }

  @Test("une épreuve de l’UE entière remplace la moyenne de ses modules")
  func wholeUE() throws {
    let annee = AnneeDEssai(
      modules: ["UE11": ["R101": "3", "SAE101": "2"]],
      notes: [1: ["R101": "6", "SAE101": "10"]],
      session2: ["inscriptions": ["UE11"], "notes": ["UE11": "12"]],
    )
    #expect(try resultats(annee)["ues.UE11.moyenne"] == "12")
  }

  @Test("une note manquante se rattrape à la session 2, par l’UE ou par le module")
  func missingMark() throws {
    for sujet in ["UE11", "R101"] {
      let annee = AnneeDEssai(
        modules: ["UE11": ["R101": "1"]],
        session2: ["inscriptions": ["UE11"], "notes": .objet([sujet: "12"])],
      )
      let lu = try resultats(annee)
      #expect(lu["session2.ouvertes"] == "[UE11]")
      #expect(lu["ues.UE11.moyenne", etat: "session1"] == "null")
      #expect(lu["ues.UE11.moyenne"] == "12")
    }
  }

  @Test("ne pas s’inscrire, ou ne rien passer, n’abaisse rien")
  func notEnrolled() throws {
    let lu = try resultats(Self.annee(inscriptions: ["UE21"]))
    #expect(lu["session2.ouvertes"] == "[UE11, UE21]")
    #expect(lu["ues.UE11.moyenne"] == "8")
    #expect(lu["ues.UE21.moyenne"] == "8")
    #expect(lu["ects"] == lu["ects", etat: "session1"])
  }

  @Test("une UE acquise, directement ou par compensation, n’est pas ouverte et ne se perd pas")
  func acquiredIsSafe() throws {
    let lu = try resultats(
      Self.annee(inscriptions: ["UE12", "UE22"], notes: ["UE12": "0", "UE22": "0"])
    )
    #expect(lu["session2.ouvertes"] == "[UE11, UE21]")
    #expect(lu["ues.UE12.moyenne"] == "9")
    #expect(lu["ues.UE12.mode"] == "compensation")
    #expect(lu["ues.UE22.moyenne"] == "11")
    #expect(lu["ues.UE22.acquise"] == "true")
    #expect(lu["signalements"].contains("UE12"))
  }

  @Test("échouer à une UE ouverte n’ôte rien à l’autre UE du regroupement")
  func failureKeepsPartner() throws {
    let lu = try resultats(
      Self.annee([("8", "11")], inscriptions: ["UE11"], notes: ["UE11": "ABI"])
    )
    #expect(lu["rcues.C1.moyenne"] == "11/2")
    #expect(lu["ues.UE21.acquise"] == "true")
    #expect(lu["ects"] == "5")
  }

  @Test(
    "la session 2 rétablit la compensation de l’autre UE",
    arguments: [("12", true), ("11.999999", false)],
  )
  func restoresCompensation(note: String, compensee: Bool) throws {
    let lu = try resultats(Self.annee(inscriptions: ["UE11"], notes: ["UE11": note]))
    #expect(lu["ues.UE21.acquise", etat: "session1"] == "false")
    #expect(lu["ues.UE21.acquise"] == "\(compensee)")
    #expect(lu["ues.UE11.mode"] == "directe")
    #expect(lu["poursuite.autorisee"] == "\(compensee)")
  }

  @Test("sans session 2 organisée, rien n’est ouvert et les notes restent sans effet")
  func inactive() throws {
    let lu = try resultats(
      Self.annee(inscriptions: ["UE11"], notes: ["UE11": "15"]),
      profil: DossierDEssai.national,
    )
    #expect(lu["session2.ouvertes"] == "[]")
    #expect(lu["ues.UE11.moyenne"] == "8")
    #expect(lu["signalements"].contains("UE11"))
  }

  @Test("une UE capitalisée n’est pas ouverte")
  func capitalised() throws {
    var reprise = Self.annee(
      [("5", "7")],
      inscriptions: ["UE11", "UE21"],
      notes: ["UE11": "0", "UE21": "7.5"],
    )
    reprise.debut = 2026
    let lu = try DossierDEssai(
      DossierDEssai.avecSession2,
      [:],
      .rcues([("12", "7")]),
      reprise,
    ).resultats()
    #expect(lu["session2.ouvertes"] == "[UE21]")
    #expect(lu["ues.UE11.moyenne"] == "12")
    #expect(lu["ues.UE21.moyenne"] == "15/2")
  }

  @Test("la session 2 est fermée à qui est ajourné définitivement, même inscrit")
  func adjourned() throws {
    var sans = AnneeDEssai.rcues([("8", "8")])
    sans.decisions = [("annee", "AJOURNE")]
    let etat = try resultats(sans)
    #expect(etat["session2.ouvertes"] == "[]")
    #expect(etat["code_annee.code"] == "AJOURNE")
    var inscrit = Self.annee([("8", "8")], inscriptions: ["UE11"], notes: ["UE11": "15"])
    inscrit.decisions = [("annee", "AJOURNE")]
    let lu = try resultats(inscrit)
    #expect(lu["session2.ouvertes"] == "[]")
    #expect(lu["ues.UE11.moyenne"] == "8")
  }

  @Test(
    "selon le critère de la moyenne semestrielle, rien n’est ouvert dans un semestre à 10",
    arguments: [
      ("moyenneSemestrielle", "14", "[UE21, UE22]"),
      ("moyenneSemestrielle", "13.999999", "[UE11, UE21, UE22]"),
      ("ue", "14", "[UE11, UE21, UE22]"),
    ],
  )
  func semesterAverage(critere: String, ue12: String, ouvertes: String) throws {
    // S1 : (8 × 10 + 14 × 5) / 15 = 10 ; S2 : (8 × 10 + 4 × 5) / 15.
    var annee = AnneeDEssai.rcues([("8", "8"), (ue12, "4")])
    annee.ects = ["UE11": "10", "UE21": "10"]
    let lu = try resultats(annee, ["critereSession2": .string(critere)])
    #expect(lu["session2.ouvertes"] == ouvertes)
  }

  @Test(
    "le malus et la bonification de l’année s’appliquent à la moyenne recalculée",
    arguments: [("9.9", "10", true), ("9.899999", "9999999/1000000", false)],
  )
  func malusAndBonus(note: String, moyenne: String, acquise: Bool) throws {
    var annee = Self.annee([("8", "8")], inscriptions: ["UE11"], notes: ["UE11": note])
    annee.absences = [1: .heures(abi: "4")]
    annee.bonus = ["engagement": [["type": "élu", "points": "0.5"]]]
    let lu = try resultats(annee, ["session2Active": true], profil: DossierDEssai.laRoche)
    #expect(lu["ues.UE11.moyenne_brute"] == (note == "9.9" ? "99/10" : "9899999/1000000"))
    #expect(lu["ues.UE11.malus"] == "2/5")
    #expect(lu["ues.UE11.bonus"] == "1/2")
    #expect(lu["ues.UE11.moyenne"] == moyenne)
    #expect(lu["ues.UE11.acquise"] == "\(acquise)")
  }

  @Test("une UE bloquée par les absences est ouverte, et une bonne note ne la débloque pas")
  func blocked() throws {
    var annee = Self.annee([("12", "8")], inscriptions: ["UE11"], notes: ["UE11": "15"])
    annee.absences = [1: .heures(abj: "30")]
    annee.volumes = ["S1": "100"]
    let lu = try resultats(annee, ["session2Active": true], profil: DossierDEssai.laRoche)
    #expect(lu["session2.ouvertes"] == "[UE11]")
    #expect(lu["ues.UE11.moyenne"] == "15")
    #expect(lu["ues.UE11.acquise"] == "false")
  }
}
