import JSON
import Testing

@Suite("Règles : moyennes")
struct MoyennesTests {
  /// UE11 of one module, R101, which has these tests.
  private func resultats(
    _ lignes: [(entree: String, coefficient: String)],
    profil: String = DossierDEssai.national,
    _ reglages: [String: JSONNode] = [:],
    statut: String? = nil,
  ) throws -> Lecture {
    let annee = AnneeDEssai(
      statut: statut,
      modules: ["UE11": ["R101": "1"]],
      notes: [1: ["R101": .evaluations(lignes)]],
    )
    return try DossierDEssai(profil, reglages, annee).resultats()
  }

  /// UE11 of several modules.
  private func ue(
    _ modules: [String: JSONNode],
    _ notes: [String: JSONNode],
    _ reglages: [String: JSONNode] = [:],
  ) throws -> Lecture {
    let annee = AnneeDEssai(modules: ["UE11": modules], notes: [1: notes])
    return try DossierDEssai(DossierDEssai.national, reglages, annee).resultats()
  }

  @Test(
    "une entrée vaut ce que dit son mot, seule au module ou à côté d’un 12",
    arguments: [
      ("12,5", "25/2", "49/4"), ("12.5", "25/2", "49/4"), ("0", "0", "6"), ("20", "20", "16"),
      ("13/15", "52/3", "44/3"), ("15/15", "20", "16"), ("0/15", "0", "6"),
      ("30/40", "15", "27/2"), ("ABI", "null", "null"), ("ABS", "null", "null"),
      ("EXC", "null", "12"), ("ATT", "null", "null"), ("ABJ", "null", "null"),
      ("ABJ 12,5", "25/2", "49/4"), ("ABJ 13/15", "52/3", "44/3"), ("ABJ refusé", "null", "12"),
      ("ITI", "null", "12"), ("NUL", "0", "6"), ("DEM", "null", "null"), ("DEF", "null", "null"),
    ],
  )
  func entryIsWorth(entree: String, seule: String, avec12: String) throws {
    for (lignes, attendu) in [
      ([(entree, "1")], seule), ([(entree, "1"), ("12", "1")], avec12),
    ] {
      let lu = try resultats(lignes)
      #expect(lu["ues.UE11.moyenne"] == attendu)
      guard attendu == "null" else { continue }
      #expect(lu["ues.UE11.acquise"] == "false")
      #expect(lu["ues.UE11.mode"] == "null")
      #expect(lu["ues.UE11.manque"].contains("R101"))
      #expect(lu["signalements"].contains("UE11"))
    }
  }

  @Test(
    "une absence injustifiée vaut zéro où l’article 3 s’applique, et attend le jury ailleurs",
    arguments: [
      (DossierDEssai.laRoche, "", "initial", "6"), (DossierDEssai.laRoche, "", "continue", "6"),
      (DossierDEssai.laRoche, "", "alternant", "null"),
      (DossierDEssai.laRoche, "article3Alternants", "alternant", "6"),
      (DossierDEssai.national, "", "initial", "null"),
      (DossierDEssai.national, "zeroABI", "initial", "6"),
      (DossierDEssai.national, "zeroABI", "alternant", "null"),
    ],
  )
  func unjustified(profil: String, actif: String, statut: String, attendu: String) throws {
    let reglages: [String: JSONNode] = actif.isEmpty ? [:] : [actif: true]
    for mot in ["ABI", "ABS"] {
      let lu = try resultats(
        [(mot, "1"), ("12", "1")],
        profil: profil,
        reglages,
        statut: statut,
      )
      #expect(lu["ues.UE11.moyenne"] == attendu)
    }
  }

  @Test("le statut d’un semestre l’emporte sur celui de l’année")
  func semesterStatus() throws {
    let annee = AnneeDEssai(
      modules: ["UE11": ["R101": "1"], "UE21": ["R201": "1"]],
      notes: [1: ["R101": "ABI"], 2: ["R201": "ABI"]],
      statuts: [2: "alternant"],
    )
    let lu = try DossierDEssai(DossierDEssai.laRoche, [:], annee).resultats()
    #expect(lu["ues.UE11.moyenne"] == "0")
    #expect(lu["ues.UE21.moyenne"] == "null")
  }

  @Test(
    "une évaluation manquée par ITI est laissée de côté, attendue ou nulle selon le réglage",
    arguments: [
      ("neutralise", "null", "12"), ("droit", "null", "null"), ("zero", "0", "6"),
    ],
  )
  func unavailability(mode: String, seule: String, avec12: String) throws {
    let reglages: [String: JSONNode] = ["rattrapageITI": .string(mode)]
    #expect(try resultats([("ITI", "1")], reglages)["ues.UE11.moyenne"] == seule)
    #expect(try resultats([("ITI", "1"), ("12", "1")], reglages)["ues.UE11.moyenne"] == avec12)
  }

  @Test(
    "un alternant n’a pas d’ITI : son évaluation manquée attend le jury",
    arguments: [(false, "null"), (true, "12")],
  )
  func apprenticeUnavailability(accordee: Bool, attendu: String) throws {
    let lu = try resultats(
      [("ITI", "1"), ("12", "1")],
      profil: DossierDEssai.laRoche,
      ["itiAlternants": JSONNode(.bool(accordee))],
      statut: "alternant",
    )
    #expect(lu["ues.UE11.moyenne"] == attendu)
  }

  @Test("des évaluations se pèsent par leur coefficient, chacune ramenée à 20 sans arrondi")
  func weighsTests() throws {
    // (52/3 × 2 + 8) / 3 ; (12 × 2 + 6) / 3 ; (10 × 0,5 + 12 × 1,5) / 2 ; (11 × 9,7 + 13,3) / 12
    #expect(try resultats([("13/15", "2"), ("8", "1")])["ues.UE11.moyenne"] == "128/9")
    #expect(
      try resultats([("12", "2"), ("EXC", "5"), ("6", "1")])["ues.UE11.moyenne"] == "10"
    )
    #expect(try resultats([("10", "0.5"), ("12", "1,5")])["ues.UE11.moyenne"] == "23/2")
    let juste = try resultats([("9.7", "11"), ("13.3", "1")])
    #expect(juste["ues.UE11.moyenne"] == "10")
    #expect(juste["ues.UE11.mode"] == "directe")
  }

  @Test("un module sans évaluation, ou dont rien ne pèse, n’a pas de moyenne")
  func noTest() throws {
    #expect(try resultats([])["ues.UE11.moyenne"] == "null")
    #expect(try resultats([("12", "0"), ("8", "0")])["ues.UE11.moyenne"] == "null")
    #expect(try resultats([("12", "1"), ("8", "0")])["ues.UE11.moyenne"] == "12")
  }

  @Test(
    "un module de coefficient 0 ne pèse rien et ne bloque rien",
    arguments: [nil, "20", "0", "ATT", "ABI", "NUL"] as [String?],
  )
  func weightless(portfolio: String?) throws {
    var notes: [String: JSONNode] = ["R101": "11", "SAE101": "13"]
    notes["SAE1.PORTFOLIO"] = portfolio.map { .string($0) }
    let lu = try ue(["R101": "3", "SAE101": "2", "SAE1.PORTFOLIO": "0"], notes)
    #expect(lu["ues.UE11.moyenne"] == "59/5")
    #expect(lu["ues.UE11.acquise"] == "true")
    #expect(lu["ues.UE11.manque"] == "[]")
  }

  @Test("chaque note manquante est nommée, et elle seule")
  func namesMissing() throws {
    let une = try ue(["R101": "3", "R102": "1", "SAE101": "2"], ["R102": "20", "SAE101": "20"])
    #expect(une["ues.UE11.moyenne"] == "null")
    #expect(une["ues.UE11.manque"].contains("R101"))
    #expect(!une["ues.UE11.manque"].contains("R102"))
    #expect(!une["ues.UE11.manque"].contains("SAE101"))
    let deux = try ue(["R101": "3", "SAE101": "2"], ["SAE101": "ATT"])
    #expect(deux["ues.UE11.manque"].contains("R101"))
    #expect(deux["ues.UE11.manque"].contains("SAE101"))
    let evaluation = try resultats([("12", "1"), ("ATT", "1")])
    #expect(evaluation["ues.UE11.manque"].contains("E2"))
    #expect(!evaluation["ues.UE11.manque"].contains("E1"))
  }

  @Test(
    "la part des ressources rééquilibre les deux pôles, ou laisse les coefficients imprimés",
    arguments: [(nil, "10"), ("40", "8"), ("50", "17/2"), ("60", "9")] as [(String?, String)],
  )
  func poles(part: String?, attendu: String) throws {
    // Imprimés : (12×30 + 8×10 + 6×10)/50 = 10 ; pôles : ressources 11, SAÉ 6.
    let reglages: [String: JSONNode] = ["partRessources": part.map { .string($0) } ?? nil]
    let lu = try ue(
      ["R101": "30", "R102": "10", "SAE101": "10"],
      ["R101": "12", "R102": "8", "SAE101": "6"],
      reglages,
    )
    #expect(lu["ues.UE11.moyenne"] == attendu)
  }

  @Test("la part des ressources ne change rien à une UE d’un seul pôle, et suit la nature écrite")
  func onePole() throws {
    let reglages: [String: JSONNode] = ["partRessources": "60"]
    let ressources = try ue(
      ["R101": "3", "R102": "1", "SAE101": "0"],
      ["R101": "12", "R102": "8"],
      reglages,
    )
    #expect(ressources["ues.UE11.moyenne"] == "11")
    let projet = try ue(
      ["R101": "3", "P101": ["coef": "1", "nature": "sae"]],
      ["R101": "12", "P101": "7"],
      reglages,
    )
    #expect(projet["ues.UE11.moyenne"] == "10")
  }

  @Test("un module commun à deux UE y pèse de ses deux coefficients")
  func sharedModule() throws {
    let annee = AnneeDEssai(
      modules: ["UE11": ["R101": "3", "R102": "1"], "UE12": ["R101": "1", "R102": "3"]],
      notes: [1: ["R101": "12", "R102": "8"]],
    )
    let lu = try DossierDEssai(DossierDEssai.national, [:], annee).resultats()
    #expect(lu["ues.UE11.moyenne"] == "11")
    #expect(lu["ues.UE12.moyenne"] == "9")
  }

  @Test(
    "une UE est acquise à 10 exactement, sans arrondi, et l’affichage ne dit jamais 10 à tort",
    arguments: [
      ("10", true, "10,00"), ("9.999999", false, "9,999999"), ("9.995", false, "9,995"),
      ("10.004", true, "10,004"), ("0", false, "0,00"), ("20", true, "20,00"),
    ],
  )
  func threshold(moyenne: String, acquise: Bool, affichee: String) throws {
    let annee = AnneeDEssai(moyennes: ["UE11": .string(moyenne)])
    let lu = try DossierDEssai(DossierDEssai.national, [:], annee).resultats()
    #expect(lu["ues.UE11.acquise"] == "\(acquise)")
    #expect(lu["ues.UE11.code"] == (acquise ? "ADM" : "AJ"))
    #expect(lu["ues.UE11.ects"] == (acquise ? "5" : "0"))
    #expect(lu["ues.UE11.moyenne.decimal"] == affichee)
  }
}
