import Actes
import SQL
import Scolarite
import Testing

@Suite("Calendrier d’une personne")
struct CalendrierTests {
  @Test(
    "l’étudiant lit les séances et les évaluations de ses groupes, jamais celles des autres",
    arguments: SQLEngine.allCases,
  )
  func etudiant(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeCalendrier(moteur)
    let prof = try await terrain.bureau.essai.utilisateur(.enseignant, sur: .etablissement)
    let avant = try await terrain.agenda(terrain.soi).evenements
    let toutes = try await terrain.seance("2025-10-20T08:00", enseignant: prof)
    let sienne = try await terrain.seance("2025-11-03T08:00", [terrain.groupe])
    let eux = try await terrain.seance("2025-11-04T08:00", [terrain.autre])
    let test = try await terrain.evaluation("Contrôle", "2025-11-10", [terrain.groupe])
    let leur = try await terrain.evaluation("Contrôle bis", "2025-11-10", [terrain.autre])
    let apres = try await terrain.agenda(terrain.soi).evenements
    let nouveaux = Set(apres.map(\.cle)).subtracting(avant.map(\.cle))
    #expect(
      nouveaux == ["seance-\(toutes.id)", "seance-\(sienne.id)", "evaluation-\(test.id)"],
      "not \(eux.id) nor \(leur.id)",
    )
    let cours = try #require(apres.first { $0.cle == "seance-\(toutes.id)" })
    #expect(cours.quand == .creneau(toutes.debut, minutes: 90) && cours.occupe)
    #expect(cours.titre.hasPrefix(terrain.module) && cours.titre.hasSuffix(", TD"))
    #expect(cours.details == ["Avec \(prof.nom)", terrain.promotion.nom])
    #expect(cours.ecrit.millisecondes > 0)
    let controle = try #require(apres.first { $0.cle == "evaluation-\(test.id)" })
    let jour = try BureauDEssai.jour("2025-11-10")
    #expect(controle.quand == .journees(jour, jour) && !controle.occupe)
    #expect(controle.titre.contains("Contrôle") && controle.details.contains("Option A"))
    #expect(apres.contains { $0.cle.contains("-semestre-1") })
    #expect(!apres.contains { $0.cle.hasPrefix("jury-") })
  }

  @Test(
    "une évaluation passée dans une séance n’est dite qu’une fois, une séance retirée plus du tout",
    arguments: SQLEngine.allCases,
  )
  func seanceDEvaluation(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeCalendrier(moteur)
    let test = try await terrain.evaluation("Contrôle", "2025-11-10")
    let seance = try await terrain.seance("2025-11-10T10:00", evaluation: test)
    let evenements = try await terrain.agenda(terrain.soi).evenements
    let siens = evenements.filter { $0.titre.contains("Contrôle") }
    #expect(siens.map(\.cle) == ["seance-\(seance.id)"])
    try await terrain.bureau.essai.faire(SupprimerUneSeance(seance.id))
    let apres = try await terrain.agenda(terrain.soi).evenements
    #expect(!apres.contains { $0.cle == "seance-\(seance.id)" })
    #expect(apres.contains { $0.cle == "evaluation-\(test.id)" })
  }

  @Test("une évaluation déplacée garde son nom et change de version")
  func deplacee() async throws {
    let terrain = try await TerrainDeCalendrier(.sqlite)
    var test = try await terrain.evaluation("Contrôle", "2025-11-10")
    func lue() async throws -> Agenda.Evenement {
      let cle = "evaluation-\(test.id)"
      return try #require(
        try await terrain.agenda(terrain.soi).evenements.first { $0.cle == cle }
      )
    }
    let avant = try await lue()
    test.date = try BureauDEssai.jour("2025-11-17")
    try await terrain.bureau.essai.faire(ModifierUneEvaluation(test))
    let apres = try await lue()
    #expect(apres.version > avant.version && apres.ecrit > avant.ecrit)
    #expect(apres.quand != avant.quand)
  }

  @Test(
    "l’enseignant lit son module, le responsable aussi les séances des collègues",
    arguments: SQLEngine.allCases,
  )
  func enseignant(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeCalendrier(moteur)
    let essai = terrain.bureau.essai
    let (promotion, module) = (terrain.promotion, terrain.module)
    let prof = try await essai.utilisateur(.enseignant, sur: .module(promotion.id, module))
    let tete = try await essai.utilisateur(
      .responsableDeModule,
      sur: .module(promotion.id, module),
    )
    let ailleurs = try await essai.utilisateur(
      .enseignant,
      sur: .module(promotion.id, terrain.autreModule),
    )
    let sienne = try await terrain.seance("2025-10-20T08:00", enseignant: prof)
    let libre = try await terrain.seance("2025-10-21T08:00")
    let autre = try await terrain.seance("2025-10-22T08:00", enseignant: tete)
    let test = try await terrain.evaluation("Contrôle", "2025-11-10")
    let (a, b, c) = ("seance-\(sienne.id)", "seance-\(libre.id)", "seance-\(autre.id)")
    #expect(try await terrain.cles(prof, "seance-").isSuperset(of: [a, b]))
    #expect(try await !terrain.cles(prof, "seance-").contains(c))
    #expect(try await terrain.cles(tete, "seance-").isSuperset(of: [a, b, c]))
    #expect(try await terrain.cles(prof, "evaluation-").contains("evaluation-\(test.id)"))
    #expect(try await terrain.cles(ailleurs, "seance-").isDisjoint(with: [a, b, c]))
    let eux = try await terrain.cles(ailleurs, "evaluation-")
    #expect(!eux.contains("evaluation-\(test.id)"))
  }

  @Test(
    "jurys et campagnes vont à qui les gère, le jury à ses membres, la campagne aux étudiants",
    arguments: SQLEngine.allCases,
  )
  func procedures(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeCalendrier(moteur)
    let essai = terrain.bureau.essai
    let promotion = terrain.promotion
    let membre = try await essai.utilisateur(.jury, sur: .promotion(promotion.id))
    let absent = try await essai.utilisateur(.jury, sur: .promotion(promotion.id))
    let bureau = try await essai.utilisateur(
      .secretariat,
      sur: .departement(promotion.departement),
    )
    let prof = try await essai.utilisateur(
      .enseignant,
      sur: .module(promotion.id, terrain.module),
    )
    let jury = try await essai.faire(
      OuvrirUnJury(
        promotion: promotion.id,
        nature: .annee,
        date: BureauDEssai.jour("2026-07-03"),
        membres: [
          .init(nom: "Membre", qualite: .president, present: false, utilisateur: membre.id)
        ],
      )
    )
    let campagne = try await essai.faire(
      OuvrirUneCampagne(
        promotion: promotion.id,
        nature: .session2,
        intitule: "Session 2",
        ouverture: BureauDEssai.instant("2026-06-01T08:00"),
        cloture: BureauDEssai.instant("2026-06-08T12:00"),
        jour: BureauDEssai.jour("2026-06-22"),
      )
    )
    let (j, c) = ("jury-\(jury.id)", "campagne-\(campagne.id)")
    let jour = "jour-de-campagne-\(campagne.id)"
    let attendues: [(Utilisateur, Set<String>)] = [
      (membre, [j]), (absent, []), (bureau, [j, c, jour]), (prof, []), (terrain.soi, [c, jour]),
    ]
    let toutes: Set<String> = [j, c, jour]
    for (qui, attendues) in attendues {
      let siennes = try await terrain.cles(qui, "").intersection(toutes)
      #expect(siennes == attendues, "\(qui.nom)")
    }
    let siege = try #require(
      try await terrain.agenda(membre).evenements.first { $0.cle == j }
    )
    #expect(siege.occupe && siege.details == ["Vous y siégez."])
  }

  @Test("l’étudiant parti ne lit plus ce qui vient après son départ")
  func parti() async throws {
    let terrain = try await TerrainDeCalendrier(.sqlite)
    let essai = terrain.bureau.essai
    let avant = try await terrain.seance("2025-10-06T08:00")
    let apres = try await terrain.seance("2025-11-03T08:00")
    let etudiant = terrain.bureau.etudiant
    let inscription = try #require(
      try await essai.lire { try $0.inscriptions(etudiant: etudiant) }.first
    )
    try await essai.faire(
      TerminerUneInscription(
        inscription.id,
        fin: .init(jour: BureauDEssai.jour("2025-10-15"), cause: .demission, motif: "départ"),
        version: inscription.version,
      )
    )
    try essai.horloge.regler("2025-11-20")
    let cles = try await terrain.cles(terrain.soi, "")
    #expect(cles.contains("seance-\(avant.id)") && !cles.contains("seance-\(apres.id)"))
    #expect(!cles.contains { $0.hasPrefix("annee-") })
  }
}
