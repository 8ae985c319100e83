import Actes
import Demonstration
import SQL
import Scolarite
import Soutien
import Testing

@Suite("Bilan d’un étudiant")
struct BilanTests {
  private static func bilan(_ bureau: BureauDEssai) async throws -> Bilan {
    try await bureau.essai.faire(
      VoirSonBilan(bureau.etudiant, promotion: bureau.promotion.id),
      par: bureau.enPersonne(bureau.etudiant),
    )
  }

  private static func chiffres(_ bilan: Bilan) -> [String] {
    bilan.ues.map { "\($0.ue.code.texte) \($0.moyenne)" }
      + bilan.rcues.map { "\($0.cle.nom) \($0.moyenne?.exacte ?? "–")" }
  }

  /// A test of the student that has a mark.
  private static func notee(_ bureau: BureauDEssai) async throws -> EvaluationDeModule {
    let (promotion, etudiant) = (bureau.promotion.id, bureau.etudiant)
    return try await bureau.essai.lire { registre in
      let notees = Set(
        try registre.notes(etudiant: etudiant, promotion: promotion).filter {
          if case .note = $0.entree { true } else { false }
        }.map(\.evaluation)
      )
      return try #require(try registre.evaluations(promotion).first { notees.contains($0.id) })
    }
  }

  private static func publier(_ bureau: BureauDEssai, _ publiee: Bool) async throws {
    let promotion = bureau.promotion.id
    let evaluations = try await bureau.essai.lire { try $0.evaluations(promotion) }
    for evaluation in evaluations where evaluation.publiee != publiee {
      try await bureau.essai.faire(PublierUneEvaluation(evaluation.id, publiee: publiee))
    }
  }

  @Test("une note non publiée ne change rien de ce que l’étudiant voit")
  func nonPubliee() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let evaluation = try await Self.notee(bureau)
    try await Self.publier(bureau, true)
    let entier = Self.chiffres(try await Self.bilan(bureau))
    try await bureau.essai.faire(PublierUneEvaluation(evaluation.id, publiee: false))
    let sans = Self.chiffres(try await Self.bilan(bureau))
    #expect(sans != entier)
    let (id, etudiant) = (evaluation.id, bureau.etudiant)
    for valeur in ["0", "20"] {
      let note = try #require(Note(valeur))
      let version = try await bureau.essai.lire {
        try #require(try $0.note(id, etudiant)).note.version
      }
      _ = try await bureau.essai.faire(
        SaisirUneNote(
          evaluation: id,
          etudiant: etudiant,
          entree: .note(note),
          version: version,
        )
      )
      #expect(Self.chiffres(try await Self.bilan(bureau)) == sans)
      let simulation = try await Self.simulation(bureau)
      #expect(simulation.modules.contains { $0.attendu.code.canonique == evaluation.module })
    }
  }

  private static func simulation(
    _ bureau: BureauDEssai,
    _ objectif: Objectif? = nil,
    _ notes: Projection.Notes = [:],
  ) async throws -> SimulationDeNotes {
    try await bureau.essai.faire(
      SimulerSesNotes(
        bureau.etudiant,
        promotion: bureau.promotion.id,
        pour: objectif,
        notes: notes,
      ),
      par: bureau.enPersonne(bureau.etudiant),
    )
  }

  @Test("tout publié, le bilan donne les moyennes des règles")
  func entier() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    try await Self.publier(bureau, true)
    let bilan = try await Self.bilan(bureau)
    let resultats = try await bureau.essai.faire(VoirLesResultats(bureau.promotion.id))
    let ligne = try #require(resultats.lignes.first { $0.etudiant.id == bureau.etudiant })
    #expect(!bilan.ues.isEmpty)
    for une in bilan.ues where une.moyenne.estComplete {
      #expect(une.moyenne.valeur == ligne.ue(une.ue.code)?.moyenne)
    }
    for rcue in bilan.rcues where rcue.estComplete {
      #expect(rcue.moyenne == ligne.rcue(rcue.cle)?.moyenne)
    }
  }

  @Test("un objectif ou un module que l’année n’a pas est refusé à sa place")
  func inconnus() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    try await Self.publier(bureau, false)
    let note = try #require(Note(12))
    let module = try await bureau.refus {
      _ = try await Self.simulation(bureau, nil, ["R999": note])
    }
    #expect(module == .donnees([.init("R999", .inconnue(vu: "R999"))]))
    let ue = Objectif.ue(try #require(CodeUE("UE61")))
    let objectif = try await bureau.refus { _ = try await Self.simulation(bureau, ue) }
    #expect(objectif == .donnees([.init("objectif", .inconnue(vu: "UE61"))]))
  }

  @Test("rien du jury avant sa clôture ; après, le code, le motif et l’article")
  func decisions() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let jury = try await JuryOuvert(bureau)
    try await jury.decider(.red, motif: "trop d’UE en attente")
    #expect(try await Self.bilan(bureau).decisions == nil)
    try await jury.clore()
    let decisions = try #require(try await Self.bilan(bureau).decisions)
    let annee = try #require(decisions.annee)
    #expect(annee.code == "RED" && annee.motif == "trop d’UE en attente" && !annee.estAcquis)
    #expect(decisions.passage?.estAutorise == false)
    #expect(decisions.ues.allSatisfy { !$0.enonce.isEmpty && !$0.article.isEmpty })
    // What is sealed stays what is shown, whatever is entered since.
    let evaluation = try await Self.notee(bureau)
    let (id, etudiant) = (evaluation.id, bureau.etudiant)
    let version = try await bureau.essai.lire {
      try #require(try $0.note(id, etudiant)).note.version
    }
    _ = try await bureau.essai.faire(
      SaisirUneNote(
        evaluation: id,
        etudiant: etudiant,
        entree: .note(try #require(Note(0))),
        version: version,
      )
    )
    #expect(try await Self.bilan(bureau).decisions == decisions)
  }

  @Test("un étudiant ne demande rien d’un autre")
  func voisin() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let voisin = try await bureau.enPersonne(bureau.etudiants[1])
    let (etudiant, promotion) = (bureau.etudiant, bureau.promotion.id)
    let bilan = try await bureau.refus {
      _ = try await bureau.essai.faire(VoirSonBilan(etudiant, promotion: promotion), par: voisin)
    }
    let place = try await bureau.refus {
      _ = try await bureau.essai.faire(SeComparer(etudiant, promotion: promotion), par: voisin)
    }
    #expect(bilan == .interdit(.voirLesNotes) && place == .interdit(.voirLesNotes))
  }
}

@Suite("Comparaison à la promotion")
struct ComparaisonTests {
  @Test(
    "rien n’est comparé sous dix moyennes, tout l’est à dix",
    arguments: [(9, false), (10, true)],
  )
  func effectif(_ effectif: Int, _ montree: Bool) async throws {
    let essai = try await RegistreDEssai(.sqlite)
    let installee = try await PromotionEnregistree(essai, effectif: effectif).installee
    let promotion = installee.promotion.id
    for evaluation in try await essai.lire({ try $0.evaluations(promotion) })
    where !evaluation.publiee {
      try await essai.faire(PublierUneEvaluation(evaluation.id))
    }
    let comparaison = try await essai.faire(
      SeComparer(installee.etudiants[0], promotion: promotion)
    )
    let places = comparaison.ues.map(\.place) + comparaison.modules.map(\.place)
    #expect(places.contains { $0.sienne != nil })
    #expect(places.contains { $0.distribution != nil } == montree)
  }

  @Test("une note non publiée n’est comparée à rien")
  func nonPubliee() async throws {
    let essai = try await RegistreDEssai(.sqlite)
    let installee = try await PromotionEnregistree(essai, effectif: 10).installee
    let promotion = installee.promotion.id
    for evaluation in try await essai.lire({ try $0.evaluations(promotion) })
    where evaluation.publiee {
      try await essai.faire(PublierUneEvaluation(evaluation.id, publiee: false))
    }
    let comparaison = try await essai.faire(
      SeComparer(installee.etudiants[0], promotion: promotion)
    )
    #expect(comparaison.modules.isEmpty)
    #expect(comparaison.ues.allSatisfy { $0.place.sienne == nil && $0.place.distribution == nil })
  }
}

@Suite("Voies de recours")
struct VoiesDeRecoursTests {
  @Test("l’administrateur les remplit, chacun les lit", arguments: SQLEngine.allCases)
  func fixer(_ moteur: SQLEngine) async throws {
    let essai = try await RegistreDEssai(moteur)
    #expect(try await essai.faire(VoirLesVoiesDeRecours()) == nil)
    for tribunal in ["Tribunal administratif de Nantes", "Tribunal administratif de Dijon"] {
      let voies = VoiesDeRecours(
        autorite: "Le directeur de l’IUT",
        adresse: "1 rue de l’Essai\n85000 Nulle-Part",
        tribunal: tribunal,
        adresseDuTribunal: "6 allée de l’Île",
      )
      try await essai.faire(FixerLesVoiesDeRecours(voies))
      #expect(try await essai.faire(VoirLesVoiesDeRecours()) == voies)
    }
  }

  @Test("une adresse vide ou trop longue est refusée à sa place")
  func refus() async throws {
    let essai = try await RegistreDEssai(.sqlite)
    let voies = VoiesDeRecours(
      autorite: "",
      adresse: String(repeating: "a", count: 501),
      tribunal: "t",
      adresseDuTribunal: "a",
    )
    await #expect {
      try await essai.faire(FixerLesVoiesDeRecours(voies))
    } throws: { erreur in
      guard case Refus.donnees(let fautes) = erreur else { return false }
      return fautes.map(\.lieu) == ["autorite", "adresse"]
    }
  }
}
