import Echanges
import Fiction
import Scolarite
import Testing

@Suite("Fiction : promotions")
struct PromotionTests {
  @Test("une graine donne toujours les mêmes étudiants")
  func golden() throws {
    let promotion = try Terrain.mmi()
    let empreintes = [0, 5, 7, 1999].map { Empreinte(promotion.etudiant($0)).valeur }
    #expect(
      empreintes == [
        "d461da9428a96a0b", "da5dd48e795eb476", "df6c809d74295932", "94a7cc185411be5a",
      ]
    )
  }

  @Test("une autre graine donne d’autres étudiants")
  func otherSeed() throws {
    let autre = try Terrain.mmi(.init(graine: 2026))
    let valeurs = try [Terrain.mmi(), autre].map { Empreinte($0.etudiant(3)).valeur }
    #expect(Set(valeurs).count == 2)
  }

  @Test("un étudiant ne dépend pas des autres rangs demandés")
  func ranksAreIndependent() throws {
    let promotion = try Terrain.mmi()
    let suite = promotion.etudiants(60)
    for rang in [59, 3, 30, 0] {
      #expect(Empreinte(promotion.etudiant(rang)).lignes == Empreinte(suite[rang]).lignes)
    }
    #expect(Set(suite.map(\.identifiant)).count == 60)
  }

  @Test("les évaluations, leurs coefficients et leurs barèmes sont ceux de la promotion")
  func testsBelongToThePromotion() throws {
    let promotion = try Terrain.mmi()
    for etudiant in promotion.etudiants(200) {
      let presente = try #require(etudiant.dossier.annees.last)
      for (code, evaluations) in presente.semestres.flatMap(\.notes) {
        let prevues = try #require(promotion.evaluations[code])
        #expect(evaluations.map(\.nom) == prevues.map(\.nom))
        #expect(evaluations.map(\.coefficient) == prevues.map(\.coefficient))
        for (evaluation, prevue) in zip(evaluations, prevues) {
          guard case .note(let note) = evaluation.entree else { continue }
          #expect(note.bareme == prevue.bareme)
        }
      }
    }
    let baremes = Set(promotion.evaluations.values.joined().map(\.bareme))
    #expect(baremes == [10, 15, 20, 30, 40])
    #expect(promotion.evaluations.values.allSatisfy { Set($0.map(\.nom)).count == $0.count })
  }

  @Test("le nombre d’évaluations d’un module est celui du modèle", arguments: [1...1, 4...12])
  func numberOfTests(plage: ClosedRange<Int>) throws {
    let promotion = try Terrain.mmi(.init(graine: 1, evaluationsParModule: plage))
    let nombres = promotion.evaluations.values.map(\.count)
    #expect(nombres.min() == plage.lowerBound && nombres.max() == plage.upperBound)
    #expect(promotion.evaluations.values.allSatisfy { Set($0.map(\.nom)).count == $0.count })
  }

  @Test("nul ne manque deux fois le même créneau")
  func eachSlotOnce() throws {
    for etudiant in try Terrain.mmi(.init(graine: 5)).etudiants(300) {
      for semestre in etudiant.dossier.annees.flatMap(\.semestres) {
        let debuts = semestre.absences.creneaux.map(\.debut)
        #expect(Set(debuts).count == debuts.count, "\(etudiant.identifiant)")
      }
    }
  }

  @Test("2 000 étudiants montrent tout ce qui tient lieu de note")
  func everyEntry() throws {
    let dossiers = try Terrain.mmi().etudiants(2000).map(\.dossier)
    var vues: Set<String> = []
    for entree in dossiers.flatMap(\.entrees) {
      switch entree {
      case .note: vues.insert("note")
      case .rattrapee: vues.insert("ABJ rattrapée")
      case .absenceInjustifiee, .excuse, .enAttente, .absenceJustifiee, .sansRattrapage,
        .indisponibilite, .nulle, .sansObjet:
        vues.insert(entree.mot)
      }
    }
    #expect(
      vues == [
        "note", "ABI", "EXC", "ATT", "ABJ", "ABJ rattrapée", "ABJ sans rattrapage", "ITI", "NUL",
        "DEM",
      ]
    )
    let annees = dossiers.flatMap(\.annees)
    let semestres = annees.flatMap(\.semestres)
    #expect(Set(semestres.map(\.statut)) == [.initial, .alternant])
    #expect(dossiers.contains { $0.annees.last?.semestres.count == 1 })
    #expect(annees.contains { $0.decisions.contains { $0.code == .adj } })
    #expect(annees.contains { $0.bonus.sport != nil && !$0.bonus.engagements.isEmpty })
    let motifs = semestres.flatMap(\.absences.creneaux).map(\.motif)
    #expect(motifs.contains(.injustifiee) && motifs.contains(.justifiee))
    #expect(motifs.contains(.indisponibilite(declaree: nil)))
    let equivalences = semestres.flatMap(\.moyennes.values).filter {
      if case .equivalence = $0 { true } else { false }
    }
    #expect(equivalences.count > 10)
  }

  @Test("une absence à une évaluation se retrouve dans les heures du semestre")
  func missedTestsHaveHours() throws {
    for etudiant in try Terrain.mmi().etudiants(1000) {
      for semestre in etudiant.dossier.annees.flatMap(\.semestres) {
        let entrees = semestre.notes.values.joined().map(\.entree)
        let injustifiees = entrees.count { $0 == .absenceInjustifiee }
        let creneaux = semestre.absences.creneaux.filter { $0.motif == .injustifiee }
        let heures = semestre.absences.heuresABI + creneaux.map(\.heures).somme()
        #expect(heures >= Decimale(2 * injustifiees))
        guard entrees.contains(.indisponibilite) else { continue }
        let declarees = semestre.absences.creneaux.count {
          if case .indisponibilite = $0.motif { true } else { false }
        }
        #expect(declarees > 0)
      }
    }
  }

  @Test(
    "l’identifiant est numéroté à partir de 1",
    arguments: [(0, "E00001"), (99_999, "E100000")],
  )
  func identifiers(rang: Int, identifiant: String) throws {
    let etudiant = try Terrain.mmi().etudiant(rang)
    #expect(etudiant.identifiant == identifiant)
    #expect(etudiant.dossier.etudiant == identifiant)
  }

  @Test(
    "un modèle extrême donne des dossiers que les règles traitent",
    arguments: [
      PromotionFictive.Modele(evaluationsParModule: 1...1, niveauMoyen: 0),
      PromotionFictive.Modele(niveauMoyen: 2000, redoublants: 1000, capitalisation: 1000),
      PromotionFictive.Modele(niveauMoyen: 300, redoublants: 1000, capitalisation: 0),
      PromotionFictive.Modele(alternants: 1000, redoublants: 0, dispenses: 1000),
      PromotionFictive.Modele(evaluationsParModule: 20...20, dettes: 1000, departs: 1000),
    ],
  )
  func extremeModels(modele: PromotionFictive.Modele) throws {
    let promotion = try Terrain.cursus(3, modele)
    let reglement = try Terrain.reglement()
    for etudiant in promotion.etudiants(60) {
      let annees = etudiant.dossier.annees
      #expect(annees.allSatisfy { !$0.semestres.isEmpty })
      let passages = annees.count { $0.anneeBUT == promotion.anneeBUT }
      if modele.redoublants == 1000 { #expect(passages == 2) }
      if modele.redoublants == 0 { #expect(passages == 1) }
      let resultats = Deliberation<SansPreuve>.resultats(etudiant.dossier, reglement)
      #expect(resultats.annees.count == annees.count)
    }
  }

  @Test("un programme sans module donne des dossiers sans note")
  func noModules() throws {
    let ues = try Terrain.programme(1).ues.prefix(1).map {
      UEDeProgramme(
        code: $0.code,
        semestre: $0.semestre,
        competence: $0.competence,
        niveau: $0.niveau,
        ects: $0.ects,
        coefficient: 0,
        modules: [],
      )
    }
    let promotion = try PromotionFictive(
      .init(redoublants: 500),
      annee: Terrain.annee(2025),
      anneeBUT: Terrain.annee(1),
      programme: Programme(ues: ues, volumes: [:]),
    )
    let etudiants = try #require(promotion).etudiants(50)
    #expect(etudiants.allSatisfy { $0.dossier.entrees.isEmpty })
    #expect(etudiants.contains { $0.dossier.annees.count == 2 })
  }

  @Test(
    "un modèle impossible est refusé",
    arguments: [
      PromotionFictive.Modele(evaluationsParModule: 0...2),
      PromotionFictive.Modele(evaluationsParModule: 1...21),
      PromotionFictive.Modele(niveauMoyen: 2001),
      PromotionFictive.Modele(alternants: 1001),
      PromotionFictive.Modele(redoublants: 80, dispenses: 1001),
      PromotionFictive.Modele(departs: -1),
    ],
  )
  func impossibleModels(modele: PromotionFictive.Modele) throws {
    let programme = try Terrain.programme(1)
    let promotion = try PromotionFictive(
      modele,
      annee: Terrain.annee(2025),
      anneeBUT: Terrain.annee(1),
      programme: programme,
    )
    #expect(promotion == nil)
  }

  @Test("un programme vide, d’une autre année ou d’avant 2000 est refusé")
  func impossibleCurricula() throws {
    func promotion(
      _ debut: Int,
      _ but: Int,
      _ programme: Programme,
      _ anterieurs: [Int: Programme] = [:],
    ) throws -> PromotionFictive? {
      let annees = try anterieurs.map { (try Terrain.annee($0.key) as AnneeBUT, $0.value) }
      return try PromotionFictive(
        .init(),
        annee: Terrain.annee(debut),
        anneeBUT: Terrain.annee(but),
        programme: programme,
        anterieurs: Dictionary(uniqueKeysWithValues: annees),
      )
    }
    let (premiere, seconde) = (try Terrain.programme(1), try Terrain.programme(2))
    #expect(try promotion(2025, 1, Programme(ues: [], volumes: [:])) == nil)
    #expect(try promotion(2025, 1, seconde) == nil)
    #expect(try promotion(2025, 2, seconde, [1: seconde]) == nil)
    #expect(try promotion(2025, 1, premiere, [2: seconde]) == nil)
    #expect(try promotion(2001, 2, seconde, [1: premiere]) == nil)
    #expect(try promotion(2002, 2, seconde, [1: premiere]) != nil)
  }
}
