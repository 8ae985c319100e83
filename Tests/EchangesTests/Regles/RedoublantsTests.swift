import JSON
import Testing

@Suite("Règles : UE reprises, capitalisées, accordées")
struct RedoublantsTests {
  /// The first year twice, one competence.
  private func deux(
    _ premiere: (String, String),
    _ seconde: (String, String),
    _ reglages: [String: JSONNode] = [:],
    profil: String = DossierDEssai.national,
    _ changer: (inout AnneeDEssai) -> Void = { _ in },
  ) throws -> Lecture {
    let debut = AnneeDEssai.rcues([premiere])
    var reprise = AnneeDEssai.rcues([seconde])
    reprise.debut = debut.debut + 1
    changer(&reprise)
    return try DossierDEssai(profil, reglages, debut, reprise).resultats()
  }

  /// The first year, then one of its semesters alone.
  private func puisUnSemestre(
    _ premiere: (String, String),
    _ moyennes: [String: JSONNode],
    profil: String = DossierDEssai.national,
    bonus: JSONNode? = nil,
  ) throws -> Lecture {
    let debut = AnneeDEssai.rcues([premiere])
    let reprise = AnneeDEssai(debut: debut.debut + 1, moyennes: moyennes, bonus: bonus)
    return try DossierDEssai(profil, [:], debut, reprise).resultats()
  }

  @Test(
    "une UE acquise est gardée, et son regroupement réunit deux années",
    arguments: [("8", "10", true), ("7.999999", "19999999/2000000", false)],
  )
  func keepsAcquired(ue21: String, moyenne: String, valide: Bool) throws {
    let lu = try deux(("12", "7"), ("5", ue21))
    #expect(lu["ues.UE11.moyenne"] == "12")
    #expect(lu["ues.UE11.mode"] == "capitalisée")
    #expect(lu["ues.UE11.acquise"] == "true")
    #expect(lu["rcues.C1.moyenne"] == moyenne)
    #expect(lu["rcues.C1.valide"] == "\(valide)")
    #expect(lu["ues.UE21.code"] == (valide ? "CMP" : "AJ"))
    #expect(lu["rcues.C1.annees"] == "[2025-2026, 2026-2027]")
    #expect(lu["ects_cumules"] == (valide ? "10" : "5"))
  }

  @Test("une décision d’une année suivante n’ôte pas une UE acquise d’une année passée")
  func laterDecision() throws {
    let premiere = AnneeDEssai.rcues([("12", "7")])
    var seconde = AnneeDEssai.rcues([("11", "11")], but: 2)
    seconde.niveaux = [1: 1]
    seconde.decisions = [("UE11", "ATJ"), ("UE21", "ATJ")]
    let lu = try DossierDEssai(DossierDEssai.national, [:], premiere, seconde).resultats()
    #expect(lu["ects_cumules"] == "15")
    #expect(lu["signalements"].contains("UE11 : décision ATJ sans effet"))
    #expect(!lu["signalements"].contains("UE21 : décision ATJ sans effet"))
  }

  @Test("une UE acquise par compensation, ou par le jury, n’est pas reprise non plus")
  func keepsCompensated() throws {
    let compensee = try deux(("9", "11"), ("2", "3"))
    #expect(compensee["ues.UE11.moyenne"] == "9")
    #expect(compensee["ues.UE11.acquise"] == "true")
    #expect(compensee["rcues.C1.valide"] == "true")
    var debut = AnneeDEssai.rcues([("8", "8")])
    debut.decisions = [("UE11", "ADJ")]
    var reprise = AnneeDEssai.rcues([("2", "12")])
    reprise.debut = 2026
    let jury = try DossierDEssai(DossierDEssai.national, [:], debut, reprise).resultats()
    #expect(jury["ues.UE11.acquise"] == "true")
    #expect(jury["ues.UE11.moyenne"] == "8")
  }

  @Test(
    "aucune décision d’une année suivante n’ôte une UE acquise",
    arguments: [("UE11", "DEM"), ("UE11", "ATJ"), ("UE11", "DEF"), ("C1", "ATJ")],
  )
  func noDecisionTakesAway(sur: String, code: String) throws {
    let lu = try deux(("9", "11"), ("9", "11")) { $0.decisions = [(sur, code)] }
    #expect(lu["ues.UE11.code", annee: 0] == "CMP")
    #expect(lu["ues.UE11.acquise"] == "true")
    #expect(lu["ects_cumules"] == "10")
  }

  @Test("ni malus, ni absences, ni bonification ne touchent une UE capitalisée")
  func nothingTouchesCapitalised() throws {
    let lu = try deux(("12", "7"), ("5", "7"), profil: DossierDEssai.laRoche) { annee in
      annee.volumes = ["S1": "100", "S2": "100"]
      annee.absences = [1: .heures(abi: "40")]
      annee.bonus = ["engagement": [["type": "élu", "points": "0.5"]]]
    }
    #expect(lu["semestres.S1.bloque"] == "true")
    #expect(lu["ues.UE11.moyenne"] == "12")
    #expect(lu["ues.UE11.malus"] == "0")
    #expect(lu["ues.UE11.bonus"] == "0")
    #expect(lu["ues.UE11.acquise"] == "true")
    #expect(lu["ues.UE21.moyenne"] == "15/2")
  }

  @Test(
    "une UE reprise garde sa meilleure moyenne, ou la dernière, selon le réglage",
    arguments: [
      ("meilleure", "7.9", "6", "79/10", "2025-2026"),
      ("meilleure", "6", "7.9", "79/10", "2026-2027"),
      ("derniere", "7.9", "6", "6", "2026-2027"),
      ("derniere", "6", "7.9", "79/10", "2026-2027"),
    ],
  )
  func attempts(mode: String, premier: String, second: String, retenue: String, annee: String)
    throws
  {
    let lu = try deux(("12", premier), ("0", second), ["moyenneRedoublant": .string(mode)])
    #expect(lu["ues.UE21.moyenne"] == retenue)
    #expect(lu["rcues.C1.annees"] == "[2025-2026, \(annee)]")
  }

  @Test(
    "la moyenne gardée de la première année peut être compensée par la seconde",
    arguments: [
      ("meilleure", "10.5", true), ("meilleure", "10.499999", false), ("derniere", "10.5", false),
      ("derniere", "12", true),
    ],
  )
  func keptAttemptCompensated(mode: String, ue21: String, acquise: Bool) throws {
    // UE11 : 9,5 puis 8 ; UE21 : 8 puis la valeur du tableau.
    let lu = try deux(("9.5", "8"), ("8", ue21), ["moyenneRedoublant": .string(mode)])
    #expect(lu["ues.UE11.acquise"] == "\(acquise)")
    #expect(lu["ues.UE21.acquise"] == "true")
  }

  @Test("le malus de l’année compte dans la comparaison des deux tentatives")
  func malusInAttempts() throws {
    for (heures, retenue) in [("3.99", "8"), ("4", "79/10")] {
      let lu = try deux(("12", "7.9"), ("0", "8.2"), profil: DossierDEssai.laRoche) { annee in
        annee.absences = [2: .heures(abi: heures)]
      }
      #expect(lu["ues.UE21.moyenne"] == retenue)
    }
  }

  @Test("une tentative sans moyenne n’efface pas celle d’avant")
  func incompleteAttempt() throws {
    var troisieme = AnneeDEssai.rcues([("7", "0")])
    troisieme.debut = 2027
    var deuxieme = AnneeDEssai.rcues([("x", "12")])
    deuxieme.debut = 2026
    let lu = try DossierDEssai(
      DossierDEssai.national,
      [:],
      .rcues([("9.5", "8")]),
      deuxieme,
      troisieme,
    ).resultats()
    #expect(lu["ues.UE11.moyenne"] == "19/2")
    #expect(lu["ues.UE11.code"] == "CMP")
  }

  @Test(
    "une UE est compensée par celle d’une année suivante, sans avoir été reprise",
    arguments: [("11", true), ("10.999999", false)],
  )
  func laterCompensation(ue21: String, compensee: Bool) throws {
    let lu = try puisUnSemestre(("9", "8"), ["UE21": .string(ue21)])
    #expect(lu["ues.UE21.acquise"] == "true")
    #expect(lu["ues.UE11.code"] == (compensee ? "CMP" : "absent"))
    #expect(lu["rcues.C1.valide"] == "\(compensee)")
    #expect(lu["rcues.C1.annees"] == "[2025-2026, 2026-2027]")
    #expect(lu["ects_cumules"] == (compensee ? "10" : "5"))
  }

  @Test("le semestre impair repris seul compense le pair de l’année d’avant")
  func oddSemesterAlone() throws {
    let lu = try puisUnSemestre(("8", "9"), ["UE11": "11"])
    #expect(lu["ues.UE21.code"] == "CMP")
    #expect(lu["poursuite.vers"] == "S2")
    #expect(lu["poursuite.autorisee"] == "true")
  }

  @Test(
    "la bonification de l’année ne touche que les UE suivies dans l’année",
    arguments: [("10.2", "CMP"), ("10.199999", "absent")],
  )
  func bonusOfFollowedOnly(ue21: String, code11: String) throws {
    // UE11 gardée à 9,3 ; UE21 : 10,2 + 0,5 = 10,7 ; regroupement : 10.
    let lu = try puisUnSemestre(
      ("9.3", "9"),
      ["UE21": .string(ue21)],
      profil: DossierDEssai.laRoche,
      bonus: ["engagement": [["type": "élu", "points": "0.5"]]],
    )
    #expect(lu["ues.UE21.bonus"] == "1/2")
    #expect(lu["ues.UE11.code"] == code11)
  }
}

@Suite("Règles : équivalences")
struct EquivalencesTests {
  private func resultats(
    _ note: String?,
    _ ue21: String,
    profil: String = DossierDEssai.national,
    _ changer: (inout AnneeDEssai) -> Void = { _ in },
  ) throws -> Lecture {
    var annee = AnneeDEssai(moyennes: ["UE11": .equivalence(note), "UE21": .string(ue21)])
    changer(&annee)
    return try DossierDEssai(profil, [:], annee).resultats()
  }

  @Test(
    "une UE accordée sans note est acquise, valide son regroupement avec l’autre, et ne compense rien",
    arguments: [("10", true), ("9.999999", false)],
  )
  func withoutMark(ue21: String, valide: Bool) throws {
    let lu = try resultats(nil, ue21)
    #expect(lu["ues.UE11.acquise"] == "true")
    #expect(lu["ues.UE11.mode"] == "équivalence")
    #expect(lu["ues.UE11.ects"] == "5")
    #expect(lu["ues.UE11.moyenne"] == "null")
    #expect(lu["rcues.C1.moyenne"] == "null")
    #expect(lu["rcues.C1.valide"] == "\(valide)")
    #expect(lu["ues.UE21.acquise"] == "\(valide)")
  }

  @Test(
    "une UE accordée avec une note compense l’autre",
    arguments: [
      ("12", "8", "10", true), ("12", "7.999999", "19999999/2000000", false),
      ("9/15", "8", "10", true), ("8", "11", "19/2", true), ("8", "9", "17/2", false),
    ],
  )
  func withMark(note: String, ue21: String, moyenne: String, valide: Bool) throws {
    let lu = try resultats(note, ue21)
    #expect(lu["ues.UE11.acquise"] == "true")
    #expect(lu["rcues.C1.moyenne"] == moyenne)
    #expect(lu["rcues.C1.valide"] == "\(valide)")
    #expect(lu["ues.UE21.acquise"] == "\(valide)")
  }

  @Test("ni malus, ni absences, ni bonification ne touchent une UE accordée")
  func untouched() throws {
    let lu = try resultats("9", "10", profil: DossierDEssai.laRoche) { annee in
      annee.volumes = ["S1": "100"]
      annee.absences = [1: .heures(abi: "40")]
      annee.bonus = ["engagement": [["type": "élu", "points": "0.5"]]]
    }
    #expect(lu["ues.UE11.moyenne"] == "9")
    #expect(lu["ues.UE11.acquise"] == "true")
    #expect(lu["ues.UE11.bonus"] == "0")
    #expect(lu["ues.UE21.moyenne"] == "21/2")
  }

  @Test("l’équivalence d’une UE suivie sans succès l’année d’avant l’emporte")
  func afterFailure() throws {
    var seconde = AnneeDEssai(moyennes: ["UE11": .equivalence(), "UE21": "12"])
    seconde.debut = 2026
    let lu = try DossierDEssai(
      DossierDEssai.national,
      [:],
      .rcues([("6", "7")]),
      seconde,
    ).resultats()
    #expect(lu["ues.UE11.mode"] == "équivalence")
    #expect(lu["rcues.C1.valide"] == "true")
  }
}
