import Echanges
import JSON
import Scolarite
import Testing

/// What is supposed, what it gives, and what cannot be supposed.
@Suite("Hypothèses")
struct HypothesesTests {
  @Test(
    "chaque hypothèse change ce qu’elle dit, et rien d’autre du dossier",
    arguments: [
      // R102 vaut (10 + 6) / 2 = 8, dans l’UE11 et dans l’UE12.
      ("R101=12", "ues.UE11.moyenne", "10", "S1.notes"),
      ("r 101=12", "ues.UE11.moyenne", "10", "S1.notes"),
      ("R102/E2=10", "ues.UE11.moyenne", "9", "S1.notes"),
      ("R102/E2=10", "ues.UE12.moyenne", "10", "S1.notes"),
      ("R102/E2=ABI", "ues.UE11.moyenne", "13/2", "S1.notes"),
      ("R102/E2=ABJ", "ues.UE11.moyenne", "null", "S1.notes"),
      ("R102/E2=EXC", "ues.UE11.moyenne", "9", "S1.notes"),
      ("R102=13/15", "ues.UE11.moyenne", "38/3", "S1.notes"),
      ("R202=5", "ues.UE12.acquise", "false", "S2.notes"),
      ("UE12=10,5", "ues.UE12.moyenne", "21/2", "S1.moyennes"),
      // L’UE12, compensée, n’est pas ouverte.
      ("session2:R102=14", "ues.UE11.moyenne", "11", "session2"),
      ("session2:R102=14", "ues.UE12.moyenne", "9", "session2"),
      ("session2:R102=ABI", "ues.UE11.moyenne", "4", "session2"),
      ("session2:R102=ABJ", "ues.UE11.moyenne", "8", "session2"),
      ("session2:UE11=12", "ues.UE11.moyenne", "12", "session2"),
      ("session2:UE12=20", "ues.UE12.moyenne", "9", "session2"),
      ("S1:abi=4", "ues.UE11.moyenne", "38/5", "S1.absences"),
      ("S1:abj=30", "semestres.S1.bloque", "true", "S1.absences"),
      ("S1:abj=29,99", "semestres.S1.bloque", "false", "S1.absences"),
      ("sport=0,5", "ues.UE21.moyenne", "19/2", "bonus"),
      ("engagement:tutorat=0,5", "ues.UE11.moyenne", "17/2", "bonus"),
    ],
  )
  func changes(texte: String, chemin: String, valeur: String, change: String) throws {
    let essai = DossierDEssai.partage()
    let (lecture, suppose) = try essai.supposant([texte])
    #expect(lecture[chemin] == valeur)
    #expect(Self.changements(try essai.lireBUT().dossier, suppose) == [change])
  }

  /// The parts of the last year that differ; everything else is one part.
  private static func changements(_ avant: Dossier, _ apres: Dossier) -> [String] {
    let (unes, autres) = (parties(avant), parties(apres))
    return Set(unes.keys).union(autres.keys).filter { unes[$0] != autres[$0] }.sorted()
  }

  private static func parties(_ dossier: Dossier) -> [String: String] {
    var parties = [
      "etudiant": dossier.etudiant,
      "avant": canonique(Array(dossier.annees.dropLast())),
      "redoublement": canonique(dossier.redoublement as Any),
    ]
    guard let annee = dossier.annees.last else { return parties }
    parties["programme"] = "\(annee.annee) \(annee.anneeBUT) \(canonique(annee.programme))"
    parties["bonus"] = canonique(annee.bonus)
    parties["session2"] = canonique(annee.session2 as Any)
    parties["decisions"] = canonique(annee.decisions)
    for semestre in annee.semestres {
      let nom = "S\(semestre.numero.valeur)"
      parties["\(nom).statut"] = semestre.statut.rawValue
      parties["\(nom).notes"] = canonique(semestre.notes)
      parties["\(nom).moyennes"] = canonique(semestre.moyennes)
      parties["\(nom).absences"] = canonique(semestre.absences)
      parties["\(nom).avis"] = canonique(semestre.avisContraire as Any)
    }
    return parties
  }

  @Test("les années d’avant, la demande de redoublement et les décisions restent")
  func keepsTheRest() throws {
    var essai = DossierDEssai.partage { $0.decisions = [("UE12", "ADJ")] }
    essai.annees.insert(.rcues([("9", "9")]), at: 0)
    essai.annees[0].debut = 2024
    essai.redoublement = ["demande": ["S1"]]
    let (_, suppose) = try essai.supposant(["R101=12", "S2:abj=2", "sport=0,2"])
    #expect(
      Self.changements(try essai.lireBUT().dossier, suppose) == [
        "S1.notes", "S2.absences", "bonus",
      ]
    )
  }

  @Test("une seule sorte d’heures, un seul type d’engagement, une seule évaluation changent")
  func keepsNeighbours() throws {
    let essai = DossierDEssai.partage { annee in
      annee.absences = [1: .heures(abi: "5", abj: "7")]
      annee.bonus = [
        "sport": "0.2",
        "engagement": [["type": "tutorat", "points": "0.1"], ["type": "élu", "points": "0.3"]],
      ]
    }
    let (lecture, suppose) = try essai.supposant([
      "S1:abj=1", "engagement:élu=0", "R102/E2=7,5", "sport=0,4",
    ])
    #expect(lecture["semestres.S1.abi_heures"] == "5")
    #expect(lecture["semestres.S1.abj_heures"] == "1")
    let annee = try #require(suppose.annees.last)
    #expect(annee.bonus.engagements.map(\.type) == ["tutorat"])
    #expect(annee.semestres[0].notes["R102"]?.map(\.entree.mot) == ["10", "7,5"])
    #expect(lecture["ues.UE21.bonus"] == "1/2")
  }

  @Test("la dernière hypothèse sur une même chose l’emporte")
  func lastWins() throws {
    let essai = DossierDEssai.partage()
    #expect(try essai.supposant(["UE12=10", "UE12=7"]).lecture["ues.UE12.moyenne"] == "7")
    #expect(try essai.supposant(["R101=4", "R101=12"]).lecture["ues.UE11.moyenne"] == "10")
    #expect(try essai.supposant(["R102=4", "R102/R102=12"]).lecture["ues.UE11.moyenne"] == "10")
  }

  @Test("un module se repasse dans les UE que les hypothèses d’avant laissent ouvertes")
  func followsOpenings() throws {
    // R103 à 0 : l’UE12 tombe à 4, son regroupement à 7,5 ; elle s’ouvre.
    let essai = DossierDEssai.partage()
    let apres = try essai.supposant(["R103=0", "session2:R102=14"]).lecture
    #expect(apres["ues.UE12.moyenne"] == "7")
    #expect(apres["ues.UE11.moyenne"] == "11")
    let avant = try essai.supposant(["session2:R102=14", "R103=0"]).lecture
    #expect(avant["ues.UE12.moyenne"] == "4")
    let difference = try essai.difference("R103=0", "session2:R102=14")
    let ue12 = try #require(CodeUE("UE12"))
    #expect(difference.apres.ues[ue12]?.moyenne?.valeur == 7)
  }

  @Test(
    "un justificatif ôte une tranche de malus, mais ne change pas le taux d’absence",
    arguments: [("0", "3/5"), ("0,01", "2/5"), ("4,01", "1/5"), ("8", "0")],
  )
  func justifies(heures: String, malus: String) throws {
    // 8 h d’absence injustifiée et 22 h justifiées sur 100 h : 30 % tout juste (A8, A11).
    let essai = DossierDEssai.partage { $0.absences = [1: .heures(abi: "8", abj: "22")] }
    let (lecture, _) = try essai.supposant(["S1:justifie=\(heures)"])
    #expect(lecture["ues.UE11.malus"] == malus)
    #expect(lecture["semestres.S1.bloque"] == "true")
    #expect(lecture["semestres.S1.taux"] == "3/10")
  }

  @Test(
    "l’avis contraire, ou une heure retirée, lève le blocage des 30 %",
    arguments: [("S1:avis=oui", "false"), ("S1:abj=29,99", "false"), ("S2:avis=oui", "true")],
  )
  func unblocks(texte: String, bloque: String) throws {
    let essai = DossierDEssai.partage { $0.absences = [1: .heures(abj: "30")] }
    #expect(try essai.resultats()["semestres.S1.bloque"] == "true")
    let (lecture, suppose) = try essai.supposant([texte])
    #expect(lecture["semestres.S1.bloque"] == bloque)
    let partie = texte.contains("avis") ? ".avis" : ".absences"
    #expect(
      Self.changements(try essai.lireBUT().dossier, suppose) == [texte.prefix(2) + partie]
    )
  }

  @Test("un jour justifié l’est pour tous ses créneaux, et pour eux seuls")
  func justifiesADay() throws {
    let creneaux: [JSONNode] = [
      ["debut": "2026-03-02T08:00", "heures": "2", "motif": "ABI"],
      ["debut": "2026-03-02T10:00", "heures": "2", "motif": "ABI"],
      ["debut": "2026-03-03T08:00", "heures": "3", "motif": "ABI"],
    ]
    let essai = DossierDEssai.partage { annee in
      annee.absences = [2: ["creneaux": .array(creneaux)]]
    }
    #expect(try essai.resultats()["ues.UE21.malus"] == "2/5")
    let (lecture, suppose) = try essai.supposant(["2026-03-02=ABJ"])
    #expect(lecture["ues.UE21.malus"] == "1/5")
    #expect(lecture["semestres.S2.abi_heures"] == "3")
    #expect(lecture["semestres.S2.abj_heures"] == "4")
    #expect(
      Self.changements(try essai.lireBUT().dossier, suppose) == ["S2.absences"]
    )
  }

  @Test("la note d’un rattrapage attendu complète l’UE")
  func catchesUp() throws {
    let essai = DossierDEssai.partage { annee in
      annee.notes[1]?["R102"] = .evaluations([("10", "1"), ("ABJ", "1")])
    }
    #expect(try essai.resultats()["ues.UE12.moyenne"] == "null")
    #expect(try essai.supposant(["R102/E2=12"]).lecture["ues.UE12.moyenne"] == "21/2")
  }
}
