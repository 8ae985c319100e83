import Echanges
import JSON
import Scolarite
import Testing

/// The mark that one test alone needs, and what a low one costs, worked by hand.
@Suite("Notes nécessaires")
struct NotesNecessairesTests {
  /// UE11 of R101 (coefficient 3) and SAE101 (coefficient 2).
  private static func deuxModules(
    _ r101: String,
    _ sae101: String,
    _ reglages: [String: JSONNode] = [:],
  ) -> DossierDEssai {
    var annee = AnneeDEssai()
    annee.detailler("UE11", [("R101", "3", r101), ("SAE101", "2", sae101)])
    return DossierDEssai(DossierDEssai.avecSession2, reglages, annee)
  }

  private func besoins(
    _ essai: DossierDEssai,
    _ objectif: String,
    _ terrain: Situation.Terrain = .rattrapagesDeModules,
    pas: String = "0.01",
  ) throws -> [String] {
    let objectif = try #require(Objectif(texte: objectif))
    let pas = try #require(Decimale(pas))
    return try essai.situation(terrain).notesNecessaires(objectif, pas: pas).map(\.resume)
  }

  @Test("une UE de coefficients 3 et 2 : la note de chaque module")
  func twoCoefficients() throws {
    // (3 × 6 + 2 × 10) / 5 = 7,6 ; 3x + 20 ≥ 50 → x ≥ 10 ; 18 + 2x ≥ 50 → x ≥ 16.
    #expect(
      try besoins(Self.deuxModules("6", "10"), "UE11") == [
        "R101 10 [moyenne UE11<6]", "SAE101 16 [moyenne UE11<10]",
      ]
    )
    #expect(
      try besoins(Self.deuxModules("6", "10"), "UE11", .rattrapagesDUE) == [
        "UE11 10 [moyenne UE11<7,6]"
      ]
    )
    // (3 × 1 + 2x) / 5 ≥ 10 → x ≥ 23,5.
    #expect(
      try besoins(Self.deuxModules("1", "10"), "UE11", .notes) == [
        "R101 10 []", "SAE101 jamais []",
      ]
    )
  }

  @Test("une épreuve dont la note va à des modules, et pas à toute l’UE")
  func examOnModules() throws {
    let ue11 = try #require(CodeUE("UE11"))
    func besoin(_ r101: String, _ sae101: String, _ modules: [String]) throws -> [String] {
      try besoins(Self.deuxModules(r101, sae101), "UE11", .epreuves([ue11: modules]))
    }
    // 3x + 20 ≥ 50 → 10 ; 18 + 2x ≥ 50 → 16 ; 3 + 2x ≥ 50 → 23,5 ; 3x + 2x ≥ 50 → 10.
    #expect(try besoin("6", "10", ["R101"]) == ["UE11 (R101) 10 [moyenne UE11<6]"])
    #expect(try besoin("6", "10", ["SAE101"]) == ["UE11 (SAE101) 16 [moyenne UE11<10]"])
    #expect(try besoin("1", "10", ["SAE101"]) == ["UE11 (SAE101) jamais [moyenne UE11<10]"])
    #expect(
      try besoin("6", "10", ["R101", "SAE101"]) == ["UE11 (R101, SAE101) 10 [moyenne UE11<7,6]"]
    )
  }

  @Test(
    "la note s’arrondit au pas, vers le haut",
    arguments: [
      ("0.01", "11,34"), ("0.05", "11,35"), ("0.25", "11,5"), ("1", "12"), ("4", "12"),
    ],
  )
  func steps(pas: String, note: String) throws {
    // 3x + 16 ≥ 50 → x ≥ 34/3.
    let besoins = try besoins(Self.deuxModules("6", "8"), "UE11", .notes, pas: pas)
    #expect(besoins.first == "R101 \(note) []")
  }

  @Test(
    "l’arrondi avant comparaison abaisse la note nécessaire",
    arguments: [("aucun", "11,34"), ("2", "11,33"), ("3", "11,34")],
  )
  func rounding(arrondi: String, note: String) throws {
    // À deux décimales, 3x + 16 ≥ 49,975 → x ≥ 11,325 ; à trois, 49,9975 → x ≥ 11,3325.
    let essai = Self.deuxModules("6", "8", ["arrondiAvantComparaison": .string(arrondi)])
    #expect(try besoins(essai, "UE11", .notes).first == "R101 \(note) []")
    let moindre = try essai.situation().moindreEnsemble(
      .ue(try #require(CodeUE("UE11"))),
      pas: try #require(Decimale("0.01")),
    )
    #expect(moindre.resume == "R101:\(note) à \(note)")
  }

  @Test("un module commun à deux UE a sa note dans chacune")
  func sharedModule() throws {
    var annee = AnneeDEssai()
    annee.detailler("UE11", [("R101", "1", "6"), ("R102", "1", "8")])
    annee.detailler("UE12", [("R101", "1", "6"), ("R103", "3", "9")])
    let essai = DossierDEssai(DossierDEssai.avecSession2, [:], annee)
    // (x + 8) / 2 ≥ 10 → 12 ; (x + 27) / 4 ≥ 10 → 13.
    let enUE11 = try besoins(essai, "UE11", .notes)
    #expect(enUE11 == ["R101 12 []", "R102 14 []", "R103 jamais []"])
    // (6 + 3x) / 4 ≥ 10 → 34/3.
    #expect(
      try besoins(essai, "UE12", .notes) == ["R101 13 []", "R102 jamais []", "R103 11,34 []"]
    )
    #expect(
      try besoins(essai, "UE11").first == "R101 12 [moyenne UE11<6 moyenne UE12<6]"
    )
  }

  @Test(
    "en remplacement, une note basse peut coûter le passage ; la meilleure ne coûte rien",
    arguments: [("remplacement", "passage<6 moyenne UE11<8"), ("meilleure", "")],
  )
  func risks(mode: String, pertes: String) throws {
    // C1 : (8 + 10) / 2 = 9 ; sous 6, (x + 10) / 2 < 8.
    var annee = AnneeDEssai.rcues([("8", "10"), ("11", "11"), ("11", "11")])
    annee.detailler("UE11", [("R101", "1", "8")])
    let essai = DossierDEssai(
      DossierDEssai.avecSession2,
      ["modeNoteSession2": .string(mode)],
      annee,
    )
    #expect(try besoins(essai, "UE11") == ["R101 10 [\(pertes)]"])
    #expect(try besoins(essai, "UE11", .notes) == ["R101 10 []"])
  }

  @Test("une UE bloquée par les absences compense l’autre, que sa note de session 2 peut perdre")
  func losesCompensation() throws {
    // C1 : (12 + 9) / 2 = 10,5 ; l’UE11 est bloquée, l’UE21 compensée tant que x + 9 ≥ 20.
    var annee = AnneeDEssai(moyennes: ["UE21": "9"], volumes: ["S1": "100"])
    annee.detailler("UE11", [("R101", "1", "12")])
    annee.absences = [1: .heures(abj: "30")]
    let essai = DossierDEssai(DossierDEssai.laRoche, ["session2Active": true], annee)
    #expect(
      try besoins(essai, "UE11") == ["R101 jamais [passage<11 UE21<11 moyenne UE11<12]"]
    )
  }

  @Test(
    "à qui redouble, la meilleure moyenne reste, la dernière peut baisser",
    arguments: [("meilleure", ""), ("derniere", "moyenne UE11<7")],
  )
  func repeaters(mode: String, pertes: String) throws {
    var reprise = AnneeDEssai(debut: 2026, moyennes: ["UE21": "8"])
    reprise.detailler("UE11", [("R101", "1", "7")])
    let essai = DossierDEssai(
      DossierDEssai.avecSession2,
      ["moyenneRedoublant": .string(mode)],
      .rcues([("9", "8")]),
      reprise,
    )
    #expect(try besoins(essai, "UE11") == ["R101 10 [\(pertes)]"])
  }

  @Test("ce que la session 2 a déjà donné est laissé de côté")
  func leavesSession2Out() throws {
    var essai = Self.deuxModules("6", "10")
    essai.annees[0].session2 = ["inscriptions": ["UE11"], "notes": ["R101": "18"]]
    #expect(try essai.resultats()["ues.UE11.acquise"] == "true")
    #expect(try besoins(essai, "UE11").first == "R101 10 [moyenne UE11<6]")
  }
}

/// Marks that are still awaited.
@Suite("Notes attendues")
struct NotesAttenduesTests {
  private func attendues(
    _ lignes: [(module: String, coefficient: String, note: String)],
    _ evaluations: [String: JSONNode] = [:],
    pas: String = "0.01",
  ) throws -> String {
    var annee = AnneeDEssai()
    annee.detailler("UE11", lignes)
    for (module, siennes) in evaluations { annee.notes[1, default: [:]][module] = siennes }
    return try DossierDEssai(DossierDEssai.national, [:], annee).situation(.notes)
      .notesAttendues(
        .ue(try #require(CodeUE("UE11"))),
        pas: try #require(Decimale(pas)),
      ).resume
  }

  @Test(
    "une évaluation attendue, un rattrapage attendu : la note qui suffit",
    arguments: ["ATT", "ABJ"],
  )
  func oneTest(mot: String) throws {
    // (12 + 2x) / 3 ≥ 10 → 9.
    let evaluations = JSONNode.evaluations([("12", "1"), (mot, "2")])
    #expect(try attendues([("R101", "1", "")], ["R101": evaluations]) == "9 à R101 (E2)")
  }

  @Test("un module sans aucune note, un autre en attente : la même note à chacun")
  func several() throws {
    // (8 + x) / 2 ≥ 10 → 12.
    #expect(try attendues([("R101", "1", "8"), ("R102", "1", "")]) == "12 à R102")
    // (3 × 8 + x + 2x) / 6 ≥ 10 → 12.
    #expect(
      try attendues([("R101", "3", "8"), ("R102", "1", ""), ("R103", "2", "ATT")])
        == "12 à R102, R103"
    )
    #expect(try attendues([("R101", "2", "9"), ("R102", "1", "")], pas: "1") == "12 à R102")
    #expect(try attendues([("R101", "1", "8"), ("R102", "0", "")]) == "aucune")
  }

  @Test("quelle que soit la note, ou même avec 20")
  func sureOrImpossible() throws {
    let sure = JSONNode.evaluations([("20", "1"), ("ATT", "1")])
    #expect(try attendues([("R101", "1", "")], ["R101": sure]) == "assuré R101 (E2)")
    let limite = JSONNode.evaluations([("19.99", "1"), ("ATT", "1")])
    #expect(try attendues([("R101", "1", "")], ["R101": limite]) == "0,01 à R101 (E2)")
    let perdue = JSONNode.evaluations([("0", "3"), ("ATT", "1")])
    #expect(
      try attendues([("R101", "1", "")], ["R101": perdue]) == "impossible [\"UE11\"] R101 (E2)"
    )
  }

  @Test("sans rien d’attendu, ou l’objectif déjà atteint")
  func nothing() throws {
    #expect(try attendues([("R101", "1", "8")]) == "aucune")
    #expect(try attendues([("R101", "1", "10")]) == "déjà atteint")
    #expect(try attendues([("R101", "1", "DEM")]) == "aucune")
  }

  @Test("la preuve de l’impossible conclut que l’objectif n’est pas atteint")
  func proves() throws {
    var annee = AnneeDEssai(moyennes: ["UE21": "2"])
    annee.detailler("UE11", [("R101", "1", "0"), ("R102", "1", "ATT")])
    let situation = try DossierDEssai(DossierDEssai.national, [:], annee).situation(.notes)
    for objectif in [Objectif.rcue(competence: 1), .passage, .annee] {
      guard case .impossible(let preuves, _) = situation.notesAttendues(objectif, pas: 1) else {
        Issue.record("\(objectif)")
        continue
      }
      #expect(!preuves.isEmpty)
      #expect(preuves.allSatisfy { $0.conclusion == .verdict(false) })
    }
  }

  @Test("un module qu’ont les deux semestres n’est attendu que dans le sien")
  func sameModuleInBothSemesters() throws {
    var annee = AnneeDEssai()
    annee.detailler("UE11", [("PORTFOLIO", "1", "8")])
    annee.detailler("UE21", [("PORTFOLIO", "1", "ATT")])
    let situation = try DossierDEssai(DossierDEssai.national, [:], annee).situation(.notes)
    #expect(situation.notesAttendues(.annee, pas: 1).resume == "12 à PORTFOLIO")
  }
}
