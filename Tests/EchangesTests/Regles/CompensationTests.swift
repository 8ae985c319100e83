import JSON
import Testing

@Suite("Règles : compensation")
struct CompensationTests {
  private func un(
    _ premier: String,
    _ second: String,
    profil: String = DossierDEssai.national,
    _ reglages: [String: JSONNode] = [:],
  ) throws -> Lecture {
    try DossierDEssai(profil, reglages, .rcues([(premier, second)])).resultats()
  }

  @Test(
    "un regroupement à 10 compense ses UE, sans plancher ; un rien au-dessous, aucune",
    arguments: [
      ("9", "11", "10", "CMP", "ADM"), ("9", "10.999999", "19999999/2000000", "AJ", "ADM"),
      ("11", "9", "10", "ADM", "CMP"), ("10.999999", "9", "19999999/2000000", "ADM", "AJ"),
      ("4", "16", "10", "CMP", "ADM"), ("3.999999", "16", "19999999/2000000", "AJ", "ADM"),
      ("0", "20", "10", "CMP", "ADM"), ("10", "10", "10", "ADM", "ADM"),
      ("9.999999", "10", "19999999/2000000", "AJ", "ADM"),
      ("9.999999", "10.000001", "10", "CMP", "ADM"),
      ("9.999999", "9.999999", "9999999/1000000", "AJ", "AJ"),
    ],
  )
  func compensates(ue11: String, ue21: String, moyenne: String, code11: String, code21: String)
    throws
  {
    let lu = try un(ue11, ue21)
    let codes = [code11, code21]
    let valide = !codes.contains("AJ")
    #expect(lu["rcues.C1.moyenne"] == moyenne)
    #expect(lu["rcues.C1.valide"] == "\(valide)")
    #expect(lu["rcues.C1.code"] == (!valide ? "AJ" : codes.contains("CMP") ? "CMP" : "ADM"))
    #expect([lu["ues.UE11.code"], lu["ues.UE21.code"]] == codes)
    #expect(lu["ects"] == "\(5 * codes.count { $0 != "AJ" })")
    #expect((lu["rcues.C1.moyenne.decimal"].hasPrefix("10")) == valide)
  }

  @Test(
    "les deux UE pèsent à égalité, selon leurs crédits ou selon leurs coefficients",
    arguments: [
      ("egale", "9", "11", "10", true), ("egale", "9", "10.999999", "19999999/2000000", false),
      ("ects", "9", "11", "29/3", false), ("ects", "9", "12", "10", true),
      ("ects", "9", "11.999999", "29999999/3000000", false),
      ("coefficient", "9", "11", "21/2", true), ("coefficient", "7", "11", "10", true),
      ("coefficient", "6.999999", "11", "39999999/4000000", false),
    ],
  )
  func weighs(mode: String, ue11: String, ue21: String, moyenne: String, valide: Bool) throws {
    // Crédits 6 et 3, coefficients 3 et 9.
    var annee = AnneeDEssai.rcues([(ue11, ue21)])
    annee.ects = ["UE11": "6", "UE21": "3"]
    annee.coefficients = ["UE11": "3", "UE21": "9"]
    let reglages: [String: JSONNode] = ["ponderationRCUE": .string(mode)]
    let lu = try DossierDEssai(DossierDEssai.national, reglages, annee).resultats()
    #expect(lu["rcues.C1.moyenne"] == moyenne)
    #expect(lu["rcues.C1.valide"] == "\(valide)")
    #expect(lu["ues.UE11.code"] == (valide ? "CMP" : "AJ"))
  }

  @Test("le coefficient d’une UE est par défaut la somme de ceux de ses modules")
  func defaultCoefficient() throws {
    // (6 × 1 + 11 × 4) / 5 = 10, quand l’égalité donnerait 8,5.
    let annee = AnneeDEssai(
      modules: ["UE11": ["R101": "1"], "UE21": ["R201": "3", "SAE201": "1"]],
      notes: [1: ["R101": "6"], 2: ["R201": "12", "SAE201": "8"]],
    )
    let reglages: [String: JSONNode] = ["ponderationRCUE": "coefficient"]
    let lu = try DossierDEssai(DossierDEssai.national, reglages, annee).resultats()
    #expect(lu["rcues.C1.moyenne"] == "10")
    #expect(lu["ues.UE11.mode"] == "compensation")
  }

  @Test("une compétence n’en compense pas une autre")
  func noCrossing() throws {
    let lu = try DossierDEssai(
      DossierDEssai.national,
      [:],
      .rcues([("9", "10.5"), ("20", "20")]),
    ).resultats()
    #expect(lu["rcues.C1.moyenne"] == "39/4")
    #expect(lu["rcues.C1.valide"] == "false")
    #expect(lu["ues.UE11.code"] == "AJ")
    #expect(lu["rcues.C2.valide"] == "true")
  }

  @Test("un niveau n’en compense pas un autre de la même compétence")
  func noCrossingLevels() throws {
    let lu = try DossierDEssai(
      DossierDEssai.national,
      [:],
      .rcues([("9", "9")]),
      .rcues([("8", "11.9")], but: 2),
    ).resultats()
    #expect(lu["rcues.C1.moyenne", annee: 0] == "9")
    #expect(lu["rcues.C1.moyenne"] == "199/20")
    #expect(lu["rcues.C1.ues"] == "[UE31, UE41]")
    #expect(lu["ues.UE31.code"] == "AJ")
    #expect(lu["ects_cumules"] == "5")
  }

  @Test("un regroupement attend son second semestre")
  func waitsForSecondSemester() throws {
    let annee = AnneeDEssai(moyennes: ["UE11": "9.5", "UE12": "12"])
    let lu = try DossierDEssai(DossierDEssai.national, [:], annee).resultats()
    for cle in ["C1", "C2"] {
      #expect(lu["rcues.\(cle).moyenne"] == "null")
      #expect(lu["rcues.\(cle).valide"] == "false")
    }
    #expect(lu["ues.UE11.acquise"] == "false")
    #expect(lu["ues.UE12.mode"] == "directe")
    #expect(lu["code_annee"] == "null")
  }

  @Test(
    "une UE incomplète n’a ni moyenne ni compensation, et n’en donne aucune",
    arguments: [("x", "20", "true"), ("x", "9", "false")],
  )
  func incomplete(ue11: String, ue21: String, acquise21: String) throws {
    let lu = try un(ue11, ue21)
    #expect(lu["rcues.C1.moyenne"] == "null")
    #expect(lu["rcues.C1.valide"] == "false")
    #expect(lu["ues.UE11.moyenne"] == "null")
    #expect(lu["ues.UE11.acquise"] == "false")
    #expect(lu["ues.UE21.acquise"] == acquise21)
  }

  @Test(
    "l’arrondi, où il est choisi, joue avant la comparaison : la demie vers le haut",
    arguments: [
      ("2", "9.995", "10", true), ("2", "9.994999", "999/100", false),
      ("3", "9.9995", "10", true), ("3", "9.999499", "9999/1000", false),
      ("3", "9.995", "1999/200", false), ("aucun", "9.999999", "9999999/1000000", false),
    ],
  )
  func roundsUE(decimales: String, moyenne: String, retenue: String, acquise: Bool) throws {
    let reglages: [String: JSONNode] = ["arrondiAvantComparaison": .string(decimales)]
    let annee = AnneeDEssai(moyennes: ["UE11": .string(moyenne)])
    let lu = try DossierDEssai(DossierDEssai.national, reglages, annee).resultats()
    #expect(lu["ues.UE11.moyenne"] == retenue)
    #expect(lu["ues.UE11.acquise"] == "\(acquise)")
  }

  @Test(
    "le profil d’arrondi à deux décimales arrondit aussi les regroupements",
    arguments: [
      (DossierDEssai.arrondi, "9.99", "10", true),
      (DossierDEssai.arrondi, "9.98", "999/100", false),
      (DossierDEssai.national, "9.99", "1999/200", false),
    ],
  )
  func roundsRCUE(profil: String, ue11: String, moyenne: String, valide: Bool) throws {
    let lu = try un(ue11, "10", profil: profil)
    #expect(lu["rcues.C1.moyenne"] == moyenne)
    #expect(lu["rcues.C1.valide"] == "\(valide)")
    #expect(lu["ues.UE11.code"] == (valide ? "CMP" : "AJ"))
  }

  @Test(
    "une UE bloquée par les absences n’est pas compensée, sa moyenne compense encore l’autre",
    arguments: [
      ("12", "9", "30", false, true), ("12", "9", "29.99", true, true),
      ("9", "12", "30", false, true), ("9", "12", "29.99", true, true),
      ("12", "12", "30", false, true),
    ],
  )
  func blocked(ue11: String, ue21: String, heures: String, acquise11: Bool, acquise21: Bool) throws
  {
    var annee = AnneeDEssai.rcues([(ue11, ue21)])
    annee.volumes = ["S1": "100", "S2": "100"]
    annee.absences = [1: .heures(abj: heures)]
    let lu = try DossierDEssai(DossierDEssai.laRoche, [:], annee).resultats()
    #expect(lu["ues.UE11.moyenne"] == ue11)
    #expect(lu["rcues.C1.moyenne"] == (ue11 == ue21 ? "12" : "21/2"))
    #expect(lu["rcues.C1.valide"] == "\(acquise11 && acquise21)")
    #expect(lu["ues.UE11.acquise"] == "\(acquise11)")
    #expect(lu["ues.UE21.acquise"] == "\(acquise21)")
  }
}
