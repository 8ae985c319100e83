import Echanges
import Fiction
import JSON
import Scolarite
import Testing

/// What a hypothesis changes, told with its causes.
@Suite("Différences")
struct DifferenceTests {
  @Test("du passage à la note, chaque étape est nommée")
  func chain() throws {
    // R101 à 14 : l’UE11 monte à 11, son regroupement à 10, l’UE21 est compensée, le S3 s’ouvre.
    let difference = try DossierDEssai.partage().difference("R101=14")
    #expect(
      Set(difference.ecarts.map(\.nom)) == [
        "acquisition UE11", "compensation UE21", "validation-rcue C1 niveau 1",
        "credits année 2025-2026", "poursuite-impaire S3", "ouverture-session2 UE11",
        "ouverture-session2 UE21",
      ]
    )
    let passage = try #require(difference.ecarts.first { $0.sujet == "S3" })
    #expect(
      passage.chemin == [
        "poursuite-impaire S3", "moyenne-rcue C1 niveau 1", "moyenne-finale UE11",
        "moyenne-ue UE11", "moyenne-module R101",
      ]
    )
    let feuille = try #require(passage.feuilles.first)
    #expect(feuille.faits.avant.map(\.valeur) == [.nombre(8)])
    #expect(feuille.faits.apres.map(\.valeur) == [.nombre(14)])
    #expect(passage.feuilles.count == 1)
    #expect(difference.deplacements.map(\.sujet) == ["UE11", "C1 niveau 1"])
    #expect(difference.deplacements.map(\.apres) == [11, 10])
  }

  @Test("une compensation perdue a pour cause le regroupement, puis la note de l’autre UE")
  func lostCompensation() throws {
    let difference = try DossierDEssai.partage().difference("R202=10")
    let ue12 = try #require(difference.ecarts.first { $0.sujet == "UE12" })
    #expect(ue12.avant?.regle.nom == "compensation")
    #expect(ue12.apres?.regle.nom == "acquisition")
    #expect(ue12.apres?.conclusion == .verdict(false))
    #expect(
      ue12.chemin == [
        "acquisition UE12", "validation-rcue C2 niveau 1", "moyenne-rcue C2 niveau 1",
        "moyenne-finale UE22", "moyenne-ue UE22", "moyenne-module R202",
      ]
    )
    #expect(!difference.ecarts.contains { $0.sujet == "UE22" || $0.sujet == "C1 niveau 1" })
  }

  @Test("une UE acquise autrement qu’avant est un écart, même acquise dans les deux cas")
  func otherRule() throws {
    let difference = try DossierDEssai.partage().difference("R103=12")
    let ue12 = try #require(difference.ecarts.first { $0.sujet == "UE12" })
    #expect(ue12.avant?.regle.nom == "compensation")
    #expect(ue12.apres?.regle.nom == "acquisition")
    #expect(ue12.causes.contains { $0.nom == "moyenne-finale UE12" })
  }

  @Test("des absences, la cause est le malus ou le taux, avec les heures")
  func absences() throws {
    let essai = DossierDEssai.partage { $0.moyennes["UE22"] = "10.2" }
    let malus = try essai.difference("S2:abi=4")
    let ue22 = try #require(malus.ecarts.first { $0.sujet == "UE22" })
    #expect(
      ue22.chemin == ["acquisition UE22", "moyenne-finale UE22", "malus S2"]
    )
    #expect(ue22.feuilles.first?.faits.apres.first?.valeur == .nombre(4))
    let taux = try essai.difference("S2:abj=30")
    let bloquee = try #require(taux.ecarts.first { $0.sujet == "UE22" })
    #expect(bloquee.chemin == ["acquisition UE22", "regle-30 S2", "taux-absence S2"])
  }

  @Test("dans une année reprise, la cause est la note de l’année, non celle d’avant")
  func repeated() throws {
    var avant = AnneeDEssai()
    avant.debut = 2024
    avant.detailler("UE11", [("R101", "1", "7")])
    avant.detailler("UE21", [("R201", "1", "7")])
    var essai = DossierDEssai.partage()
    essai.annees.insert(avant, at: 0)
    let difference = try essai.difference("R101=14")
    let ue11 = try #require(difference.ecarts.first { $0.sujet == "UE11" })
    #expect(
      ue11.chemin == [
        "acquisition UE11", "moyenne-reprise UE11", "moyenne-finale UE11", "moyenne-ue UE11",
        "moyenne-module R101",
      ]
    )
    #expect(ue11.feuilles.first?.faits.apres.map(\.valeur) == [.nombre(14)])
  }

  @Test(
    "sans rien de changé, aucun écart",
    arguments: [
      [], ["R101=8"], ["R102/E1=10"], ["R102=8"], ["UE11=8"], ["S1:abi=0"], ["S1:abj=0"],
      ["S2:avis=oui"], ["sport=0"], ["engagement:tutorat=0"], ["R101=20", "R101=8"],
    ],
  )
  func nothing(textes: [String]) throws {
    let (lu, dossier) = try DossierDEssai.partage().lireBUT()
    let hypotheses = try textes.map { try Hypothese(texte: $0) }
    let difference = try Difference(dossier, hypotheses, lu.reglement)
    #expect(difference.ecarts.isEmpty)
    #expect(difference.deplacements.isEmpty)
  }

  @Test("sur des dossiers tirés, un écart est un verdict qui change, et a sa cause")
  func onRandomDossiers() throws {
    var hasard = Hasard(graine: 5)
    var ecarts = 0
    for terrain in Terrain.tous {
      let (lu, programmes) = try terrain.lire()
      for numero in 0..<30 {
        let dossier = hasard.membre("\(numero)", 2026, Array(programmes[...(numero % 2)]))
        for hypothese in hasard.hypotheses(dossier) {
          guard let difference = try? Difference(dossier, [hypothese], lu.reglement) else {
            continue
          }
          let memes = difference.avant.verdicts == difference.apres.verdicts
          #expect(difference.ecarts.isEmpty == memes)
          for feuille in difference.ecarts.flatMap(\.feuilles) {
            let (anciens, nouveaux) = feuille.faits
            let dite = !anciens.isEmpty || !nouveaux.isEmpty || feuille.changeDeNature
            #expect(dite, "\(terrain) \(numero) \(hypothese) \(feuille.nom)")
          }
          ecarts += difference.ecarts.count
        }
      }
    }
    #expect(ecarts > 300)
  }

  @Test("supposer ce qui est déjà ne change rien")
  func supposesWhatIs() throws {
    var hasard = Hasard(graine: 6)
    for terrain in Terrain.tous {
      let (lu, programmes) = try terrain.lire()
      for numero in 0..<20 {
        let dossier = hasard.membre("\(numero)", 2026, Array(programmes[...(numero % 2)]))
        let memes = dossier.annees.last?.faits ?? []
        let difference = try Difference(dossier, memes, lu.reglement)
        #expect(difference.ecarts.isEmpty)
        #expect(difference.deplacements.isEmpty)
      }
    }
  }
}

extension Ecart {
  fileprivate var nom: String { "\(regle.nom) \(sujet)" }

  /// The first cause, its own first cause, and so on.
  fileprivate var chemin: [String] { [nom] + (causes.first?.chemin ?? []) }

  fileprivate var feuilles: [Ecart] { causes.isEmpty ? [self] : causes.flatMap(\.feuilles) }

  /// The grounds appear, disappear, or are those of another rule or of other settings.
  fileprivate var changeDeNature: Bool {
    guard let avant, let apres else { return true }
    return avant.regle.nom != apres.regle.nom
  }
}

extension EtatDAnnee<AvecPreuve> {
  /// The conclusions of the year, each with its rule and its subject.
  fileprivate var verdicts: Set<String> {
    Set(traces.map { "\($0.regle.nom) \($0.sujet) \($0.conclusion)" })
  }
}

extension AnneeSuivie {
  /// What is already so, as hypotheses.
  fileprivate var faits: [Hypothese] {
    var faits: [Hypothese] = []
    for semestre in semestres {
      let ues = programme.ues.filter { $0.semestre == semestre.numero }
      for ue in ues where semestre.moyennes[ue.code] == nil {
        for module in ue.modules {
          faits += (semestre.notes[module.code.canonique] ?? []).map {
            .note(module: module.code, evaluation: $0.nom, $0.entree)
          }
        }
      }
      if semestre.absences.creneaux.isEmpty {
        faits.append(
          .heures(
            semestre.numero,
            abi: semestre.absences.heuresABI,
            abj: semestre.absences.heuresABJ,
          )
        )
      }
      faits.append(.justificatif(semestre.numero, heures: 0))
    }
    return faits
  }
}

extension Hasard {
  /// Hypotheses of each sort on the last year of a dossier; some of them it does not admit.
  fileprivate mutating func hypotheses(_ dossier: Dossier) -> [Hypothese] {
    guard let annee = dossier.annees.last else { return [] }
    let ue = parmi(annee.programme.ues)
    let module = parmi(ue.modules).code
    let semestre = parmi(annee.semestres)
    let evaluation = semestre.notes[module.canonique].map { parmi($0).nom }
    var hypotheses: [Hypothese] = [
      .note(module: module, evaluation: nil, entree()),
      .moyenne(ue.code, quarts(0...80)),
      .session2(.ue(ue.code), entree()),
      .session2(.module(module), entree()),
      .heures(semestre.numero, abi: quarts(0...160), abj: nil),
      .justificatif(semestre.numero, heures: semestre.absences.heuresABI),
      .sport(quarts(0...2)),
      .engagement(type: "a", quarts(0...2)),
    ]
    if let evaluation {
      hypotheses.append(.note(module: module, evaluation: evaluation, entree()))
    }
    if let creneau = semestre.absences.creneaux.first {
      hypotheses.append(.jourJustifie(creneau.debut.jour))
    }
    if let jour = Jour(2026, 7, 1),
      let acte = ActeMotive(auteur: "commission", date: jour, motif: "essai")
    {
      hypotheses.append(.avisContraire(semestre.numero, acte))
    }
    return hypotheses
  }
}
