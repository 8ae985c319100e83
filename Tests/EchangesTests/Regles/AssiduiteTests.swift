import JSON
import Testing

@Suite("Règles : malus d’assiduité")
struct MalusTests {
  private func resultats(
    _ heures: String,
    _ reglages: [String: JSONNode] = [:],
    profil: String = DossierDEssai.laRoche,
    statut: String? = nil,
    moyenne: JSONNode = "15",
  ) throws -> Lecture {
    let annee = AnneeDEssai(
      statut: statut,
      moyennes: ["UE11": moyenne],
      absences: [1: .heures(abi: heures)],
    )
    return try DossierDEssai(profil, reglages, annee).resultats()
  }

  @Test(
    "la borne inférieure d’une tranche est comprise, et la suite n’a pas de fin",
    arguments: [
      ("0", "0"), ("0.01", "1/5"), ("0.5", "1/5"), ("3.99", "1/5"), ("4", "2/5"), ("7.99", "2/5"),
      ("8", "3/5"), ("19.99", "1"), ("20", "6/5"), ("39.999999", "2"), ("40", "11/5"),
    ],
  )
  func lowerBound(heures: String, malus: String) throws {
    #expect(try resultats(heures)["semestres.S1.malus"] == malus)
  }

  @Test(
    "selon l’autre lecture, la borne supérieure est comprise",
    arguments: [
      ("0", "0"), ("0.01", "1/5"), ("4", "1/5"), ("4.01", "2/5"), ("8", "2/5"), ("8.01", "3/5"),
      ("20", "1"), ("20.01", "6/5"),
    ],
  )
  func upperBound(heures: String, malus: String) throws {
    let lu = try resultats(heures, ["borneTranche": "superieureIncluse"])
    #expect(lu["semestres.S1.malus"] == malus)
  }

  @Test(
    "le plafond, la franchise, la tranche et le montant se règlent",
    arguments: [
      ("plafondMalus", "1", "15.99", "4/5"), ("plafondMalus", "1", "16", "1"),
      ("plafondMalus", "1", "20", "1"), ("plafondMalus", "0.9", "16", "9/10"),
      ("franchiseABI", "2", "2", "0"), ("franchiseABI", "2", "2.01", "1/5"),
      ("franchiseABI", "2", "5.99", "1/5"), ("franchiseABI", "2", "6", "2/5"),
      ("trancheHeures", "2", "1.99", "1/5"), ("trancheHeures", "2", "2", "2/5"),
      ("malusParTranche", "0.1", "4", "1/5"), ("malusParTranche", "0", "4", "0"),
    ],
  )
  func settings(reglage: String, valeur: String, heures: String, malus: String) throws {
    let lu = try resultats(heures, [reglage: .string(valeur)])
    #expect(lu["semestres.S1.malus"] == malus)
  }

  @Test("le compte repart de zéro à chaque semestre")
  func perSemester() throws {
    let annee = AnneeDEssai(
      moyennes: ["UE11": "12", "UE12": "11", "UE21": "12"],
      absences: [1: .heures(abi: "4"), 2: .heures(abi: "3.99")],
    )
    let lu = try DossierDEssai(DossierDEssai.laRoche, [:], annee).resultats()
    #expect(lu["ues.UE11.malus"] == "2/5")
    #expect(lu["ues.UE12.moyenne"] == "53/5")
    #expect(lu["ues.UE21.malus"] == "1/5")
  }

  @Test("les heures et les créneaux d’un semestre s’ajoutent, et les ABJ ne coûtent rien")
  func slotsAddUp() throws {
    func creneau(_ heures: String, _ motif: String) -> JSONNode {
      ["debut": "2025-10-02T08:00", "heures": .string(heures), "motif": .string(motif)]
    }
    let absences: JSONNode = [
      "abi_heures": "2", "abj_heures": "1",
      "creneaux": [creneau("1.5", "ABI"), creneau("0.5", "ABI"), creneau("3", "ABJ")],
    ]
    let annee = AnneeDEssai(moyennes: ["UE11": "12"], absences: [1: absences])
    let lu = try DossierDEssai(DossierDEssai.laRoche, [:], annee).resultats()
    #expect(lu["semestres.S1.abi_heures"] == "4")
    #expect(lu["semestres.S1.abj_heures"] == "4")
    #expect(lu["semestres.S1.malus"] == "2/5")
  }

  @Test(
    "les alternants n’ont pas de malus, sauf réglage ; le programme national n’en a pour personne",
    arguments: [
      (DossierDEssai.laRoche, "", "alternant", "0"),
      (DossierDEssai.laRoche, "article3Alternants", "alternant", "2/5"),
      (DossierDEssai.laRoche, "", "continue", "2/5"), (DossierDEssai.national, "", "initial", "0"),
      (DossierDEssai.national, "malusActif", "initial", "2/5"),
      (DossierDEssai.national, "malusActif", "alternant", "0"),
    ],
  )
  func whoIsConcerned(profil: String, actif: String, statut: String, malus: String) throws {
    let reglages: [String: JSONNode] = actif.isEmpty ? [:] : [actif: true]
    let lu = try resultats("4", reglages, profil: profil, statut: statut)
    #expect(lu["ues.UE11.malus"] == malus)
    let cfa = lu["signalements"].contains("CFA")
    #expect(cfa == (statut == "alternant" && malus == "0"))
  }

  @Test(
    "le malus joue avant la comparaison avec 10, et la base CFVU manquante est dite",
    arguments: [("0", true), ("3.99", true), ("4", false)],
  )
  func beforeComparison(heures: String, acquise: Bool) throws {
    let lu = try resultats(heures, moyenne: "10.2")
    #expect(lu["ues.UE11.acquise"] == "\(acquise)")
    #expect(lu["signalements"].contains("CFVU") == (heures != "0"))
    let adoptee = try resultats(heures, ["decisionCFVU": "2025-07-01"], moyenne: "10.2")
    #expect(!adoptee["signalements"].contains("CFVU"))
  }
}

@Suite("Règles : 30 % d’absences")
struct Regle30Tests {
  private func resultats(
    abi: String = "0",
    abj: String,
    volume: String = "359",
    _ reglages: [String: JSONNode] = [:],
    statut: String? = nil,
    avis: Bool = false,
  ) throws -> Lecture {
    var annee = AnneeDEssai(
      statut: statut,
      moyennes: ["UE11": "20", "UE12": "9"],
      absences: [1: .heures(abi: abi, abj: abj)],
      volumes: ["S1": .string(volume)],
    )
    if avis { annee.avis = [1] }
    return try DossierDEssai(DossierDEssai.laRoche, reglages, annee).resultats()
  }

  @Test(
    "30 % exactement bloquent, un centième d’heure de moins non",
    arguments: [
      ("0", "107.7", true), ("0", "107.69", false), ("107.7", "0", true), ("107.69", "0", false),
      ("0.01", "107.69", true), ("53.85", "53.85", true), ("53.85", "53.84", false),
    ],
  )
  func bound(abi: String, abj: String, bloque: Bool) throws {
    let lu = try resultats(abi: abi, abj: abj)
    #expect(lu["semestres.S1.bloque"] == "\(bloque)")
    #expect(lu["ues.UE11.bloquee"] == "\(bloque)")
    #expect(lu["ues.UE11.acquise"] == "\(!bloque)")
    #expect(lu["ues.UE11.moyenne"] != "null")
    #expect((lu["semestres.S1.taux"] == "3/10") == bloque)
  }

  @Test(
    "la règle bloque, signale ou se tait, et un avis contraire la lève",
    arguments: [
      ("bloque", false, true, true), ("bloque", true, false, nil),
      ("signale", false, false, true), ("inactive", false, false, false),
    ] as [(String, Bool, Bool, Bool?)],
  )
  func modes(mode: String, avis: Bool, bloque: Bool, signale: Bool?) throws {
    let lu = try resultats(abj: "107.7", ["regle30": .string(mode)], avis: avis)
    #expect(lu["semestres.S1.bloque"] == "\(bloque)")
    #expect(lu["ues.UE11.acquise"] == "\(!bloque)")
    #expect(lu["ues.UE12.acquise"] == "false")
    if let signale { #expect(lu["signalements"].contains("seuil d’absence") == signale) }
    let dessous = try resultats(abj: "107.69", ["regle30": .string(mode)], avis: avis)
    #expect(dessous["signalements"] == "[]")
  }

  @Test(
    "le seuil se règle, et sans volume connu rien ne se calcule",
    arguments: [("25", "25", true), ("25", "24.99", false), ("100", "100", true)],
  )
  func threshold(seuil: String, heures: String, bloque: Bool) throws {
    let reglages: [String: JSONNode] = ["seuil30": .string(seuil)]
    let lu = try resultats(abj: heures, volume: "100", reglages)
    #expect(lu["semestres.S1.bloque"] == "\(bloque)")
    let inconnu = try resultats(abj: heures, volume: "0", reglages)
    #expect(inconnu["semestres.S1.taux"] == "null")
    #expect(inconnu["semestres.S1.bloque"] == "false")
  }

  @Test("le jury peut acquérir une UE bloquée")
  func juryLifts() throws {
    let annee = AnneeDEssai(
      moyennes: ["UE11": "15", "UE12": "15"],
      absences: [1: .heures(abj: "30")],
      volumes: ["S1": "100"],
      decisions: [("UE11", "ADJ")],
    )
    let lu = try DossierDEssai(DossierDEssai.laRoche, [:], annee).resultats()
    #expect(lu["ues.UE11.mode"] == "décision de jury")
    #expect(lu["ues.UE12.acquise"] == "false")
  }

  @Test("les alternants n’y sont pas soumis, sauf réglage")
  func apprentices() throws {
    let libre = try resultats(abj: "200", statut: "alternant")
    #expect(libre["semestres.S1.bloque"] == "false")
    #expect(libre["ues.UE11.acquise"] == "true")
    let soumis = try resultats(abj: "200", ["article3Alternants": true], statut: "alternant")
    #expect(soumis["semestres.S1.bloque"] == "true")
  }

  @Test(
    "le volume de référence est hors projet, ou avec projet si le réglage le dit",
    arguments: [
      ("horsProjet", "107.7", true), ("horsProjet", "107.69", false),
      ("avecProjet", "134.7", true), ("avecProjet", "134.69", false),
    ],
  )
  func referenceVolume(mode: String, heures: String, bloque: Bool) throws {
    // S3 de R&T IOM : 359 h hors projet et 90 h de projet.
    let annee = AnneeDEssai(
      but: 2,
      absences: [3: .heures(abj: heures)],
      maquette: "rt-iom-but2",
      semestres: [3],
    )
    let reglages: [String: JSONNode] = ["volumeReference30": .string(mode)]
    let lu = try DossierDEssai(DossierDEssai.laRoche, reglages, annee).resultats()
    #expect(lu["semestres.S3.bloque"] == "\(bloque)")
  }
}
