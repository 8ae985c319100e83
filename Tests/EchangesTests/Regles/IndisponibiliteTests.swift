import JSON
import Testing

@Suite("Règles : indisponibilité temporaire ou imprévisible")
struct IndisponibiliteTests {
  /// A slot of two hours of October 2025, declared that day at that hour or at another instant.
  private static func creneau(_ jour: Int, _ declaree: String? = "10:00", debut: String = "08:00")
    -> JSONNode
  {
    let date = "2025-10-\(jour < 10 ? "0" : "")\(jour)"
    let instant = declaree.map { $0.contains("T") ? $0 : "\(date)T\($0)" }
    return [
      "debut": .string("\(date)T\(debut)"), "heures": "2", "motif": "ITI",
      "declaree": instant.map { .string($0) } ?? nil,
    ]
  }

  private func resultats(
    _ creneaux: [JSONNode],
    _ reglages: [String: JSONNode] = [:],
    profil: String = DossierDEssai.laRoche,
    statut: String? = nil,
  ) throws -> Lecture {
    let annee = AnneeDEssai(
      statut: statut,
      moyennes: ["UE11": "12"],
      absences: [1: ["creneaux": .array(creneaux)]],
      volumes: ["S1": "100"],
    )
    return try DossierDEssai(profil, reglages, annee).resultats()
  }

  @Test(
    "une ITI se déclare avant 14 h le jour même : 13 h 59 convient, 14 h non",
    arguments: [
      ("13:59", "0", "2", "4"), ("14:00", "2", "0", "5"), ("23:59", "2", "0", "5"),
      ("2025-10-03T08:00", "2", "0", "5"), ("00:00", "0", "2", "4"),
    ],
  )
  func deadline(declaree: String, abi: String, abj: String, restantes: String) throws {
    let lu = try resultats([Self.creneau(2, declaree)])
    #expect(lu["semestres.S1.abi_heures"] == abi)
    #expect(lu["semestres.S1.abj_heures"] == abj)
    #expect(lu["semestres.S1.iti_restantes"] == restantes)
    #expect(lu["semestres.S1.malus"] == (abi == "0" ? "0" : "1/5"))
  }

  @Test("une ITI non déclarée est une absence injustifiée, même s’il reste des jours")
  func undeclared() throws {
    let lu = try resultats([Self.creneau(2, nil)])
    #expect(lu["semestres.S1.abi_heures"] == "2")
    #expect(lu["semestres.S1.iti_restantes"] == "5")
  }

  @Test(
    "l’heure limite se règle",
    arguments: [
      ("12", "11:59", "0"), ("12", "12:00", "2"), ("24", "23:59", "0"), ("0", "00:00", "2"),
    ],
  )
  func deadlineSetting(limite: String, declaree: String, abi: String) throws {
    let lu = try resultats([Self.creneau(2, declaree)], ["heureLimiteITI": .string(limite)])
    #expect(lu["semestres.S1.abi_heures"] == abi)
  }

  @Test(
    "cinq jours sont accordés par an, le sixième est injustifié",
    arguments: [(4, "0", "1"), (5, "0", "0"), (6, "2", "0"), (7, "4", "0")],
  )
  func quota(jours: Int, abi: String, restantes: String) throws {
    let lu = try resultats((1...jours).map { Self.creneau($0) })
    #expect(lu["semestres.S1.abi_heures"] == abi)
    #expect(lu["semestres.S1.iti_restantes"] == restantes)
    let deux = try resultats((1...jours).map { Self.creneau($0) }, ["joursITI": "2"])
    #expect(deux["semestres.S1.abi_heures"] == "\(2 * (jours - 2))")
  }

  @Test("deux créneaux du même jour prennent un seul jour, et comptent leurs heures")
  func sameDay() throws {
    let memes = [Self.creneau(2), Self.creneau(2, debut: "16:00")]
    let lu = try resultats(memes)
    #expect(lu["semestres.S1.iti_restantes"] == "4")
    #expect(lu["semestres.S1.abj_heures"] == "4")
    let pleins = try resultats((3...6).map { Self.creneau($0) } + memes)
    #expect(pleins["semestres.S1.abi_heures"] == "0")
    #expect(pleins["semestres.S1.iti_restantes"] == "0")
  }

  @Test("les heures d’ITI comptent comme ABJ dans les 30 %")
  func countsAsJustified() throws {
    let annee = AnneeDEssai(
      moyennes: ["UE11": "12"],
      absences: [1: ["abj_heures": "28", "creneaux": [Self.creneau(2)]]],
      volumes: ["S1": "100"],
    )
    let lu = try DossierDEssai(DossierDEssai.laRoche, [:], annee).resultats()
    #expect(lu["semestres.S1.taux"] == "3/10")
    #expect(lu["semestres.S1.bloque"] == "true")
  }

  @Test(
    "les jours se comptent sur l’année, dans l’ordre des dates",
    arguments: [[1, 2], [2, 1]],
  )
  func overTheYear(ordre: [Int]) throws {
    // Trois jours en octobre, au S1 ; trois en mars, au S2 : le dernier de mars est le sixième.
    let mars = (1...3).map { jour -> JSONNode in
      [
        "debut": .string("2026-03-0\(jour)T08:00"), "heures": "2", "motif": "ITI",
        "declaree": .string("2026-03-0\(jour)T08:00"),
      ]
    }
    let annee = AnneeDEssai(
      moyennes: ["UE11": "12", "UE21": "12"],
      absences: [
        1: ["creneaux": .array((1...3).map { Self.creneau($0) })], 2: ["creneaux": .array(mars)],
      ],
      semestres: ordre,
    )
    let lu = try DossierDEssai(DossierDEssai.laRoche, [:], annee).resultats()
    #expect(lu["semestres.S1.abi_heures"] == "0")
    #expect(lu["semestres.S2.abi_heures"] == "2")
  }

  @Test(
    "un alternant n’a pas d’ITI, sauf réglage, et le programme national n’en accorde aucune",
    arguments: [
      (DossierDEssai.laRoche, false, "alternant", "2"),
      (DossierDEssai.laRoche, true, "alternant", "0"),
      (DossierDEssai.national, false, "initial", "2"),
    ],
  )
  func whoHasIt(profil: String, alternants: Bool, statut: String, abi: String) throws {
    let reglages: [String: JSONNode] = ["itiAlternants": JSONNode(.bool(alternants))]
    let lu = try resultats([Self.creneau(2)], reglages, profil: profil, statut: statut)
    #expect(lu["semestres.S1.abi_heures"] == abi)
  }
}
