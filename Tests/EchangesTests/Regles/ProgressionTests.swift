import JSON
import Testing

@Suite("Règles : progression")
struct ProgressionTests {
  /// A year whose RCUE have these averages; « x » is an RCUE of which a UE has no mark.
  private static func annee(_ moyennes: [String], but: Int = 1) -> AnneeDEssai {
    .rcues(moyennes.map { $0 == "x" ? ("9", "x") : ($0, $0) }, but: but)
  }

  private func un(
    _ moyennes: [String],
    decisions: [(sur: String, code: String)] = [],
  ) throws -> Lecture {
    var annee = Self.annee(moyennes)
    annee.decisions = decisions
    return try DossierDEssai(DossierDEssai.national, [:], annee).resultats()
  }

  @Test(
    "il faut la moyenne à plus de la moitié des regroupements",
    arguments: [(1, 1), (2, 2), (3, 2), (4, 3), (5, 3), (6, 4)],
  )
  func moreThanHalf(regroupements: Int, minimum: Int) throws {
    for valides in 0...regroupements {
      let moyennes = (0..<regroupements).map { $0 < valides ? "10" : "9.999999" }
      let lu = try un(moyennes)
      #expect(lu["poursuite.autorisee"] == "\(valides >= minimum)", "\(valides)/\(regroupements)")
      #expect(lu["poursuite.rcue_valides"] == "\(valides)")
      #expect(lu["poursuite.vers"] == "S3")
      #expect((lu["poursuite.motifs"] == "[]") == (valides >= minimum))
    }
  }

  @Test(
    "aucun regroupement ne peut être sous 8, et 8 suffit",
    arguments: [("8", "true"), ("7.999999", "false"), ("0", "false")],
  )
  func floor(moyenne: String, autorisee: String) throws {
    let lu = try un(["10", "10", "10", moyenne])
    #expect(lu["poursuite.autorisee"] == autorisee)
    #expect(lu["poursuite.motifs"].contains("C4") == (autorisee == "false"))
    #expect(!lu["poursuite.motifs"].contains("8,00"))
  }

  @Test("le plancher porte sur le regroupement, non sur ses UE")
  func floorOnRCUE() throws {
    let annee = AnneeDEssai.rcues([("10", "10"), ("10", "10"), ("0", "16")])
    let lu = try DossierDEssai(DossierDEssai.national, [:], annee).resultats()
    #expect(lu["rcues.C3.moyenne"] == "8")
    #expect(lu["poursuite.autorisee"] == "true")
  }

  @Test(
    "un résultat qui manque laisse le passage inconnu, sauf s’il ne peut rien y changer",
    arguments: [
      (["10", "10", "x"], "null"), (["10", "9", "x"], "null"), (["10", "7.999999", "x"], "false"),
      (["9", "9", "x"], "false"), (["10", "10", "9", "x"], "null"),
      (["10", "9", "9", "x"], "false"),
      (["x"], "null"), (["x", "9"], "false"), (["x", "10"], "null"), (["x", "x"], "null"),
    ],
  )
  func incomplete(moyennes: [String], autorisee: String) throws {
    let lu = try un(moyennes)
    #expect(lu["poursuite.autorisee"] == autorisee)
    #expect(lu["poursuite.motifs"] != "[]")
  }

  @Test(
    "un regroupement validé par le jury compte, et n’a plus de plancher",
    arguments: [
      ([("C3", "ADJ")], "true"), ([("UE13", "ADJ"), ("UE23", "ADJ")], "true"),
      ([("UE13", "ADJ")], "false"), ([("C2", "ADJ")], "false"), ([], "false"),
    ] as [([(String, String)], String)],
  )
  func byJury(decisions: [(String, String)], autorisee: String) throws {
    let lu = try un(["10", "9", "7"], decisions: decisions.map { ($0.0, $0.1) })
    #expect(lu["poursuite.autorisee"] == autorisee)
    #expect(lu["poursuite.regle"] == "poursuite-impaire")
    #expect(lu["poursuite.hors_4_5"] == "false")
  }

  @Test("une UE validée par le jury est ADJ, celles d’un regroupement validé sont ADJR")
  func juryCodes() throws {
    let lu = try un(["10", "9", "7"], decisions: [("UE12", "ADJ"), ("C3", "ADJ")])
    #expect(lu["ues.UE12.code"] == "ADJ")
    #expect(lu["ues.UE12.mode"] == "décision de jury")
    #expect(lu["ues.UE22.code"] == "AJ")
    #expect(lu["rcues.C2.valide"] == "false")
    #expect(lu["rcues.C3.code"] == "ADJ")
    for code in ["UE13", "UE23"] {
      #expect(lu["ues.\(code).code"] == "ADJR")
      #expect(lu["ues.\(code).moyenne"] == "7")
      #expect(lu["ues.\(code).ects"] == "5")
    }
  }

  @Test(
    "le semestre pair de la même année est de droit, quels que soient notes et absences",
    arguments: [(1, "S2"), (3, "S4"), (5, "S6")],
  )
  func evenSemester(semestre: Int, vers: String) throws {
    let annee = AnneeDEssai(
      but: (semestre + 1) / 2,
      moyennes: ["UE\(semestre)1": "0"],
      absences: [semestre: .heures(abi: "100")],
      volumes: ["S\(semestre)": "100"],
    )
    let lu = try DossierDEssai(DossierDEssai.laRoche, [:], annee).resultats()
    #expect(lu["semestres.S\(semestre).bloque"] == "true")
    #expect(lu["poursuite.vers"] == vers)
    #expect(lu["poursuite.autorisee"] == "true")
    #expect(lu["poursuite.regle"] == "poursuite-paire")
  }

  @Test(
    "une décision de passage ou d’admission ouvre le S3, un renvoi ou un départ le ferme",
    arguments: [
      ("passage", "ADJ", true), ("annee", "ADJ", true), ("annee", "PAS1NCI", true),
      ("annee", "RED", false), ("annee", "NAR", false), ("annee", "DEF", false),
      ("annee", "ABAN", false), ("annee", "DEM", false), ("annee", "ABL", false),
      ("annee", "EXCLU", false), ("annee", "AJOURNE", false),
    ],
  )
  func decidedPassage(sur: String, code: String, ouvre: Bool) throws {
    let refuse = try un(["10", "9"], decisions: [(sur, code)])
    #expect(refuse["poursuite.autorisee"] == "\(ouvre)")
    #expect(refuse["poursuite.hors_4_5"] == "\(ouvre)")
    #expect(refuse["poursuite.motifs"] != "[]")
    #expect(refuse["signalements"].contains("4.5") == ouvre)
    let admis = try un(["10", "10"], decisions: [(sur, code)])
    #expect(admis["poursuite.autorisee"] == "\(ouvre)")
    #expect(admis["poursuite.hors_4_5"] == "false")
    let inconnu = try un(["10", "x"], decisions: [(sur, code)])
    #expect(inconnu["poursuite.autorisee"] == "\(ouvre)")
    #expect(inconnu["poursuite.hors_4_5"] == "false")
  }

  @Test(
    "l’année est ADM, PASD, sans code, ou ce que le jury décide",
    arguments: [
      (["10", "10", "10"], "", "", "ADM"), (["10", "10", "8"], "", "", "PASD"),
      (["10", "10", "7"], "", "", "null"), (["10", "9", "9"], "", "", "null"),
      (["10", "10", "x"], "", "", "null"), (["10", "9", "9"], "passage", "ADJ", "null"),
      (["10", "9", "7"], "annee", "RED", "RED"), (["10", "10", "10"], "annee", "NAR", "NAR"),
      (["10", "9", "7"], "annee", "PAS1NCI", "PAS1NCI"),
    ],
  )
  func yearCode(moyennes: [String], sur: String, code: String, attendu: String) throws {
    let lu = try un(moyennes, decisions: sur.isEmpty ? [] : [(sur, code)])
    if attendu == "null" {
      #expect(lu["code_annee"] == "null")
    } else {
      #expect(lu["code_annee.code"] == attendu)
      #expect(lu["code_annee.etat"] == (sur == "annee" ? "decide" : "propose"))
    }
  }

  @Test("la dernière année n’a pas de passage, et son code ne dépend que des regroupements")
  func lastYear() throws {
    for (moyenne, code) in [("10", "ADM"), ("9", "absent")] {
      let annee = Self.annee(["10", "10", moyenne], but: 3)
      let lu = try DossierDEssai(DossierDEssai.national, [:], annee).resultats()
      #expect(lu["poursuite"] == "null")
      #expect(lu["code_annee.code"] == code)
    }
  }
}

@Suite("Règles : entrée en semestre 5")
struct EntreeEnS5Tests {
  private func resultats(
    _ premiere: AnneeDEssai?,
    _ deuxieme: [(String, String)],
    decisions: [(sur: String, code: String)] = [],
  ) throws -> Lecture {
    var seconde = AnneeDEssai.rcues(deuxieme, but: 2)
    seconde.decisions = decisions
    var dossier = DossierDEssai(DossierDEssai.national, [:])
    dossier.annees = (premiere.map { [$0] } ?? []) + [seconde]
    return try dossier.resultats()
  }

  /// Two competences; the second of S1 at 9 beside a 10.5.
  private let manquee = AnneeDEssai.rcues([("12", "12"), ("9", "10.5")])
  private let complete = AnneeDEssai.rcues([("12", "12"), ("10", "10")])

  @Test(
    "le S5 demande toutes les UE des S1 et S2, acquises au besoin par le niveau supérieur",
    arguments: [
      (true, "10", "true"), (true, "9.999999", "false"), (false, "10", "true"),
      (false, "9.999999", "false"),
    ],
  )
  func firstYear(entiere: Bool, c2: String, autorisee: String) throws {
    // À 10, le niveau 2 de la seconde compétence valide aussi l’UE12.
    let lu = try resultats(entiere ? complete : manquee, [("10", "10"), (c2, c2)])
    #expect(lu["poursuite.vers"] == "S5")
    #expect(lu["poursuite.autorisee"] == autorisee)
  }

  @Test("une UE des S1 et S2 non validée ferme le S5, et le motif la nomme")
  func missingUE() throws {
    // Trois regroupements : 2 sur 3 à 10, le dernier à 9.
    let premiere = AnneeDEssai.rcues([("12", "12"), ("12", "12"), ("9", "10.5")])
    let lu = try resultats(premiere, [("10", "10"), ("10", "10"), ("9", "9")])
    #expect(lu["poursuite.autorisee"] == "false")
    #expect(lu["poursuite.regle"] == "poursuite-s5")
    #expect(lu["poursuite.motifs"].contains("UE13"))
    let validee = AnneeDEssai.rcues([("12", "12"), ("12", "12"), ("9.5", "10.5")])
    let ouverte = try resultats(validee, [("10", "10"), ("10", "10"), ("9", "9")])
    #expect(ouverte["poursuite.autorisee"] == "true")
  }

  @Test(
    "le jury peut ouvrir le S5 : dans le texte quand seules manquent des UE des S1 et S2",
    arguments: [("9", "false"), ("7.999999", "true")],
  )
  func byJury(c3: String, hors: String) throws {
    let premiere = AnneeDEssai.rcues([("12", "12"), ("12", "12"), ("9", "10.5")])
    let lu = try resultats(
      premiere,
      [("10", "10"), ("10", "10"), (c3, c3)],
      decisions: [("passage", "ADJ")],
    )
    #expect(lu["poursuite.autorisee"] == "true")
    #expect(lu["poursuite.hors_4_5"] == hors)
  }

  @Test("sans les S1 et S2 au dossier, le S5 reste inconnu, sauf condition déjà manquée")
  func withoutFirstYear() throws {
    #expect(try resultats(nil, [("10", "10")])["poursuite.autorisee"] == "null")
    #expect(try resultats(nil, [("9", "9")])["poursuite.autorisee"] == "false")
  }

  @Test("avec le seul S1 au dossier, le S5 reste inconnu")
  func withoutSecondSemester() throws {
    let premiere = AnneeDEssai(moyennes: ["UE11": "12"])
    #expect(try resultats(premiere, [("10", "10")])["poursuite.autorisee"] == "null")
  }

  @Test("une UE de S1 incomplète laisse le S5 inconnu : il manque un résultat")
  func incompleteUE() throws {
    let premiere = AnneeDEssai.rcues([("12", "12"), ("12", "12"), ("x", "12")])
    let lu = try resultats(premiere, [("10", "10"), ("10", "10"), ("9", "9")])
    #expect(lu["poursuite.autorisee"] == "null")
  }
}
