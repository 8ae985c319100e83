import Echanges
import Fiction
import JSON
import Scolarite
import Testing

/// The least set of resits on dossiers whose answer is worked by hand.
@Suite("Moindre ensemble, à la main")
struct MoindreEnsembleALaMainTests {
  private func reponse(
    _ essai: DossierDEssai,
    _ objectif: String,
    _ terrain: Situation.Terrain = .rattrapagesDeModules,
    pas: String = "0.5",
  ) throws -> String {
    let objectif = try #require(Objectif(texte: objectif))
    let pas = try #require(Decimale(pas))
    return try essai.situation(terrain).moindreEnsemble(objectif, pas: pas).resume
  }

  @Test("un module commun à deux UE vaut mieux que deux modules séparés")
  func sharedModule() throws {
    var annee = AnneeDEssai(moyennes: ["UE21": "10", "UE22": "10"])
    annee.detailler("UE11", [("R101", "1", "6"), ("R102", "1", "8")])
    annee.detailler("UE12", [("R101", "1", "6"), ("R103", "3", "9")])
    let essai = DossierDEssai(DossierDEssai.avecSession2, [:], annee)
    // R101 seul : (13 + 8) / 2 ≥ 10 et (13 + 27) / 4 = 10 ; sinon R102 à 14 et R103 à 34/3.
    #expect(try reponse(essai, "annee") == "R101:13 à 13")
    #expect(try reponse(essai, "annee", .rattrapagesDUE) == "UE11:10 UE12:10 à 10")
    #expect(try reponse(essai, "annee", .notes) == "R101:13 à 13")
  }

  @Test("un regroupement à 8, un autre à 10 : deux épreuves")
  func passage() throws {
    // C1 : (4 × R101 + R111) / 5 et 0, soit 8,6 au plus par R101 ; C2 : R102 et 10 ; C3 acquis.
    var annee = AnneeDEssai.rcues([("x", "0"), ("x", "10"), ("11", "11")])
    annee.autres = []
    annee.detailler("UE11", [("R101", "4", "6"), ("R111", "1", "6")])
    annee.detailler("UE12", [("R102", "1", "9")])
    let essai = DossierDEssai(DossierDEssai.avecSession2, [:], annee)
    // (4x + 6) / 10 ≥ 8 → 18,5 ; (x + 10) / 2 ≥ 10 → 10. R101 et R111 demanderaient 20.
    #expect(try reponse(essai, "passage") == "R101:18,5 R102:10 à 18,5")
    #expect(try reponse(essai, "C1") == "R101:20 R111:20 à 20")
    #expect(try reponse(essai, "UE12") == "R102:10 à 10")
  }

  @Test("une UE s’acquiert en remontant l’autre UE de son regroupement")
  func otherUE() throws {
    // L’UE11, donnée, n’a pas de module à repasser : (9 + x) / 2 ≥ 10.
    var annee = AnneeDEssai(moyennes: ["UE11": "9"])
    annee.detailler("UE21", [("R201", "1", "8")])
    let essai = DossierDEssai(DossierDEssai.avecSession2, [:], annee)
    #expect(try reponse(essai, "UE11") == "R201:11 à 11")
    #expect(try reponse(essai, "UE11", .rattrapagesDUE) == "UE11:10 à 10")
    #expect(try reponse(essai, "UE21") == "R201:10 à 10")
  }

  @Test("bloquée par les 30 %, une UE ne s’acquiert par aucune note, et la preuve le dit")
  func blocked() throws {
    let essai = DossierDEssai.partage { $0.absences = [1: .heures(abj: "30")] }
    #expect(try reponse(essai, "UE11") == "impossible [\"UE11\"]")
    #expect(try reponse(essai, "annee").hasPrefix("impossible [\"C1 niveau 1\", \"C2 niveau 1\""))
    // La moyenne de l’UE bloquée compte encore dans son regroupement, et pour le passage (A11).
    #expect(try reponse(essai, "UE21") == "R201:10 à 10")
    #expect(try reponse(essai, "passage") == "R201:12 à 12")
  }

  @Test("rien ne se repasse sans session 2, ou quand le jury la ferme")
  func nothingOpen() throws {
    var annee = AnneeDEssai.rcues([("x", "9")])
    annee.autres = []
    annee.detailler("UE11", [("R101", "1", "8")])
    let sans = DossierDEssai(DossierDEssai.national, [:], annee)
    #expect(try reponse(sans, "UE11") == "aucune épreuve")
    #expect(try reponse(sans, "UE11", .notes) == "R101:10 à 10")
    annee.decisions = [("annee", "AJOURNE")]
    let ferme = DossierDEssai(DossierDEssai.avecSession2, [:], annee)
    #expect(try reponse(ferme, "UE11") == "aucune épreuve")
    #expect(try reponse(ferme, "passage", .notes).hasPrefix("impossible"))
  }

  @Test("une décision de jury prise tient pendant les essais")
  func keepsDecisions() throws {
    var annee = AnneeDEssai.rcues([("x", "5"), ("9", "x")])
    annee.autres = []
    annee.detailler("UE11", [("R101", "1", "8")])
    annee.detailler("UE22", [("R202", "1", "12")])
    annee.decisions = [("UE21", "ADJ"), ("UE22", "ATJ")]
    let essai = DossierDEssai(DossierDEssai.avecSession2, [:], annee)
    // L’UE22, écartée par le jury, est ouverte et ne s’acquiert plus.
    #expect(try reponse(essai, "UE21") == "déjà atteint")
    #expect(try reponse(essai, "C1") == "R101:10 à 10")
    #expect(try reponse(essai, "C2").hasPrefix("impossible"))
    guard
      case .ensemble(let ensemble) = try essai.situation().moindreEnsemble(
        .rcue(competence: 1),
        pas: 1,
      )
    else {
      Issue.record("un ensemble est attendu")
      return
    }
    let (ue22, ue11) = (try #require(CodeUE("UE22")), try #require(CodeUE("UE11")))
    #expect(ensemble.etat.ues[ue22]?.acquise == false)
    #expect(ensemble.etat.ues[ue11]?.moyenne?.valeur == 10)
    #expect(ensemble.dessous?.ues[ue11]?.acquise == false)
  }

  @Test("qui ne refait qu’un semestre garde l’UE que le jury lui a donnée")
  func oneSemester() throws {
    // UE21 acquise par le jury à 5 : l’UE11 à 10 suffit, sans que le regroupement ait la moyenne.
    var avant = AnneeDEssai.rcues([("6", "5"), ("12", "12"), ("7", "7")])
    avant.decisions = [("UE21", "ADJ")]
    var reprise = AnneeDEssai.rcues([("x", "x"), ("12", "12"), ("x", "7")])
    reprise.debut = 2026
    reprise.semestres = [1]
    reprise.moyennes = ["UE12": "12"]
    reprise.autres = ["UE21", "UE22", "UE23"]
    reprise.detailler("UE11", [("R101", "1", "9")])
    reprise.detailler("UE13", [("R103", "1", "12")])
    let essai = DossierDEssai(DossierDEssai.avecSession2, [:], avant, reprise)
    #expect(try reponse(essai, "C1") == "R101:10 à 10")
    #expect(try reponse(essai, "passage") == "R101:10 à 10")
  }

  @Test("un regroupement sous 8 mais validé par ses UE ne ferme pas le passage")
  func underTheFloor() throws {
    // C1 : UE21 à 2 par le jury ; l’UE11 à 10 valide le regroupement, à 6.
    var annee = AnneeDEssai.rcues([("x", "2"), ("12", "12"), ("12", "12")])
    annee.autres = []
    annee.detailler("UE11", [("R101", "1", "9")])
    annee.decisions = [("UE21", "ADJ")]
    let essai = DossierDEssai(DossierDEssai.avecSession2, [:], annee)
    #expect(try reponse(essai, "passage") == "R101:10 à 10")
  }

  @Test("une reprise qui attend une note peut dépasser la moyenne d’avant")
  func pendingRepeat() throws {
    // L’année d’avant vaut 5 ; cette année, 9 × 11 attend 1 × x.
    var avant = AnneeDEssai.rcues([("5", "9")])
    avant.debut = 2024
    var reprise = AnneeDEssai(moyennes: ["UE21": "9"])
    reprise.detailler("UE11", [("R101", "9", "11"), ("R102", "1", "")])
    let essai = DossierDEssai(DossierDEssai.avecSession2, [:], avant, reprise)
    // (99 + x) / 10 ≥ 10 → 1.
    #expect(try reponse(essai, "UE11") == "R102:1 à 1")
    // (99 + x) / 10 + 9 ≥ 20 → 11.
    #expect(try reponse(essai, "UE21") == "R102:11 à 11")
    // (108 + x) / 10 ≥ 10 dès 0.
    reprise.detailler("UE11", [("R101", "9", "12"), ("R102", "1", "")])
    let assure = DossierDEssai(DossierDEssai.avecSession2, [:], avant, reprise)
    #expect(try reponse(assure, "UE11") == "R102:0 à 0")
  }

  @Test("le regroupement de niveau 2 validé emporte les UE qu’attend le S5")
  func towardsS5() throws {
    let premiere = AnneeDEssai.rcues([("8", "9"), ("12", "12"), ("12", "12")])
    var seconde = AnneeDEssai.rcues([("x", "10"), ("12", "12"), ("x", "9")], but: 2)
    seconde.autres = []
    seconde.detailler("UE31", [("R301", "1", "8"), ("R302", "1", "8")])
    seconde.detailler("UE33", [("R303", "1", "9")])
    let essai = DossierDEssai(DossierDEssai.avecSession2, [:], premiere, seconde)
    // C1 est à 9, C3 à 9, C2 à 12. Pour l’arrêté, C3 à 10 suffirait ; mais l’UE11 et l’UE21 ne
    // viennent qu’avec le niveau 2 de C1, à 10, qui suffit aussi : (x + 8) / 2 ≥ 10 → 12.
    #expect(try reponse(essai, "passage") == "R301:12 à 12")
    let situation = try essai.situation()
    #expect(situation.epreuves.map(\.nom) == ["R301", "R302", "R303"])
    for (notes, suffit) in [
      ([20, nil, nil], true), ([12, nil, nil], true), ([11, nil, nil], false),
      ([nil, nil, 20], false), ([11, 9, nil], true), ([11, 8, 20], false),
    ] as [([Int?], Bool)] {
      let essais = try notes.enumerated().compactMap { rang, note in
        try note.map { (epreuve: rang, note: try #require(Note(Decimale($0)))) }
      }
      #expect(situation.estAtteint(.passage, essais) == suffit)
    }
  }

  @Test("vers le S5, aucun ensemble plus petit ni note plus basse, sur des dossiers tirés")
  func towardsS5Randomly() throws {
    var hasard = Hasard(graine: 31)
    var trouves = 0
    for _ in 0..<120 {
      var premiere = AnneeDEssai.rcues(hasard.paires())
      premiere.debut = 2024
      var seconde = AnneeDEssai.rcues(hasard.paires(), but: 2)
      seconde.debut = 2025
      for competence in 1...3 {
        let note = { (hasard: inout Hasard) in "\(hasard.entier(5...12))" }
        seconde.detailler(
          "UE3\(competence)",
          [("R30\(competence)", "2", note(&hasard)), ("R310", "1", "9")],
        )
      }
      let essai = DossierDEssai(DossierDEssai.avecSession2, [:], premiere, seconde)
      let situation = try essai.situation()
      let reponse = situation.moindreEnsemble(.passage, pas: 1)
      let parEssai = try situation.moindreParEssai(.passage)
      switch reponse {
      case .dejaAtteint: #expect(situation.estAtteint(.passage, []))
      case .aucuneEpreuve, .impossible: #expect(parEssai == nil)
      case .ensemble(let ensemble):
        #expect(parEssai?.taille == ensemble.epreuves.count)
        #expect(parEssai.map { Decimale($0.note) } == ensemble.note)
        trouves += 1
      }
    }
    #expect(trouves > 10)
  }
}

extension Hasard {
  fileprivate mutating func paires() -> [(String, String)] {
    (0..<3).map { _ in ("\(entier(7...12))", "\(entier(7...12))") }
  }
}

extension Situation {
  /// The least size, then the least whole mark, by trying every set with every mark.
  fileprivate func moindreParEssai(_ objectif: Objectif) throws -> (taille: Int, note: Int)? {
    let parties = (0..<(1 << epreuves.count)).map { masque in
      epreuves.indices.filter { masque & (1 << $0) != 0 }
    }
    for taille in 0...epreuves.count {
      for note in 0...20 {
        let mark = try #require(Note(Decimale(note)))
        for partie in parties where partie.count == taille {
          if estAtteint(objectif, partie.map { ($0, mark) }) { return (taille, note) }
        }
      }
    }
    return nil
  }
}
