import JSON
import Testing

@Suite("Règles : BTS, session exceptionnelle de 2021")
struct BTSTests {
  private static func epreuve(
    _ domaine: String,
    _ code: String,
    _ coefficient: String,
    _ note: String,
    ccf: Bool = false,
  ) -> JSONNode {
    [
      "domaine": .string(domaine), "code": .string(code), "coefficient": .string(coefficient),
      "forme": ccf ? "ccf" : "ponctuelle", "note": .string(note),
    ]
  }

  /// General 8 × 3 and 9 × 2, professional E4 × 5 and a training period at 10 × 5.
  private func resultats(
    general: String? = nil,
    professionnel: String? = nil,
    e4: String = "9",
    maths: String = "8",
    dates: (String?, String?) = (nil, nil),
  ) throws -> Lecture {
    var oraux: [String: JSONNode] = [:]
    oraux["general"] = general.map { ["discipline": "Mathématiques", "note": .string($0)] }
    oraux["professionnel"] = professionnel.map { .string($0) }
    var candidat: [String: JSONNode] = [
      "epreuves": [
        Self.epreuve("general", "Mathématiques", "3", maths),
        Self.epreuve("general", "Anglais", "2", "9"),
        Self.epreuve("professionnel", "E4", "5", e4),
        Self.epreuve("professionnel", "Stage", "5", "10", ccf: true),
      ],
      "oraux": .objet(oraux),
    ]
    candidat["proclamation"] = dates.0.map { .string($0) }
    candidat["convocation"] = dates.1.map { .string($0) }
    var dossier = DossierDEssai()
    dossier.bts = .objet(candidat)
    return try dossier.resultats()
  }

  @Test(
    "l’oral remplace les épreuves ponctuelles de son domaine s’il leur est strictement supérieur",
    arguments: [
      (nil, nil, false, false, "137/15"), ("8.4", nil, false, false, "137/15"),
      ("8.39", "8.999999", false, false, "137/15"), ("9", nil, true, false, "28/3"),
      ("8.400001", nil, true, false, "27400001/3000000"), (nil, "9", false, false, "137/15"),
      (nil, "12", false, true, "152/15"), ("9", "12", true, true, "31/3"),
    ] as [(String?, String?, Bool, Bool, String)],
  )
  func replaces(
    general: String?,
    professionnel: String?,
    leGeneral: Bool,
    leProfessionnel: Bool,
    apres: String,
  ) throws {
    // Moyenne des ponctuelles : 8,4 en général, 9 en professionnel ; le stage reste à 10.
    let lu = try resultats(general: general, professionnel: professionnel)
    #expect(lu.racine("bts.avant") == "137/15")
    #expect(lu.racine("bts.remplace.general") == "\(leGeneral)")
    #expect(lu.racine("bts.remplace.professionnel") == "\(leProfessionnel)")
    #expect(lu.racine("bts.apres") == apres)
  }

  @Test(
    "le candidat est admis à 10 exactement",
    arguments: [("11.6", "10", "admis"), ("11.599999", "29999999/3000000", "ajourné")],
  )
  func admission(oral: String, apres: String, decision: String) throws {
    let lu = try resultats(professionnel: oral)
    #expect(lu.racine("bts.apres") == apres)
    #expect(lu.racine("bts.decision") == decision)
  }

  @Test(
    "qui a la moyenne à la première session n’est pas concerné, et ses oraux ne changent rien",
    arguments: [("11.6", "10", false), ("11.599999", "29999999/3000000", true)],
  )
  func concerned(e4: String, avant: String, concerne: Bool) throws {
    let lu = try resultats(general: "20", e4: e4)
    #expect(lu.racine("bts.avant") == avant)
    #expect(lu.racine("bts.concerne") == "\(concerne)")
    #expect(lu.racine("bts.autorise") == "\(concerne)")
    #expect((lu.racine("bts.apres") == avant) == !concerne)
    #expect(lu.racine("bts.decision") == "admis")
  }

  @Test("une absence injustifiée ferme la session, une absence justifiée non")
  func absences() throws {
    let injustifiee = try resultats(general: "20", professionnel: "20", maths: "ABI")
    #expect(injustifiee.racine("bts.autorise") == "false")
    #expect(injustifiee.racine("bts.apres") == injustifiee.racine("bts.avant"))
    #expect(injustifiee.racine("bts.decision") == "ajourné")
    let justifiee = try resultats(general: "20", professionnel: "20", maths: "ABJ")
    #expect(justifiee.racine("bts.autorise") == "true")
    #expect(justifiee.racine("bts.apres") == "50/3")
    #expect(justifiee.racine("bts.decision") == "admis")
  }

  @Test("un domaine sans épreuve ponctuelle n’a rien à remplacer")
  func nothingToReplace() throws {
    var dossier = DossierDEssai()
    dossier.bts = [
      "epreuves": [
        Self.epreuve("general", "Anglais", "2", "8", ccf: true),
        Self.epreuve("professionnel", "E4", "2", "9"),
      ],
      "oraux": ["general": ["discipline": "Anglais", "note": "20"]],
    ]
    let lu = try dossier.resultats()
    #expect(lu.racine("bts.remplace.general") == "false")
    #expect(lu.racine("bts.apres") == "17/2")
  }

  @Test(
    "les huit jours sont de calendrier, sans le premier et avec le dernier",
    arguments: [
      ("2021-07-02", "2021-07-10", "true"), ("2021-07-02", "2021-07-11", "false"),
      ("2021-06-28", "2021-07-06", "true"), ("2021-06-28", "2021-07-07", "false"),
      ("2021-12-27", "2022-01-04", "true"), ("2021-12-27", "2022-01-05", "false"),
      ("2021-02-25", "2021-03-05", "true"), ("2021-02-25", "2021-03-06", "false"),
      ("2024-02-25", "2024-03-04", "true"), ("2024-02-25", "2024-03-05", "false"),
      ("2021-07-02", "2021-07-03", "true"), ("2021-07-02", nil, "null"),
      (nil, "2021-07-10", "null"),
    ] as [(String?, String?, String)],
  )
  func delay(proclamation: String?, convocation: String?, attendu: String) throws {
    let lu = try resultats(dates: (proclamation, convocation))
    #expect(lu.racine("bts.convocation_dans_le_delai") == attendu)
  }
}
