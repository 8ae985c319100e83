import JSON
import Testing

@Suite("Règles : diplômes et crédits")
struct DiplomesTests {
  /// Years of two competences of 15 credits a UE, all at 12 but for what is given.
  private func cursus(
    _ annees: Int = 3,
    _ changees: [String: JSONNode] = [:],
    ects: [String: JSONNode] = [:],
    decisions: [(sur: String, code: String)] = [],
  ) throws -> Lecture {
    var dossier = DossierDEssai()
    dossier.annees = (1...annees).map { but in
      var annee = AnneeDEssai.rcues([("12", "12"), ("12", "12")], but: but)
      for code in annee.moyennes.keys {
        annee.ects[code] = ects[code] ?? "15"
        annee.moyennes[code] = changees[code] ?? "12"
      }
      annee.decisions = decisions.filter { annee.moyennes[$0.sur] != nil }
      return annee
    }
    return try dossier.resultats()
  }

  @Test(
    "le DUT demande les quatre premiers semestres, le BUT les six",
    arguments: [
      (1, "false", "false", "60"), (2, "true", "false", "120"), (3, "true", "true", "180"),
    ],
  )
  func wholeCurriculum(annees: Int, dut: String, but: String, ects: String) throws {
    let lu = try cursus(annees)
    #expect(lu.racine("diplomes.dut") == dut)
    #expect(lu.racine("diplomes.but") == but)
    #expect(lu.racine("diplomes.ects") == ects)
    #expect(lu["ects_cumules"] == ects)
    #expect(lu["ects"] == "60")
  }

  @Test(
    "il y faut chaque UE, acquise directement ou par compensation",
    arguments: [
      ("UE61", "7.999999", "true", "false", "165"), ("UE61", "8", "true", "true", "180"),
      ("UE51", "7.999999", "true", "false", "165"), ("UE42", "8", "true", "true", "180"),
    ],
  )
  func everyUE(ue: String, moyenne: String, dut: String, but: String, ects: String) throws {
    let lu = try cursus(3, [ue: .string(moyenne)])
    #expect(lu.racine("diplomes.dut") == dut)
    #expect(lu.racine("diplomes.but") == but)
    #expect(lu.racine("diplomes.ects") == ects)
  }

  @Test(
    "au DUT, une UE manque ou non selon sa moyenne, le jury, l’équivalence ou le niveau 3",
    arguments: [(2, "7.999999", false), (2, "8", true), (3, "7.999999", true)],
  )
  func dut(annees: Int, ue42: String, obtenu: Bool) throws {
    // Avec la troisième année, le niveau 3 de la compétence valide l’UE42.
    let lu = try cursus(annees, ["UE42": .string(ue42)])
    #expect(lu.racine("diplomes.dut") == "\(obtenu)")
    #expect(lu.racine("diplomes.ects_s1_s4") == (obtenu ? "120" : "105"))
    let jury = try cursus(2, ["UE42": .string(ue42)], decisions: [("UE42", "ADJ")])
    #expect(jury.racine("diplomes.dut") == "true")
    let equivalence = try cursus(2, ["UE42": .equivalence()])
    #expect(equivalence.racine("diplomes.dut") == "true")
  }

  @Test(
    "il y faut aussi le compte des crédits",
    arguments: [("15", true, true), ("14.999999", false, false), ("16", true, true)],
  )
  func creditCount(ects: String, dut: Bool, but: Bool) throws {
    let lu = try cursus(3, ects: ["UE11": .string(ects)])
    #expect(lu.racine("diplomes.dut") == "\(dut)")
    #expect(lu.racine("diplomes.but") == "\(but)")
  }

  @Test("une UE incomplète ne donne ni crédit ni diplôme")
  func incompleteUE() throws {
    var derniere = AnneeDEssai.rcues([("12", "12"), ("12", "x")], but: 3)
    derniere.ects = ["UE51": "15", "UE52": "15", "UE61": "15", "UE62": "15"]
    var dossier = DossierDEssai()
    dossier.annees = [derniere]
    let lu = try dossier.resultats()
    #expect(lu["ects"] == "45")
    #expect(lu.racine("diplomes.but") == "false")
  }
}
