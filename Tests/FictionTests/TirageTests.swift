import Echanges
import Fiction
import Scolarite
import Testing

@Suite("Fiction : tirage")
struct TirageTests {
  private func dossier(_ graine: UInt64) throws -> Dossier {
    let programmes = try (1...3).map(Terrain.programme)
    var hasard = Hasard(graine: graine)
    return hasard.cursus(programmes)
  }

  @Test("une graine donne toujours le même dossier")
  func golden() throws {
    let empreintes = try [0, 1].map { Empreinte(try dossier($0)).valeur }
    #expect(empreintes == ["b9a202ca2729e7d3", "40ffd9405ebc875"])
  }

  @Test("tout ce qu’un dossier peut contenir finit par sortir")
  func everything() throws {
    let dossiers = try (0..<400).map(dossier)
    let annees = dossiers.flatMap(\.annees)
    let semestres = annees.flatMap(\.semestres)
    let evaluations = semestres.flatMap(\.notes.values).joined()
    let notes = evaluations.compactMap { evaluation -> Note? in
      switch evaluation.entree {
      case .note(let note), .rattrapee(let note): note
      case .absenceInjustifiee, .excuse, .enAttente, .absenceJustifiee, .sansRattrapage,
        .indisponibilite, .nulle, .sansObjet:
        nil
      }
    }
    #expect(Set(notes.map(\.bareme)).isSuperset(of: [7, 13, 15, 20, 33]))
    #expect(evaluations.contains { $0.coefficient == .zero })
    #expect(evaluations.contains { $0.coefficient.millioniemes % 10_000 != 0 })
    #expect(Set(semestres.map(\.statut)).count == 3)
    #expect(annees.contains { Set($0.semestres.map(\.statut)).count == 2 })
    #expect(annees.contains { $0.semestres.count == 1 })
    #expect(semestres.contains { $0.avisContraire != nil })
    #expect(semestres.contains { $0.absences.creneaux.count > 6 })
    #expect(annees.contains { $0.session2?.date == nil } && annees.contains { $0.session2 == nil })
    #expect(Set(annees.flatMap(\.decisions).map(\.code)).count == 11)
    #expect(dossiers.contains { $0.redoublement != nil })
    #expect(dossiers.contains { $0.annees.filter { $0.anneeBUT.valeur == 1 }.count == 3 })
    let complets = annees.flatMap { annee in
      annee.semestres.filter { semestre in
        let ues = annee.programme.ues.filter { $0.semestre == semestre.numero }
        return semestre.notes.count == ues.flatMap(\.modules).count
      }
    }
    #expect(!complets.isEmpty && complets.count < semestres.count)
  }

  @Test("un dossier tiré respecte ce que le format exige")
  func acceptable() throws {
    for graine in 0..<200 as Range<UInt64> {
      let dossier = try dossier(graine)
      let debuts = dossier.annees.map(\.annee.debut)
      #expect(debuts == Set(debuts).sorted())
      for annee in dossier.annees {
        let ouverture = Jour(ouvrant: annee.annee)
        for creneau in annee.semestres.flatMap(\.absences.creneaux) {
          #expect((0..<366).contains(creneau.debut.jour.ecart(depuis: ouverture)))
          #expect(creneau.heures > 0 && creneau.heures <= 24)
        }
        for (rang, decision) in annee.decisions.enumerated() {
          #expect(decision.acte.date >= ouverture)
          #expect(!annee.decisions[..<rang].contains { $0.contredit(decision) })
        }
        guard let session2 = annee.session2 else { continue }
        #expect(session2.notesUE.keys.allSatisfy(session2.inscriptions.contains))
      }
    }
  }

  @Test("assez d’UE d’un tirage ont une moyenne, acquise ou non, pour que la comparaison serve")
  func averages() throws {
    let reglement = try Terrain.reglement()
    var acquises = 0
    var refusees = 0
    var inconnues = 0
    for graine in 0..<150 as Range<UInt64> {
      let resultats = Deliberation<SansPreuve>.resultats(try dossier(graine), reglement)
      for ue in resultats.annees.flatMap(\.finale.ues.values) {
        if ue.acquise {
          acquises += 1
        } else if ue.moyenne == nil {
          inconnues += 1
        } else {
          refusees += 1
        }
      }
    }
    let total = acquises + refusees + inconnues
    #expect(
      min(acquises, refusees, inconnues) * 10 > total,
      "\(acquises) \(refusees) \(inconnues)",
    )
  }
}
