import Actes
import SQL
import Scolarite
import Soutien
import Testing

@Suite("Nouvelles d’un étudiant")
struct NouvellesTests {
  /// A student with an account, in a promotion whose marks are not published.
  private struct Terrain {
    let bureau: BureauDEssai
    let soi: Utilisateur
    let evaluation: EvaluationDeModule

    init(_ moteur: SQLEngine) async throws {
      bureau = try await BureauDEssai(moteur)
      let (promotion, etudiant) = (bureau.promotion, bureau.etudiant)
      soi = try await bureau.essai.faire(
        CreerUnUtilisateur(.init(identifiant: "soi", nom: "Soi", etudiant: etudiant))
      )
      _ = try await bureau.essai.faire(
        DonnerUnRole(
          .etudiant,
          sur: .etudiant(etudiant),
          a: soi.id,
          depuis: bureau.essai.horloge.moment.jour,
        )
      )
      for evaluation in try await bureau.essai.lire({ try $0.evaluations(promotion.id) })
      where evaluation.publiee {
        try await bureau.essai.faire(PublierUneEvaluation(evaluation.id, publiee: false))
      }
      evaluation = try await bureau.essai.lire { registre in
        let notees = Set(
          try registre.notes(etudiant: etudiant, promotion: promotion.id)
            .filter { $0.entree != .enAttente }.map(\.evaluation)
        )
        return try #require(
          try registre.evaluations(promotion.id).first { notees.contains($0.id) }
        )
      }
    }

    func nouvelles() async throws -> Nouvelles {
      try await bureau.essai.faire(VoirSesNouvelles(), par: soi)
    }

    func lire() async throws {
      let jusqua = try await nouvelles().jusqua
      try await bureau.essai.faire(MarquerSesNouvelles(jusqua: jusqua), par: soi)
    }
  }

  @Test(
    "une note est une nouvelle une fois publiée, et plus après lecture",
    arguments: SQLEngine.allCases,
  )
  func note(_ moteur: SQLEngine) async throws {
    let terrain = try await Terrain(moteur)
    #expect(try await terrain.nouvelles().liste.isEmpty)
    try await terrain.bureau.essai.faire(PublierUneEvaluation(terrain.evaluation.id))
    let nouvelles = try await terrain.nouvelles()
    #expect(!nouvelles.estUneSuite)
    let nouvelle = try #require(nouvelles.liste.first)
    #expect(nouvelles.liste.count == 1)
    guard case .note(let epreuve, false) = nouvelle.nature else {
      Issue.record("une note publiée : \(nouvelle.nature)")
      return
    }
    #expect(epreuve.evaluation == terrain.evaluation.id)
    try await terrain.lire()
    let ensuite = try await terrain.nouvelles()
    #expect(ensuite.liste.isEmpty && ensuite.estUneSuite)
    // Taken back, then published again: it is new again.
    try await terrain.bureau.essai.faire(
      PublierUneEvaluation(terrain.evaluation.id, publiee: false)
    )
    #expect(try await terrain.nouvelles().liste.isEmpty)
    try await terrain.bureau.essai.faire(PublierUneEvaluation(terrain.evaluation.id))
    #expect(try await terrain.nouvelles().liste.count == 1)
  }

  @Test("une note corrigée après publication est dite modifiée", arguments: SQLEngine.allCases)
  func correction(_ moteur: SQLEngine) async throws {
    let terrain = try await Terrain(moteur)
    let (evaluation, etudiant) = (terrain.evaluation.id, terrain.bureau.etudiant)
    try await terrain.bureau.essai.faire(PublierUneEvaluation(evaluation))
    try await terrain.lire()
    let version = try await terrain.bureau.essai.lire {
      try #require(try $0.note(evaluation, etudiant)).note.version
    }
    _ = try await terrain.bureau.essai.faire(
      SaisirUneNote(
        evaluation: evaluation,
        etudiant: etudiant,
        entree: .note(try #require(Note(13))),
        version: version,
        motif: "erreur de report",
      )
    )
    guard case .note(_, estCorrigee: true)? = try await terrain.nouvelles().liste.first?.nature
    else {
      Issue.record("une note modifiée")
      return
    }
  }

  @Test("un jury n’est une nouvelle qu’une fois clos", arguments: SQLEngine.allCases)
  func decision(_ moteur: SQLEngine) async throws {
    let terrain = try await Terrain(moteur)
    let essai = terrain.bureau.essai
    let jury = try await JuryOuvert(terrain.bureau)
    try await jury.decider(.red, motif: "trop d’UE en attente")
    #expect(try await terrain.nouvelles().liste.isEmpty)
    try await jury.clore()
    let natures = try await terrain.nouvelles().liste.map(\.nature)
    #expect(natures == [.decision(terrain.bureau.promotion.id, estUneRectification: false)])
    _ = essai
  }

  @Test(
    "lire ne s’écrit pas au journal, et s’efface avec la personne",
    arguments: SQLEngine.allCases,
  )
  func marque(_ moteur: SQLEngine) async throws {
    let terrain = try await Terrain(moteur)
    let avant = try await terrain.nouvelles().jusqua
    try await terrain.lire()
    #expect(try await terrain.nouvelles().jusqua == avant)
    // Never further than the journal, never back.
    try await terrain.bureau.essai.faire(MarquerSesNouvelles(jusqua: .max), par: terrain.soi)
    try await terrain.bureau.essai.faire(MarquerSesNouvelles(jusqua: 1), par: terrain.soi)
    let soi = terrain.soi.id
    #expect(try await terrain.bureau.essai.lire { try $0.nouvellesLues(soi) } == avant)
  }

  @Test("qui n’est pas étudiant n’a pas de nouvelles")
  func personne() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let direction = try await bureau.essai.utilisateur(.direction, sur: .etablissement)
    let lue = try await bureau.refus {
      _ = try await bureau.essai.faire(VoirSesNouvelles(), par: direction)
    }
    let marquee = try await bureau.refus {
      try await bureau.essai.faire(MarquerSesNouvelles(jusqua: 1), par: direction)
    }
    #expect(lue == .inconnu(.etudiant) && marquee == .inconnu(.etudiant))
  }
}

/// An end-of-year jury on the promotion of the trials.
struct JuryOuvert {
  let bureau: BureauDEssai
  let jury: SessionDeJury

  init(_ bureau: BureauDEssai) async throws {
    self.bureau = bureau
    jury = try await bureau.essai.faire(
      OuvrirUnJury(
        promotion: bureau.promotion.id,
        nature: .annee,
        date: BureauDEssai.jour("2026-07-03"),
        membres: [.init(nom: "Dominique Chaire", qualite: .president, present: true)],
      )
    )
  }

  func decider(_ code: DecisionDeJury.Code, motif: String) async throws {
    _ = try await bureau.essai.faire(
      DeciderEnJury(
        jury: jury.id,
        etudiant: bureau.etudiant,
        decisions: [DecisionPrise(sur: .annee, code: code, motif: motif)],
      )
    )
  }

  func clore() async throws {
    _ = try await bureau.essai.faire(CloreUnJury(jury.id, version: 1))
  }
}
