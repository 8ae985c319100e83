import JSON
import Testing

@Suite("Règles : bonifications")
struct BonusTests {
  /// One UE in each semester of a year, at these raw averages.
  private func resultats(
    sport: JSONNode? = nil,
    _ engagements: [(type: String, points: String)] = [],
    _ reglages: [String: JSONNode] = [:],
    but: Int = 1,
    moyennes: (String, String) = ("9", "9"),
    abi: String = "0",
    profil: String = DossierDEssai.laRoche,
  ) throws -> Lecture {
    var annee = AnneeDEssai.rcues([moyennes], but: but)
    annee.debut = 2025
    let activites = engagements.map { activite -> JSONNode in
      ["type": .string(activite.type), "points": .string(activite.points)]
    }
    annee.bonus = ["sport": sport ?? nil, "engagement": .array(activites)]
    annee.absences = [1: .heures(abi: abi), 2: .heures(abi: abi)]
    return try DossierDEssai(profil, reglages, annee).resultats()
  }

  @Test(
    "chaque type est plafonné à un demi-point, et le tout à un point",
    arguments: [
      ([("a", "0.3"), ("a", "0.1")], "2/5", "9/10"),
      ([("a", "0.25"), ("a", "0.25")], "1/2", "1"),
      ([("a", "0.3"), ("a", "0.3")], "1/2", "1"), ([("a", "0.6")], "1/2", "1"),
      ([("a", "0.5"), ("b", "0.4")], "9/10", "1"), ([("a", "0.5"), ("b", "0.5")], "1", "1"),
      ([("a", "0.5"), ("b", "0.5"), ("c", "0.5")], "1", "1"), ([], "0", "1/2"),
      ([("a", "0")], "0", "1/2"),
    ] as [([(String, String)], String, String)],
  )
  func caps(engagements: [(String, String)], sans: String, avecSport: String) throws {
    // UE21 reçoit aussi le demi-point de sport ; UE11 l’engagement seul.
    let lu = try resultats(sport: "0.5", engagements.map { ($0.0, $0.1) })
    #expect(lu["ues.UE11.bonus"] == sans)
    #expect(lu["ues.UE21.bonus"] == avecSport)
  }

  @Test(
    "les plafonds se règlent",
    arguments: [
      ("plafondParType", "0.2", "2/5", "9/10"), ("plafondBonus", "0.7", "7/10", "7/10"),
      ("plafondBonus", "1.5", "4/5", "13/10"), ("plafondSport", "0.1", "4/5", "9/10"),
      ("plafondBonus", "0", "0", "0"),
    ],
  )
  func capSettings(reglage: String, valeur: String, impair: String, pair: String) throws {
    let lu = try resultats(
      sport: "0.5",
      [("a", "0.4"), ("b", "0.4")],
      [reglage: .string(valeur)],
    )
    #expect(lu["ues.UE11.bonus"] == impair)
    #expect(lu["ues.UE21.bonus"] == pair)
  }

  @Test("le programme national ne connaît pas de bonification")
  func inactive() throws {
    let lu = try resultats(sport: "0.5", [("a", "0.5")], profil: DossierDEssai.national)
    #expect(lu["ues.UE11.bonus"] == "0")
    #expect(lu["ues.UE21.bonus"] == "0")
    let actif = try resultats(
      sport: "0.5",
      [("a", "0.5")],
      ["bonusActif": true],
      profil: DossierDEssai.national,
    )
    #expect(actif["ues.UE21.bonus"] == "1")
  }

  @Test(
    "le sport va au semestre pair, à l’année ou au regroupement ; l’engagement à l’année ou au pair",
    arguments: [
      ("assietteSport", "semestrePair", "2/5", "9/10"), ("assietteSport", "annee", "9/10", "9/10"),
      ("assietteSport", "rcue", "2/5", "2/5"), ("assietteEngagement", "annee", "2/5", "9/10"),
      ("assietteEngagement", "semestrePair", "0", "9/10"),
    ],
  )
  func bases(reglage: String, valeur: String, impair: String, pair: String) throws {
    let lu = try resultats(sport: "0.5", [("a", "0.4")], [reglage: .string(valeur)])
    #expect(lu["ues.UE11.bonus"] == impair)
    #expect(lu["ues.UE21.bonus"] == pair)
  }

  @Test(
    "avec 9,6 et 0,5 de sport, l’assiette décide du regroupement",
    arguments: [
      ("semestrePair", "48/5", "101/10", "197/20", false),
      ("annee", "101/10", "101/10", "101/10", true), ("rcue", "48/5", "48/5", "101/10", true),
    ],
  )
  func sportOnRCUE(assiette: String, ue11: String, ue21: String, moyenne: String, valide: Bool)
    throws
  {
    let lu = try resultats(
      sport: "0.5",
      [],
      ["assietteSport": .string(assiette)],
      moyennes: ("9.6", "9.6"),
    )
    #expect(lu["ues.UE11.moyenne"] == ue11)
    #expect(lu["ues.UE21.moyenne"] == ue21)
    #expect(lu["rcues.C1.moyenne"] == moyenne)
    #expect(lu["rcues.C1.valide"] == "\(valide)")
    #expect(lu["ues.UE11.acquise"] == "\(valide)")
  }

  @Test("le sport ajouté au regroupement ne le porte pas au-delà de 20, et joue à 10")
  func sportOnRCUEBounds() throws {
    for (ue, moyenne) in [("19.8", "20"), ("9.5", "10"), ("9.499999", "9999999/1000000")] {
      let lu = try resultats(
        sport: "0.5",
        [],
        ["assietteSport": "rcue"],
        moyennes: (ue, ue),
      )
      #expect(lu["rcues.C1.moyenne"] == moyenne)
      #expect(lu["rcues.C1.valide"] == "\(ue != "9.499999")")
    }
  }

  @Test(
    "les séances de sport sont un seuil, propre à l’année du BUT",
    arguments: [
      (1, 20, "1/2", "1/2"), (1, 19, "0", "19/40"), (1, 10, "0", "1/4"), (1, 21, "1/2", "1/2"),
      (1, 0, "0", "0"), (2, 16, "1/2", "1/2"), (2, 15, "0", "15/32"), (3, 12, "1/2", "1/2"),
      (3, 11, "0", "11/24"), (3, 40, "1/2", "1/2"),
    ],
  )
  func sessions(but: Int, seances: Int, seuil: String, prorata: String) throws {
    let sport: JSONNode = ["seances": .number("\(seances)")]
    let pair = "ues.UE\(2 * but)1.bonus"
    #expect(try resultats(sport: sport, but: but)[pair] == seuil)
    #expect(try resultats(sport: sport, [], ["prorataSport": true], but: but)[pair] == prorata)
  }

  @Test(
    "le nombre de séances se règle pour chaque année",
    arguments: [(1, "seancesBUT1"), (2, "seancesBUT2"), (3, "seancesBUT3")],
  )
  func sessionSettings(but: Int, reglage: String) throws {
    for (seances, bonus) in [("4", "0"), ("5", "1/2")] {
      let lu = try resultats(sport: ["seances": .number(seances)], [], [reglage: "5"], but: but)
      #expect(lu["ues.UE\(2 * but)1.bonus"] == bonus)
    }
  }

  @Test(
    "les points de sport s’arrêtent à un demi-point",
    arguments: [
      ("0", "0"), ("0.3", "3/10"), ("0.5", "1/2"), ("0.500001", "1/2"), ("3", "1/2"),
    ],
  )
  func sportPoints(points: String, bonus: String) throws {
    #expect(try resultats(sport: .string(points))["ues.UE21.bonus"] == bonus)
  }

  @Test(
    "le malus est retiré, la bonification ajoutée, puis seulement la moyenne ramenée entre 0 et 20",
    arguments: [
      ("0.1", "4", "1/5"), ("0.1", "8", "0"), ("0", "0", "1/2"), ("19.8", "0", "20"),
      ("19.5", "0", "20"), ("19.499999", "0", "19999999/1000000"), ("20", "4", "20"),
      ("19.8", "4", "199/10"), ("20", "12", "197/10"), ("0.5", "16", "0"), ("0.4", "16", "0"),
      ("0.500001", "16", "1/1000000"),
    ],
  )
  func order(brute: String, abi: String, moyenne: String) throws {
    // Malus 0,4 à 4 h, 0,6 à 8 h, 0,8 à 12 h, 1 à 16 h ; bonification 0,5.
    let lu = try resultats([("a", "0.5")], moyennes: (brute, "10"), abi: abi)
    #expect(lu["ues.UE11.moyenne"] == moyenne)
  }

  @Test(
    "la bonification joue avant la comparaison avec 10",
    arguments: [
      ("9.5", "0", true), ("9.499999", "0", false), ("9.9", "4", true), ("9.8", "4", false),
    ],
  )
  func beforeComparison(brute: String, abi: String, acquise: Bool) throws {
    let lu = try resultats([("a", "0.5")], moyennes: (brute, "5"), abi: abi)
    #expect(lu["ues.UE11.acquise"] == "\(acquise)")
    #expect(lu["ues.UE11.moyenne_brute"] != lu["ues.UE11.moyenne"])
  }
}
