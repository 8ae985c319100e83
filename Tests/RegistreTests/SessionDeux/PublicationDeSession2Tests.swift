import Actes
import SQL
import Scolarite
import Testing

@Suite("Session 2 : rien avant le jury")
struct PublicationDeSession2Tests {
  @Test(
    "avant la clôture du jury, aucun chemin ne montre à l’étudiant une note de session 2",
    arguments: SQLEngine.allCases,
  )
  func rienAvantLeJury(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeCopies(moteur)
    let (bureau, essai) = (terrain.bureau, terrain.essai)
    let lui = try await bureau.enPersonne(bureau.etudiant)
    let blanc = try await vu(terrain, lui)
    try await terrain.verser(["13,37", "8", "15"])
    for (apres, avant) in zip(try await vu(terrain, lui), blanc) {
      #expect(Self.mots(apres) == Self.mots(avant))
    }
    #expect(try await terrain.session2(par: lui)?.notesUE == [:])
    #expect(try await terrain.session2(par: terrain.secretariat)?.notesUE.count == 1)
    let copies = try await essai.faire(VoirSesCopies(bureau.etudiant), par: lui)
    #expect(copies.sessions.flatMap(\.epreuves).allSatisfy { $0.note == nil })
    let export = try await essai.faire(
      ExporterUnePersonne(bureau.etudiant),
      par: terrain.secretariat,
    )
    #expect(!export.contains("13.37") && !export.contains("13,37"))
    for interdite in ["effets", "grille", "liste"] {
      let refus = try await bureau.refus {
        switch interdite {
        case "effets":
          _ = try await essai.faire(VoirLesEffetsDeLaSession2(terrain.campagne.id), par: lui)
        case "grille": _ = try await terrain.grille(par: lui)
        default: _ = try await essai.faire(VoirLesCopies(terrain.campagne.id), par: lui)
        }
      }
      #expect(refus?.estUneInterdiction == true, "\(interdite)")
    }
    // A jury that sits before the session seals what stood before it, and publishes nothing.
    try await terrain.clore(try await terrain.jury(le: "2026-06-20"))
    #expect(try await terrain.session2(par: lui)?.notesUE == [:])
    let scelles = try await essai.lire { registre in
      try registre.jurys(bureau.promotion.id).flatMap { try registre.scelles($0.id) }
    }
    #expect(scelles.allSatisfy { !$0.dossier.contains("13.37") && !$0.dossier.contains("13,37") })
    let jury = try await terrain.jury(le: "2026-07-06")
    _ = try await essai.faire(
      DeciderEnJury(jury: jury.id, etudiant: bureau.etudiant, decisions: [])
    )
    #expect(try await terrain.session2(par: lui)?.notesUE == [:])
    try await terrain.clore(jury)
    #expect(try await terrain.session2(par: lui)?.notesUE[terrain.ue]?.mot == "13,37")
    #expect(try await vu(terrain, lui) != blanc)
    let bilan = try await essai.faire(
      VoirSonBilan(bureau.etudiant, promotion: bureau.promotion.id),
      par: lui,
    )
    let sienne = try #require(bilan.ues.first { $0.ue.code == terrain.ue })
    #expect(sienne.session2?.mot == "13,37" && sienne.moyenne.valeur?.moyenneAffichee == "13,37")
    let publiees = try await essai.faire(VoirSesCopies(bureau.etudiant), par: lui)
    let publiee = try #require(publiees.sessions.flatMap(\.epreuves).first)
    #expect(publiee.note?.mot == "13,37" && publiee.publication?.jury == jury.id)
    let faites = try await essai.lire { [id = terrain.campagne.id] in
      try $0.etapesDeSession2(id)
    }
    #expect(faites[.publication] != nil && faites[.jury] != nil)
    let fige = try await bureau.refus {
      _ = try await essai.faire(
        SaisirUneNoteDeSession2(
          promotion: bureau.promotion.id,
          etudiant: bureau.etudiant,
          epreuve: .ue(terrain.ue),
          entree: try TerrainDeCopies.entree("18"),
          version: 1,
        )
      )
    }
    #expect(
      fige == .regle(article: "procédure de session 2, § 5", .noteDeSession2Publiee)
    )
  }

  /// The words of a text, whatever order a dictionary is printed in.
  private static func mots(_ texte: String) -> [String] {
    texte.split { " ,()[]".contains($0) }.map(String.init).sorted()
  }

  /// What the student is told of averages, explanations, needs, news and days, text by text.
  private func vu(_ terrain: TerrainDeCopies, _ lui: Utilisateur) async throws -> [String] {
    let (etudiant, promotion) = (terrain.bureau.etudiant, terrain.promotion.id)
    let essai = terrain.essai
    let bilan = try await essai.faire(VoirSonBilan(etudiant, promotion: promotion), par: lui)
    let expliquee = try await essai.faire(
      ExpliquerUneUE(promotion, de: etudiant, terrain.ue),
      par: lui,
    )
    let simulation = try await essai.faire(
      SimulerSesNotes(etudiant, promotion: promotion, pour: nil),
      par: lui,
    )
    let modules = try await essai.faire(
      VoirLesNotesParModule(etudiant, promotion: promotion),
      par: lui,
    )
    let nouvelles = try await essai.faire(NouvellesDUnEtudiant(etudiant, apres: nil), par: lui)
    return [
      "\(bilan.ues.map(\.moyenne))", "\(bilan.rcues.map(\.moyenne))",
      "\(bilan.decisions?.ues.map(\.moyenne) ?? [])",
      "\(String(describing: expliquee.moyenne))", "\(expliquee.recit)",
      "\(simulation.modules)", "\(String(describing: simulation.session2))", "\(modules)",
      "\(nouvelles.map(\.nature))",
    ]
  }
}

extension Refus {
  fileprivate var estUneInterdiction: Bool {
    if case .interdit = self { true } else { false }
  }
}
