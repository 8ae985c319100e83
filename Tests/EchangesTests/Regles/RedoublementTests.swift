import JSON
import Testing

@Suite("Règles : redoublement")
struct RedoublementTests {
  /// What is asked for, after these semesters; « S1 S2 » is two of them.
  private func demande(
    _ demande: String,
    deja: String = "",
    supplement: Bool = false,
    _ reglages: [String: JSONNode] = [:],
    annees: [AnneeDEssai] = [],
    refus: JSONNode? = nil,
  ) throws -> Lecture {
    func semestres(_ texte: String) -> JSONNode {
      .array(texte.split(separator: " ").map { .string(String($0)) })
    }
    let autorisation: JSONNode = [
      "auteur": "directeur", "date": "2026-07-10", "motif": "maladie", "document": "certificat",
    ]
    var dossier = DossierDEssai(DossierDEssai.national, reglages)
    dossier.annees = annees
    dossier.redoublement = [
      "demande": semestres(demande), "deja": semestres(deja),
      "supplement": supplement ? autorisation : nil, "refus": refus ?? nil,
    ]
    return try dossier.resultats()
  }

  @Test(
    "chaque semestre se redouble une fois, dans la limite de quatre ; le directeur en ouvre un de plus",
    arguments: [
      ("", "S1", false, true, 1, 3), ("", "S1 S2", false, true, 2, 2),
      ("S1", "S2", false, true, 2, 2), ("S1", "S1", false, false, 1, 3),
      ("S1", "S1", true, false, 1, 3), ("S1 S2", "S2 S3", false, false, 2, 2),
      ("S1 S2 S3", "S4", false, true, 4, 0), ("S1 S2", "S3 S4", false, true, 4, 0),
      ("S1 S2 S3", "S4 S5", false, false, 3, 1), ("S1 S2 S3", "S4 S5", true, true, 5, 0),
      ("S1 S2 S3 S4", "S5", false, false, 4, 0), ("S1 S2 S3 S4", "S5", true, true, 5, 0),
      ("S1 S2 S3 S4", "S4", true, false, 4, 0), ("S1 S2 S3 S4", "S5 S6", true, false, 4, 0),
      ("S1 S2 S3 S4 S5", "S6", true, false, 5, 0),
    ],
  )
  func counts(
    deja: String,
    demande: String,
    supplement: Bool,
    possible: Bool,
    compteur: Int,
    reste: Int,
  ) throws {
    let lu = try self.demande(demande, deja: deja, supplement: supplement)
    #expect(lu.racine("redoublement.possible") == "\(possible)")
    #expect(lu.racine("redoublement.compteur") == "\(compteur)")
    #expect(lu.racine("redoublement.reste") == "\(reste)")
    #expect((lu.racine("redoublement.motifs") == "[]") == (possible && compteur <= 4))
  }

  @Test(
    "si le règlement le veut, le supplément couvre une seconde reprise du même semestre",
    arguments: [
      ("S1", "S1", true, true), ("S1", "S1", false, false), ("S1 S2", "S1 S2", true, false),
      ("S1 S2 S3 S4", "S1", true, true), ("S1 S2 S3 S4", "S1 S5", true, false),
    ],
  )
  func sameSemester(deja: String, demande: String, supplement: Bool, possible: Bool) throws {
    let lu = try self.demande(
      demande,
      deja: deja,
      supplement: supplement,
      ["supplementCouvreMemeSemestre": true],
    )
    #expect(lu.racine("redoublement.possible") == "\(possible)")
  }

  @Test(
    "le nombre de redoublements permis se règle",
    arguments: [
      ("2", "S1", "S2", true), ("2", "S1 S2", "S3", false), ("5", "S1 S2 S3 S4", "S5", true),
      ("0", "", "S1", false),
    ],
  )
  func maximum(maximum: String, deja: String, demande: String, possible: Bool) throws {
    let lu = try self.demande(
      demande,
      deja: deja,
      ["redoublementsMaximum": .string(maximum)],
    )
    #expect(lu.racine("redoublement.possible") == "\(possible)")
  }

  @Test("les semestres repris se comptent dans les années du dossier")
  func countsYears() throws {
    let premiere = AnneeDEssai.rcues([("8", "8")])
    var reprise = premiere
    reprise.debut = 2026
    let entiere = try demande("S3", annees: [premiere, reprise])
    #expect(entiere.racine("redoublement.compteur") == "3")
    let meme = try demande("S1", annees: [premiere, reprise])
    #expect(meme.racine("redoublement.possible") == "false")
    let pair = AnneeDEssai(debut: 2026, moyennes: ["UE21": "8"])
    let moitie = try demande("S1", annees: [premiere, pair])
    #expect(moitie.racine("redoublement.possible") == "true")
    #expect(moitie.racine("redoublement.compteur") == "2")
    let ailleurs = try demande("S1", deja: "S3", annees: [premiere, pair])
    #expect(ailleurs.racine("redoublement.compteur") == "3")
  }

  @Test(
    "un refus est précédé de l’audition demandée, motivé, et assorti de conseils",
    arguments: [
      (true, true, "motif", "conseils", 0), (false, false, "motif", "conseils", 0),
      (false, true, "motif", "conseils", 0), (true, false, "motif", "conseils", 1),
      (true, true, "", "conseils", 1), (true, true, "motif", "", 1), (true, false, "", "", 3),
    ],
  )
  func refusal(
    demandee: Bool,
    entendu: Bool,
    motivation: String,
    conseils: String,
    manques: Int,
  ) throws {
    let lu = try demande(
      "S1",
      refus: [
        "audition_demandee": JSONNode(.bool(demandee)), "entendu": JSONNode(.bool(entendu)),
        "motivation": .string(motivation), "conseils": .string(conseils),
      ],
    )
    #expect(lu.racine("redoublement.refus_regulier") == "\(manques == 0)")
    let texte = lu.racine("redoublement.manques")
    #expect(texte.contains("audition") == (demandee && !entendu))
    #expect(texte.contains("motivation") == motivation.isEmpty)
    #expect(texte.contains("conseils") == conseils.isEmpty)
  }
}
