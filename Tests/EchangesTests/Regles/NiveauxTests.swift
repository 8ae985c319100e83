import JSON
import Testing

@Suite("Règles : niveaux")
struct NiveauxTests {
  /// One competence, a pair of averages for each year from the first; decisions by year.
  private func cursus(
    _ niveaux: [(String, String)],
    _ reglages: [String: JSONNode] = [:],
    decisions: [Int: [(sur: String, code: String)]] = [:],
  ) throws -> Lecture {
    var dossier = DossierDEssai(DossierDEssai.national, reglages)
    dossier.annees = niveaux.enumerated().map { rang, paire in
      var annee = AnneeDEssai.rcues([paire], but: rang + 1)
      annee.decisions = decisions[rang] ?? []
      return annee
    }
    return try dossier.resultats()
  }

  @Test(
    "les deux UE d’un niveau validées, même par compensation, emportent le niveau inférieur",
    arguments: [
      ("12", "11", true), ("10", "10", true), ("9", "11", true), ("9", "10.999999", false),
      ("20", "x", false), ("9.999999", "9.999999", false),
    ],
  )
  func induces(ue31: String, ue41: String, emporte: Bool) throws {
    let lu = try cursus([("8", "9"), (ue31, ue41)])
    for code in ["UE11", "UE21"] {
      #expect(lu["ues.\(code).acquise", annee: 0] == "false")
      #expect(lu["ues.\(code).code"] == (emporte ? "ADSUP" : "absent"))
      #expect(lu["ues.\(code).mode"] == (emporte ? "niveau supérieur" : "absent"))
      #expect(lu["ues.\(code).ects"] == (emporte ? "5" : "absent"))
    }
    if emporte {
      #expect(lu["ues.UE11.moyenne"] == "8")
      #expect(lu["ects_cumules"] == "20")
    }
  }

  @Test(
    "l’effet se propage du niveau 3 au 2, puis au 1",
    arguments: [("12", "10", "30"), ("9", "11", "30"), ("9", "10.999999", "5")],
  )
  func propagates(ue51: String, ue61: String, ects: String) throws {
    let lu = try cursus([("8", "8"), ("9", "9"), (ue51, ue61)])
    #expect(lu["ects_cumules"] == ects)
    for code in ["UE11", "UE21", "UE31", "UE41"] {
      #expect(lu["ues.\(code).code"] == (ects == "30" ? "ADSUP" : "absent"))
    }
  }

  @Test("une UE déjà acquise garde son mode, l’autre suit")
  func keepsMode() throws {
    let lu = try cursus([("12", "7.999999"), ("12", "12")])
    #expect(lu["ues.UE11.code", annee: 0] == "ADM")
    #expect(lu["ues.UE11.code"] == "absent")
    #expect(lu["ues.UE21.code"] == "ADSUP")
    #expect(lu["ects_cumules"] == "20")
  }

  @Test("l’acquisition induite emporte les crédits de l’UE")
  func credits() throws {
    var premiere = AnneeDEssai.rcues([("8", "8")])
    premiere.ects = ["UE11": "6", "UE21": "4.5"]
    let lu = try DossierDEssai(
      DossierDEssai.national,
      [:],
      premiere,
      .rcues([("12", "12")], but: 2),
    ).resultats()
    #expect(lu["ects_cumules", annee: 0] == "0")
    #expect(lu["ues.UE21.ects"] == "9/2")
    #expect(lu["ects_cumules"] == "41/2")
    #expect(lu.racine("diplomes.ects") == "41/2")
  }

  @Test(
    "une UE acquise par le jury compte, sauf si le réglage l’écarte",
    arguments: [
      (true, "UE31", "8", true), (false, "UE31", "8", false), (true, "C1", "8", true),
      (false, "C1", "8", false), (false, "", "12", true), (true, "", "8", true),
    ],
  )
  func byJury(compte: Bool, sur: String, ue31: String, emporte: Bool) throws {
    // Sans décision, 8 et 12 se compensent ; avec 11,5 le regroupement est à 9,75.
    let lu = try cursus(
      [("8", "8"), (ue31, sur.isEmpty ? "12" : "11.5")],
      ["induiteParJury": JSONNode(.bool(compte))],
      decisions: sur.isEmpty ? [:] : [1: [(sur, "ADJ")]],
    )
    #expect(lu["ues.UE31.acquise"] == "true")
    #expect(lu["ues.UE11.code"] == (emporte ? "ADSUP" : "absent"))
  }

  @Test("une UE que le niveau 3 valide de toute façon ne perd rien à une décision du jury")
  func juryNeverHurts() throws {
    let lu = try cursus(
      [("8", "8"), ("7", "12"), ("12", "12")],
      ["induiteParJury": false],
      decisions: [1: [("UE31", "ADJ")]],
    )
    let sans = try cursus([("8", "8"), ("7", "12"), ("12", "12")], ["induiteParJury": false])
    #expect(sans["ues.UE31.code"] == "ADSUP")
    #expect(sans["ues.UE11.code"] == "ADSUP")
    #expect(lu["ues.UE11.code"] == "ADSUP")
  }

  @Test("le niveau n’est pas l’année : une compétence née en BUT 2 y est au niveau 1")
  func levelIsNotYear() throws {
    var deuxieme = AnneeDEssai.rcues([("7", "7")], but: 2)
    deuxieme.moyennes["UE34"] = "8"
    deuxieme.moyennes["UE44"] = "8"
    deuxieme.niveaux = [4: 1]
    var troisieme = AnneeDEssai(debut: 2027, but: 3, moyennes: ["UE54": "12", "UE64": "12"])
    troisieme.niveaux = [4: 2]
    let lu = try DossierDEssai(
      DossierDEssai.national,
      [:],
      .rcues([("8", "8")]),
      deuxieme,
      troisieme,
    ).resultats()
    #expect(lu["rcues.C4.niveau", annee: 1] == "1")
    #expect(lu["rcues.C1.niveau", annee: 1] == "2")
    #expect(lu["ues.UE34.code"] == "ADSUP")
    #expect(lu["ues.UE44.code"] == "ADSUP")
    #expect(lu["ues.UE11.code"] == "absent")
    #expect(lu["ues.UE31.code"] == "absent")
  }

  @Test("le niveau 1 d’une compétence n’entraîne rien, ni au-dessous, ni ailleurs")
  func lowestLevelInducesNothing() throws {
    var deuxieme = AnneeDEssai.rcues([("7", "7")], but: 2)
    deuxieme.moyennes["UE34"] = "12"
    deuxieme.moyennes["UE44"] = "12"
    deuxieme.niveaux = [4: 1]
    let lu = try DossierDEssai(
      DossierDEssai.national,
      [:],
      .rcues([("8", "8")]),
      deuxieme,
    ).resultats()
    #expect(lu["rcues.C4.valide"] == "true")
    #expect(lu["ues.UE11.code"] == "absent")
    #expect(lu["ects_cumules"] == "10")
  }
}
