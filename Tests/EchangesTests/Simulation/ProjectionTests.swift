import Echanges
import Fiction
import JSON
import Scolarite
import Testing

/// What is promised to a student, against the rules on the dossier with these marks really in it.
@Suite("Ce qu’il me faut")
struct ProjectionTests {
  /// UE11 waits for R102, of which one mark of two is known; UE12 for R103, which has no test.
  private static func dossier() throws -> (lu: DossierLu, dossier: Dossier) {
    var annee = AnneeDEssai(volumes: ["S1": "100", "S2": "100"])
    annee.detailler("UE11", [("R101", "2", "9"), ("R102", "1", "")])
    annee.detailler("UE12", [("R103", "1", "")])
    annee.detailler("UE21", [("R201", "1", "11")])
    annee.detailler("UE22", [("R202", "1", "8")])
    annee.notes[1]?["R102"] = .evaluations([("10", "1"), ("ATT", "3")])
    return try DossierDEssai(DossierDEssai.laRoche, ["session2Active": true], annee).lireBUT()
  }

  private static func note(_ texte: String) throws -> Note { try #require(Note(texte)) }

  /// Whether the rules reach the objective once the marks are entered for good.
  private static func atteint(_ objectif: Objectif, _ notes: [String: Decimale]) throws -> Bool {
    let (lu, dossier) = try dossier()
    let annee = try #require(dossier.annees.last)
    var semestres: [SemestreSuivi] = []
    for semestre in annee.semestres {
      var siennes = semestre.notes
      for (module, valeur) in notes where semestre.numero.valeur == 1 {
        let note = try #require(Note(valeur))
        siennes[module] = (siennes[module] ?? []).map { evaluation in
          guard evaluation.entree == .enAttente else { return evaluation }
          return Evaluation(
            nom: evaluation.nom,
            entree: .note(note),
            coefficient: evaluation.coefficient,
          )
        }
        if siennes[module]?.isEmpty ?? true {
          siennes[module] = [Evaluation(nom: module, entree: .note(note), coefficient: 1)]
        }
      }
      var suppose = semestre
      suppose.notes = siennes
      semestres.append(suppose)
    }
    var suivie = annee
    suivie.semestres = semestres
    let resultats = Deliberation<SansPreuve>.resultats(
      Dossier(etudiant: dossier.etudiant, annees: [suivie]),
      lu.reglement,
    )
    let finale = try #require(resultats.annees.last?.finale)
    switch objectif {
    case .ue(let code): return finale.ues[code]?.acquise ?? false
    case .rcue(let competence):
      return finale.rcues.values.contains { $0.cle.competence == competence && $0.valide }
    case .passage: return finale.poursuite?.autorisee ?? false
    case .annee: return finale.rcues.values.allSatisfy(\.valide)
    }
  }

  @Test("les modules qui attendent sont ceux dont une note manque, avec ce qui en est connu")
  func modules() throws {
    let (lu, dossier) = try Self.dossier()
    let projection = try #require(Projection(dossier, lu.reglement))
    #expect(projection.modules.map(\.code.imprime) == ["R102", "R103"])
    #expect(projection.modules.map(\.attendues) == [1, 0])
    #expect(projection.modules.map(\.connue) == [10, nil])
  }

  @Test(
    "la note promise partout suffit, un dixième de moins ne suffit pas",
    arguments: ["annee", "passage", "C1", "C2", "UE11", "UE12"],
  )
  func partout(_ nom: String) throws {
    let (lu, dossier) = try Self.dossier()
    let projection = try #require(Projection(dossier, lu.reglement))
    let objectif = try #require(Objectif(nom: nom))
    #expect(objectif.nom == nom)
    let note = try #require(projection.partout(objectif, pas: Projection.pas))
    let situation = try #require(Situation(dossier, lu.reglement, .notes))
    let attendue = situation.notesAttendues(objectif, pas: Projection.pas).resume
    #expect(attendue.hasPrefix(note == 0 ? "assuré" : "\(note) à "), "\(attendue), \(note)")
    func partout(_ valeur: Decimale) -> [String: Decimale] { ["R102": valeur, "R103": valeur] }
    #expect(try Self.atteint(objectif, partout(note)))
    guard note > 0 else { return }
    #expect(try !Self.atteint(objectif, partout(note - Projection.pas)))
  }

  @Test("la note promise dans un module suffit avec les autres, un dixième de moins non")
  func unModule() throws {
    let (lu, dossier) = try Self.dossier()
    let projection = try #require(Projection(dossier, lu.reglement))
    // UE12 at 14 with UE22 at 8: the RCUE holds at 11; UE11 is then asked for by its own RCUE.
    let notes = ["R102": try Self.note("10"), "R103": try Self.note("14")]
    for (module, autre) in [("R102", "R103"), ("R103", "R102")] {
      let auMoins = try #require(
        projection.auMoins(.annee, avec: notes, pas: Projection.pas)[module]
      )
      let valeurAutre = try #require(notes[autre]).valeur
      #expect(auMoins > 0)
      #expect(try Self.atteint(.annee, [module: auMoins, autre: valeurAutre]))
      #expect(try !Self.atteint(.annee, [module: auMoins - Projection.pas, autre: valeurAutre]))
    }
  }

  @Test("20 partout qui ne suffit pas est dit impossible")
  func impossible() throws {
    var annee = AnneeDEssai(volumes: ["S1": "100", "S2": "100"])
    annee.detailler("UE11", [("R101", "9", "1"), ("R102", "1", "")])
    annee.detailler("UE21", [("R201", "1", "4")])
    let (lu, dossier) = try DossierDEssai(DossierDEssai.laRoche, [:], annee).lireBUT()
    let projection = try #require(Projection(dossier, lu.reglement))
    #expect(projection.partout(.annee, pas: Projection.pas) == nil)
    #expect(projection.auMoins(.annee, avec: [:], pas: Projection.pas).isEmpty)
  }

  @Test("la moyenne provisoire est celle des modules notés, puis celle des règles")
  func provisoire() throws {
    let (lu, dossier) = try Self.dossier()
    let projection = try #require(Projection(dossier, lu.reglement))
    let ues = Dictionary(
      uniqueKeysWithValues: projection.ues.map { ($0.ue.code.texte, $0.moyenne) }
    )
    // (9 × 2 + 10 × 1) / 3: the known mark of R102 stands for the module.
    #expect(ues["UE11"]?.valeur == Fraction(28, sur: 3))
    #expect(ues["UE11"]?.estComplete == false && ues["UE11"]?.notes == 2)
    #expect(ues["UE12"]?.valeur == nil && ues["UE12"]?.modules == 1)
    #expect(ues["UE21"]?.valeur == 11 && ues["UE21"]?.estComplete == true)
  }

  @Test("sur des dossiers tirés au sort, la projection dit ce que disent les règles")
  func tirage() throws {
    let terrain = try #require(Terrain.tous.first)
    let (lu, programmes) = try terrain.lire()
    var hasard = Hasard(graine: 23)
    var trouvees = 0
    for numero in 0..<60 {
      let dossier = hasard.membre("\(numero)", 2026, Array(programmes[...0]))
      let projection = try #require(Projection(dossier, lu.reglement))
      let situation = try #require(Situation(dossier, lu.reglement, .notes))
      for objectif in projection.objectifs {
        guard case .auMoins(let note, _) = situation.notesAttendues(objectif, pas: 1) else {
          continue
        }
        trouvees += 1
        #expect(projection.partout(objectif, pas: 1) == note)
      }
    }
    #expect(trouvees > 0)
  }
}
