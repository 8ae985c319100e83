import Actes
import Demonstration
import Echanges
import SQL
import Scolarite
import Testing

@Suite("Année suivante")
struct AnneeSuivanteTests {
  private func refus(_ corps: () async throws -> Void) async throws -> Refus? {
    do {
      try await corps()
      return nil
    } catch let refus as Refus {
      return refus
    }
  }

  @Test(
    "jury clos, année faite : la nouvelle année porte les UE capitalisées et les compteurs",
    arguments: SQLEngine.allCases,
  )
  func deBoutEnBout(_ moteur: SQLEngine) async throws {
    let fin = try await AnneeFinie(moteur)
    let plan = try await fin.plan()
    #expect(plan.juryClos && plan.lignes.count == 12 && plan.faites.isEmpty)
    func ligne(_ etudiant: Identifiant<Etudiant>) throws -> PlanDAnneeSuivante.Ligne {
      try #require(plan.lignes.first { $0.etudiant.id == etudiant })
    }
    let but2 = try #require(AnneeBUT(2))
    let semestres = fin.promotion.anneeBUT.semestres
    let repete = try ligne(fin.redoublant)
    #expect(repete.suite.destination == .redouble(semestres))
    #expect(Set(repete.suite.capitalisees) == fin.acquises)
    #expect(try ligne(fin.admis).suite.destination == .passe(but2.semestres))
    #expect(try ligne(fin.refuse).suite.destination == .quitte)
    let faite = try await fin.faire(plan)
    #expect(faite.promotions.count == 2 && faite.inscriptions.count == plan.aInscrire.count)
    let siennes = try await fin.essai.lire { try $0.inscriptions(etudiant: fin.redoublant) }
    let nouvelle = try #require(siennes.first { $0.promotion != fin.promotion.id })
    #expect(nouvelle.semestres == semestres)
    #expect(nouvelle.debut == Jour(ouvrant: try #require(AnneeUniversitaire(debut: 2026))))

    let demande = try await fin.essai.faire(
      DemanderUnRedoublement(
        promotion: nouvelle.promotion,
        etudiant: fin.redoublant,
        semestres: semestres,
        motif: "encore",
      )
    )
    let (dossier, reglement) = try await fin.essai.faire(
      LireUnDossier(fin.redoublant, promotion: nouvelle.promotion)
    )
    #expect(dossier.annees.count == 2 && dossier.redoublement?.demande == semestres)
    let resultats = Deliberation<SansPreuve>.resultats(dossier, reglement)
    let annee = try #require(resultats.annees.last)
    let capitalisees = annee.finale.ues.values.filter(\.capitalisee).map(\.ue.code)
    #expect(Set(capitalisees) == fin.acquises && !capitalisees.isEmpty)
    let compteurs = try #require(
      try await fin.essai.faire(VoirUnRedoublement(demande.id)).compteurs
    )
    #expect(!compteurs.possible && compteurs.compteur == 2 && compteurs.reste == 2)
    #expect(compteurs.motifs == ["S1 déjà redoublé une fois", "S2 déjà redoublé une fois"])
  }

  @Test(
    "refaire n’inscrit personne deux fois, et seuls ceux qui gèrent les étudiants défont",
    arguments: SQLEngine.allCases,
  )
  func refaire(_ moteur: SQLEngine) async throws {
    let fin = try await AnneeFinie(moteur)
    let faite = try await fin.faire(try await fin.plan())
    let groupes = try await fin.essai.lire { try $0.groupes(faite.promotions[0]) }
    #expect(!faite.groupes.isEmpty && !groupes.isEmpty)
    let apres = try await fin.plan()
    #expect(apres.aInscrire.isEmpty && apres.faites.map(\.annee.id) == [faite.id])
    #expect(apres.faites[0].obstacles.isEmpty)
    let encore = try await refus { _ = try await fin.faire(apres) }
    #expect(encore == .etat(.rienAFaire))
    for role in Role.allCases where role != .etudiant {
      let ailleurs = try await fin.essai.utilisateur(role, sur: .promotion(faite.promotions[0]))
      let etranger = try await refus {
        try await fin.essai.faire(DefaireLAnneeSuivante(faite.id), par: ailleurs)
      }
      #expect(etranger == .interdit(.gererLesEtudiants), "\(role.rawValue)")
    }
    let bureau = try await fin.essai.utilisateur(.secretariat, sur: .etablissement)
    let roles = try await refus {
      try await fin.essai.faire(DefaireLAnneeSuivante(faite.id), par: bureau)
    }
    #expect(roles == .etat(.anneeSuivanteEntamee(["\(Role.allCases.count - 1) rôles donnés"])))
  }

  @Test(
    "défaire retire tout ce qui fut fait, et l’on peut refaire",
    arguments: SQLEngine.allCases,
  )
  func defaire(_ moteur: SQLEngine) async throws {
    let fin = try await AnneeFinie(moteur)
    let faite = try await fin.faire(try await fin.plan())
    let chef = try await fin.essai.utilisateur(.responsableDeDepartement, sur: .etablissement)
    let interdit = try await refus {
      try await fin.essai.faire(DefaireLAnneeSuivante(faite.id), par: chef)
    }
    #expect(interdit == .interdit(.gererLesEtudiants))
    let bureau = try await fin.essai.utilisateur(.secretariat, sur: .etablissement)
    try await fin.essai.faire(DefaireLAnneeSuivante(faite.id), par: bureau)
    let rendue = try await fin.plan()
    #expect(rendue.faites.isEmpty && rendue.lignes.allSatisfy { $0.deja == nil })
    let promotions = try await fin.essai.lire { try $0.promotions().map(\.id) }
    #expect(promotions == [fin.promotion.id])
    let seules = try await fin.essai.lire { try $0.inscriptions(etudiant: fin.redoublant) }
    #expect(seules.map(\.promotion) == [fin.promotion.id])
    #expect(try await fin.faire(rendue).inscriptions.count == faite.inscriptions.count)
  }

  @Test(
    "ce qui est écrit sur la nouvelle année empêche de la défaire, et se nomme",
    arguments: SQLEngine.allCases,
  )
  func entamee(_ moteur: SQLEngine) async throws {
    let fin = try await AnneeFinie(moteur)
    let faite = try await fin.faire(try await fin.plan())
    let siennes = try await fin.essai.lire { try $0.inscriptions(etudiant: fin.redoublant) }
    let nouvelle = try #require(siennes.first { $0.promotion != fin.promotion.id })
    let essai = fin.essai
    let maquette = try await essai.lire { registre in
      try registre.evaluations(fin.promotion.id).first
    }
    let modele = try #require(maquette)
    let evaluation = try await essai.faire(
      CreerUneEvaluation(
        promotion: nouvelle.promotion,
        semestre: modele.semestre,
        module: modele.module,
        intitule: "Contrôle de rentrée",
        date: nil,
      )
    )
    _ = try await essai.faire(
      SaisirUneNote(
        evaluation: evaluation.id,
        etudiant: fin.redoublant,
        entree: TerrainDEssai.note(),
        version: 0,
      )
    )
    try await essai.faire(
      TerminerUneInscription(
        nouvelle.id,
        fin: .init(jour: nouvelle.debut, cause: .transfert, motif: "déménagement"),
        version: 1,
      )
    )
    let obstacles = ["1 note", "1 évaluation", "1 inscription modifiée"]
    let refuse = try await refus { try await essai.faire(DefaireLAnneeSuivante(faite.id)) }
    #expect(refuse == .etat(.anneeSuivanteEntamee(obstacles)))
    #expect(try await fin.plan().faites.first?.obstacles == obstacles)
  }

  @Test(
    "une situation signalée, un groupe donné à une évaluation empêchent aussi de la défaire",
    arguments: SQLEngine.allCases,
  )
  func entameeAilleurs(_ moteur: SQLEngine) async throws {
    let fin = try await AnneeFinie(moteur)
    let accueil = try await fin.essai.faire(
      CreerUnePromotion(maquette: fin.suivante.id, intitule: "MMI 2")
    )
    let faite = try await fin.faire(try await fin.plan())
    let connus = try await fin.essai.lire { try $0.groupes(accueil.id) }
    let groupe = try #require(connus.first { faite.groupes.contains($0.id) })
    let maquette = try FormatsDEchange().maquette(fin.suivante.texte)
    let (lieu, ue) = try #require(maquette.uesSituees.first)
    _ = try await fin.essai.faire(
      CreerUneEvaluation(
        promotion: accueil.id,
        semestre: try #require(lieu.semestre),
        module: try #require(ue.modules.first).code.canonique,
        intitule: "Contrôle du groupe",
        date: nil,
        groupes: [groupe.id],
      )
    )
    let siennes = try await fin.essai.lire { try $0.inscriptions(etudiant: fin.redoublant) }
    let nouvelle = try #require(siennes.first { $0.promotion != fin.promotion.id })
    _ = try await fin.essai.faire(
      SignalerUneSituation(
        promotion: nouvelle.promotion,
        etudiant: fin.redoublant,
        texte: "Hospitalisée en novembre.",
      )
    )
    let obstacles = ["1 évaluation", "1 situation signalée"]
    let refuse = try await refus { try await fin.essai.faire(DefaireLAnneeSuivante(faite.id)) }
    #expect(refuse == .etat(.anneeSuivanteEntamee(obstacles)))
  }

  @Test(
    "un choix motivé l’emporte sur les décisions, et l’aperçu d’avant ne vaut plus",
    arguments: SQLEngine.allCases,
  )
  func choix(_ moteur: SQLEngine) async throws {
    let fin = try await AnneeFinie(moteur)
    let plan = try await fin.plan()
    func choisir(_ destination: Suite.Destination?, _ motif: String, _ version: Int64)
      -> ChoisirUneSuite
    {
      ChoisirUneSuite(
        promotion: fin.promotion.id,
        etudiant: fin.admis,
        destination: destination,
        motif: motif,
        version: version,
      )
    }
    let muet = try await refus { try await fin.essai.faire(choisir(.quitte, "", 0)) }
    #expect(muet == .etat(.motifManquant))
    let etrangere = try await refus {
      try await fin.essai.faire(choisir(.passe(fin.promotion.anneeBUT.semestres), "erreur", 0))
    }
    #expect(etrangere != nil)
    try await fin.essai.faire(choisir(.quitte, "part à Dijon", 0))
    let double = try await refus {
      try await fin.essai.faire(choisir(.indecis, "attend une réponse", 0))
    }
    guard case .conflit = double else {
      Issue.record("un conflit : \(String(describing: double))")
      return
    }
    let perime = try await refus { _ = try await fin.faire(plan) }
    #expect(perime == .etat(.apercuPerime))
    let change = try #require(
      try await fin.plan().lignes.first { $0.etudiant.id == fin.admis }
    )
    #expect(change.destination == .quitte && change.choix?.motif == "part à Dijon")
    try await fin.essai.faire(choisir(nil, "revient", 1))
    #expect(try await fin.plan().empreinte == plan.empreinte)
  }

  @Test("des faits changés après le jury laissent indécis, une démission fait partir")
  func indecis() async throws {
    let fin = try await AnneeFinie(.sqlite)
    let siennes = try await fin.essai.lire { try $0.inscriptions(etudiant: fin.redoublant) }
    let inscription = try #require(siennes.first)
    let note = try await fin.essai.lire { registre in
      try registre.notes(etudiant: fin.admis, promotion: fin.promotion.id).first
    }
    let changee = try #require(note)
    _ = try await fin.essai.faire(
      SaisirUneNote(
        evaluation: changee.evaluation,
        etudiant: fin.admis,
        entree: .absenceInjustifiee,
        version: changee.version,
      )
    )
    try await fin.essai.faire(
      TerminerUneInscription(
        inscription.id,
        fin: .init(
          jour: BureauDEssai.jour("2026-07-10"),
          cause: .demission,
          motif: "sur sa demande",
        ),
        version: inscription.version,
      )
    )
    let lignes = try await fin.plan().lignes
    let perimee = try #require(lignes.first { $0.etudiant.id == fin.admis })
    #expect(perimee.suite.destination == .indecis)
    #expect(perimee.suite.motif == "les faits ont changé depuis le jury")
    let parti = try #require(lignes.first { $0.etudiant.id == fin.redoublant })
    #expect(parti.suite.destination == .quitte)
    #expect(parti.suite.motif == "démission le 10/07/2026")
  }
}
