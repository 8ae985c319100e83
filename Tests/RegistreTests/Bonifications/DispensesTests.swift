import Actes
import Demonstration
import SQL
import Scolarite
import Testing

@Suite("Modalités particulières : dispense d’assiduité")
struct DispensesTests {
  /// Slots of the student’s promotion, in order: without module, of R101, a test.
  private static func seances(_ bureau: BureauDEssai) async throws -> [Seance] {
    let evaluation = bureau.enregistree.installee.evaluations.first
    return try await bureau.essai.faire(
      CreerDesSeances(
        promotion: bureau.promotion.id,
        seances: [
          .init(
            module: nil,
            debut: BureauDEssai.instant("2025-10-06T08:00"),
            minutes: 60,
            nature: .cm,
          ),
          .init(
            module: "R101",
            debut: BureauDEssai.instant("2025-10-07T08:00"),
            minutes: 120,
            nature: .td,
          ),
          .init(
            module: evaluation?.module,
            debut: BureauDEssai.instant("2025-10-08T08:00"),
            minutes: 60,
            nature: .cm,
            evaluation: evaluation?.id,
          ),
          .init(
            module: nil,
            debut: BureauDEssai.instant("2025-11-01T08:00"),
            minutes: 60,
            nature: .cm,
          ),
        ],
      )
    )
  }

  /// A dispensation from 6 to 31 October, granted on request.
  private static func dispenser(
    _ bureau: BureauDEssai,
    porte: Amenagement.Porte = .seances,
    modules: [String] = [],
  ) async throws -> Identifiant<Amenagement> {
    let demande = try await bureau.essai.faire(
      DemanderUnAmenagement(
        promotion: bureau.promotion.id,
        etudiant: bureau.etudiant,
        .vieActive,
        texte: "Je travaille.",
        souhaits: [.dispenseDAssiduite],
      )
    )
    _ = try await bureau.essai.faire(
      DeciderDUnAmenagement(
        demande.id,
        [
          .init(
            .dispenseDAssiduite,
            depuis: BureauDEssai.jour("2025-10-06"),
            jusqua: BureauDEssai.jour("2025-10-31"),
            porte: porte,
            modules: modules,
          )
        ],
        motif: "contrat de travail",
        version: demande.version,
      )
    )
    let accordes = try await bureau.essai.lire { [id = bureau.etudiant] in
      try $0.amenagements(id)
    }
    return try #require(accordes.last?.id)
  }

  private static func absent(_ bureau: BureauDEssai, _ seance: Seance) async throws -> Presence {
    let presences = try await bureau.essai.faire(
      FaireLAppel(seance: seance.id, [.init(bureau.etudiant, .absent)])
    )
    return try #require(presences.first)
  }

  @Test(
    "l’appel la marque, l’absence couverte est justifiée avec sa pièce, une autre ne l’est pas",
    arguments: SQLEngine.allCases,
  )
  func appel(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let seances = try await Self.seances(bureau)
    let dispense = try await Self.dispenser(bureau)
    for (seance, couvre) in zip(seances, [true, true, false, false]) {
      let feuille = try await bureau.essai.bureau.demander(
        VoirLEmargement(seance.id),
        par: .console("essai"),
        dans: bureau.essai.iut,
      )
      for ligne in feuille.lignes {
        let marquee = couvre && ligne.etudiant.id == bureau.etudiant
        #expect(ligne.estDispense == marquee, "\(seance.debut)")
      }
      let presence = try await Self.absent(bureau, seance)
      #expect(presence.justification == (couvre ? .abj : .aucune), "\(seance.debut)")
      #expect(presence.amenagement == (couvre ? dispense : nil))
      #expect(try await bureau.essai.lire { try $0.presences(seance.id) } == [presence])
    }
    let comptees = try await bureau.essai.lire {
      [id = bureau.etudiant, promotion = bureau.promotion] in
      try $0.absences(id, promotion).parSemestre.values.flatMap(\.self)
    }
    #expect(comptees.count { $0.motif == .justifiee } == 2)
    #expect(comptees.count { $0.motif == .injustifiee } == 2)
  }

  @Test("accordée après coup, elle justifie ce qu’elle couvre ; terminée plus tôt, elle le rend")
  func apresCoup() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let seances = try await Self.seances(bureau)
    for seance in seances { _ = try await Self.absent(bureau, seance) }
    func justifications() async throws -> [Presence.Justification] {
      try await bureau.essai.lire { [id = bureau.etudiant] in
        try $0.presences(etudiant: id).map(\.presence.justification)
      }
    }
    #expect(try await justifications() == [.aucune, .aucune, .aucune, .aucune])
    let dispense = try await Self.dispenser(bureau, porte: [.seances, .evaluations])
    #expect(try await justifications() == [.abj, .abj, .abj, .aucune])
    try await bureau.essai.faire(
      TerminerUnAmenagement(
        dispense,
        de: bureau.etudiant,
        le: BureauDEssai.jour("2025-10-06"),
      )
    )
    #expect(try await justifications() == [.abj, .aucune, .aucune, .aucune])
  }

  @Test("limitée à des modules, elle ne vaut que là, et le module doit exister")
  func modules() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let seances = try await Self.seances(bureau)
    let refus = try await bureau.refus {
      _ = try await Self.dispenser(bureau, modules: ["R101", "Z999"])
    }
    #expect(refus == .donnees([.init("modules", .inconnue(vu: "Z999"))]))
    _ = try await Self.dispenser(bureau, modules: ["R101"])
    #expect(try await Self.absent(bureau, seances[0]).justification == .aucune)
    #expect(try await Self.absent(bureau, seances[1]).justification == .abj)
  }

  @Test("qui ne lit pas une demande n’en lit pas les mots au journal ni dans l’export")
  func journal() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let essai = bureau.essai
    func demander(_ situation: DemandeDAmenagement.Situation, _ texte: String) async throws {
      _ = try await essai.faire(
        DemanderUnAmenagement(
          promotion: bureau.promotion.id,
          etudiant: bureau.etudiant,
          situation,
          texte: texte,
          souhaits: [.tiersTemps],
        )
      )
    }
    try await demander(.handicap, "Un traitement lourd.")
    try await demander(.vieActive, "Un contrat le matin.")
    func mots(_ role: Role?) async throws -> (medical: Bool, autre: Bool) {
      let demandeur: Demandeur =
        if let role {
          .utilisateur(try await essai.utilisateur(role, sur: .etablissement).id)
        } else { .console("essai") }
      let page = try await essai.bureau.demander(
        VoirLeJournal(objet: "demande-d-amenagement"),
        par: demandeur,
        dans: essai.iut,
      )
      #expect(page.entrees.count == 2)
      for lue in page.entrees {
        let seule = try await essai.bureau.demander(
          LireUneEntree(lue.entree.numero),
          par: demandeur,
          dans: essai.iut,
        )
        #expect(seule.entree.contenu == lue.entree.contenu)
        #expect((lue.entree.contenu == nil) == (lue.entree.sujet == nil))
      }
      let contenus = page.entrees.compactMap(\.entree.contenu).joined()
      return (contenus.contains("traitement lourd"), contenus.contains("contrat le matin"))
    }
    #expect(try await mots(.administrateur) == (false, false))
    #expect(try await mots(.direction) == (false, true))
    #expect(try await mots(nil) == (true, true))
    let direction = try await essai.utilisateur(.direction, sur: .etablissement)
    let entrees = try await essai.bureau.demander(
      VoirLeJournalDUnEtudiant(bureau.etudiant),
      par: .utilisateur(direction.id),
      dans: essai.iut,
    )
    let siennes = entrees.compactMap(\.entree.contenu).joined()
    #expect(!siennes.contains("traitement lourd") && siennes.contains("contrat le matin"))
    let admin = try await essai.utilisateur(.administrateur, sur: .etablissement)
    let export = try await essai.faire(ExporterUnePersonne(bureau.etudiant), par: admin)
    #expect(!export.contains("traitement lourd") && export.contains("contrat le matin"))
    let complet = try await essai.faire(ExporterUnePersonne(bureau.etudiant))
    #expect(complet.contains("traitement lourd"))
  }
}
