import Echanges
import JSON
import Scolarite
import Testing

/// Hypotheses that cannot be read, or that the year does not have.
@Suite("Hypothèses refusées")
struct RefusDHypothesesTests {
  @Test(
    "ce que l’année n’a pas ne peut être supposé",
    arguments: [
      ("R199=10", "« R199 » n’est pas un module"),
      ("session2:R199=10", "« R199 » n’est pas un module"),
      ("R102/E9=10", "« R102 » n’a pas d’évaluation « E9 »"),
      ("R101/E1=10", "« R101 » n’a pas d’évaluation « E1 »"),
      ("UE19=10", "« UE19 » n’est pas une UE"),
      ("session2:UE19=10", "« UE19 » n’est pas une UE"),
      ("S3:abi=2", "le semestre 3 n’est pas suivi"),
      ("S3:avis=oui", "le semestre 3 n’est pas suivi"),
      ("S1:justifie=3,01", "S1 n’a que 3 h"),
      ("S2:abi=1", "S2 sont données créneau par créneau"),
      ("2026-03-03=ABJ", "aucun créneau manqué le 2026-03-03"),
      ("2026-03-04=ABJ", "aucun créneau manqué le 2026-03-04"),
    ],
  )
  func refuses(texte: String, phrase: String) throws {
    let essai = DossierDEssai.partage { annee in
      annee.absences = [
        1: .heures(abi: "3"),
        2: [
          "creneaux": [
            ["debut": "2026-03-02T08:00", "heures": "2", "motif": "ABI"],
            ["debut": "2026-03-04T08:00", "heures": "2", "motif": "ABJ"],
          ]
        ],
      ]
    }
    let (lu, dossier) = try essai.lireBUT()
    let hypothese = try Hypothese(texte: texte)
    let refus = #expect(throws: Hypothese.Refus.self) {
      _ = try dossier.supposant([hypothese], lu.reglement)
    }
    #expect(refus?.phrase.contains(phrase) == true)
  }

  @Test("un semestre qui n’est pas suivi n’a ni note ni moyenne à supposer")
  func unfollowedSemester() throws {
    let (lu, dossier) = try DossierDEssai.partage { annee in
      annee.semestres = [1]
      annee.notes[2] = nil
    }.lireBUT()
    #expect(throws: Hypothese.Refus.moduleInconnu(try #require(CodeModule("R201")))) {
      _ = try dossier.supposant([try Hypothese(texte: "R201=12")], lu.reglement)
    }
    #expect(throws: Hypothese.Refus.semestreNonSuivi(try #require(NumeroSemestre(2)))) {
      _ = try dossier.supposant([try Hypothese(texte: "UE21=12")], lu.reglement)
    }
  }

  @Test("une note ne se suppose pas sous une moyenne donnée")
  func givenAverage() throws {
    let (lu, dossier) = try DossierDEssai.partage { annee in
      annee.moyennes["UE22"] = "11"
      annee.notes[2]?["R202"] = nil
    }.lireBUT()
    #expect(throws: Hypothese.Refus.moyenneDonnee(try #require(CodeModule("R202")))) {
      _ = try dossier.supposant([try Hypothese(texte: "R202=12")], lu.reglement)
    }
  }

  @Test("un dossier sans année n’a rien à supposer")
  func noYear() throws {
    let (lu, _) = try DossierDEssai.partage().lireBUT()
    let vide = Dossier(etudiant: "vide", annees: [])
    #expect(throws: Hypothese.Refus.anneeAbsente) {
      _ = try vide.supposant([.sport(1)], lu.reglement)
    }
    #expect(throws: Hypothese.Refus.anneeAbsente) { _ = try vide.supposant([], lu.reglement) }
    #expect(throws: Hypothese.Refus.anneeAbsente) { _ = try Difference(vide, [], lu.reglement) }
    #expect(Situation(vide, lu.reglement, .notes) == nil)
  }

  @Test(
    "une hypothèse mal écrite est refusée, avec ce qui est attendu",
    arguments: [
      ("", "ce qui change à gauche"), ("R103", "ce qui change à gauche"),
      ("=11", "ce qui change à gauche"), ("R103=", "ce qui change à gauche"),
      ("R103=onze", "une note (« 12,5 »"), ("R103=21", "une note"), ("R103=-1", "une note"),
      ("R103=16/15", "une note"), ("R103=abi", "une note"), ("R103=11=12", "une note"),
      ("R103/=11", "il manque un nom à côté de « / »"), ("/E1=11", "il manque un nom"),
      (":R103=11", "il manque un nom à côté de « : »"), ("engagement:=1", "il manque un nom"),
      ("S1:=1", "il manque un nom"), ("session2:=11", "il manque un nom"),
      ("UE12=20,01", "une moyenne de 0 à 20"), ("UE12=ABI", "une moyenne de 0 à 20"),
      ("UE12=13/15", "une moyenne de 0 à 20"), ("session2:UE12=21", "une note"),
      ("session2:R103=bien", "une note"), ("session1:R103=10", "« S1: », « session2: »"),
      ("S7:abi=1", "« S1: », « session2: »"), ("S:abi=1", "« S1: », « session2: »"),
      ("S1:abi=-1", "un nombre d’heures"), ("S1:abi=oui", "un nombre d’heures"),
      ("S1:iti=2", "« abi », « abj », « justifie » ou « avis »"), ("S1:avis=non", "« oui »"),
      ("2026-03-02=ITI", "« ABJ »"), ("sport=beaucoup", "un nombre de points"),
      ("sport=-0,5", "un nombre de points"), ("engagement:tutorat=21", "un nombre de points"),
    ],
  )
  func refusesText(texte: String, phrase: String) {
    let refus = #expect(throws: HypotheseError.self) { _ = try Hypothese(texte: texte) }
    #expect(refus?.phrase.contains(phrase) == true)
  }

  @Test("les espaces autour des signes ne changent rien, ni la virgule ou le point")
  func toleratesSpaces() throws {
    for texte in ["R103/E2=11,5", " R103 / E2 = 11.5 ", "R 103/E2=11,5"] {
      let hypothese = try Hypothese(texte: texte)
      guard case .note(let module, let evaluation, let entree) = hypothese else {
        Issue.record("\(texte)")
        continue
      }
      #expect(module.canonique == "R103")
      #expect(evaluation == "E2")
      #expect(entree.mot == "11,5")
    }
    #expect(try Hypothese(texte: "S1 : abi = 3") == Hypothese(texte: "S1:abi=3"))
    #expect(try Hypothese(texte: "session2: UE12=9") == Hypothese(texte: "session2:UE 1.2=9"))
  }

  @Test(
    "un objectif se lit",
    arguments: [
      ("passage", true), ("annee", true), ("année", true), ("UE12", true), ("ue1.2", true),
      ("C2", true), ("C12", true), ("C0", false), ("C-1", false), ("C", false), ("S3", false),
      ("", false), ("Passage", false), ("UE1", false),
    ],
  )
  func readsObjective(texte: String, lu: Bool) {
    #expect((Objectif(texte: texte) != nil) == lu)
  }
}
