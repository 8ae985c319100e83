import Echanges
import Fiction
import JSON
import Testing

@testable import Scolarite

/// The marks found, against the trial of every mark.
@Suite("Essai de toutes les notes")
struct EssaiDeToutesLesNotesTests {
  private func dossiers(
    _ terrain: Terrain,
    _ nombre: Int,
    graine: UInt64,
  ) throws -> [(dossier: Dossier, reglement: Reglement, ue: CodeUE)] {
    let (lu, programmes) = try terrain.lire()
    var hasard = Hasard(graine: graine)
    return (0..<nombre).map { numero in
      let rang = numero % 2
      let dossier = hasard.membre("\(numero)", 2026, Array(programmes[...rang]))
      return (dossier, lu.reglement, programmes[rang].ues[numero % 6].code)
    }
  }

  @Test("la note d’une épreuve seule est la plus basse qui suffit", arguments: Terrain.tous)
  func oneTest(_ terrain: Terrain) throws {
    var essayees = 0
    for (dossier, reglement, ue) in try dossiers(terrain, 2, graine: 21) {
      for sorte in try dossier.terrains {
        let situation = try #require(Situation(dossier, reglement, sorte))
        for objectif in [Objectif.passage, .ue(ue), .annee] {
          for (rang, besoin) in situation.notesNecessaires(objectif, pas: 1).enumerated() {
            let suffit = try (0...20).map { note in
              situation.estAtteint(objectif, [(rang, try #require(Note(Decimale(note))))])
            }
            let premiere = suffit.firstIndex(of: true)
            #expect(besoin.auMoins == premiere.map { Decimale($0) })
            #expect(suffit[(premiere ?? 20)...].allSatisfy { $0 == (premiere != nil) })
            essayees += 1
          }
        }
      }
    }
    #expect(essayees > 50)
  }

  @Test(
    "les motifs d’un essai concluent comme l’essai, décisions comprises",
    arguments: Terrain.tous,
  )
  func sameGrounds(_ terrain: Terrain) throws {
    let (lu, programmes) = try terrain.lire()
    var hasard = Hasard(graine: 23)
    var essais = 0
    for numero in 0..<40 {
      let dossier = hasard.cursus(Array(programmes[...(numero % 2)]))
      for sorte in try dossier.terrains {
        guard let situation = Situation(dossier, lu.reglement, sorte) else { continue }
        let notes = try situation.epreuves.indices.filter { _ in hasard.chance(surCent: 40) }.map {
          (epreuve: $0, note: try #require(Note(hasard.quarts(0...80))))
        }
        let (nu, motive) = (situation.etat(notes), situation.motive(notes))
        #expect(nu.ues.mapValues(\.acquise) == motive.ues.mapValues(\.acquise))
        #expect(
          nu.ues.mapValues { $0.moyenne?.valeur } == motive.ues.mapValues { $0.moyenne?.valeur }
        )
        #expect(nu.rcues.mapValues(\.valide) == motive.rcues.mapValues(\.valide))
        #expect(nu.poursuite?.autorisee == motive.poursuite?.autorisee)
        essais += notes.isEmpty ? 0 : 1
      }
    }
    #expect(essais > 10)
  }

  @Test("la note attendue est la plus basse qui suffit à chacune", arguments: Terrain.tous)
  func awaited(_ terrain: Terrain) throws {
    var attendues = 0
    for (dossier, reglement, ue) in try dossiers(terrain, 20, graine: 22) {
      let situation = try #require(Situation(dossier, reglement, .notes))
      for objectif in [Objectif.passage, .ue(ue), .annee] {
        let reponse = situation.notesAttendues(objectif, pas: 1)
        let suffit = try (0...20).map { note in
          let note = try #require(Note(Decimale(note)))
          return objectif.tient(dossier.comble(note, situation.moteur), reglement)
        }
        switch reponse {
        case .dejaAtteint: #expect(objectif.tient(dossier, reglement))
        case .aucune: #expect(Set(suffit).count == 1)
        case .assure: #expect(!suffit.contains(false))
        case .impossible: #expect(!suffit.contains(true))
        case .auMoins(let note, _):
          #expect(suffit.firstIndex(of: true).map { Decimale($0) } == note)
        }
        if case .aucune = reponse { continue }
        attendues += 1
      }
    }
    #expect(attendues > 8)
  }
}

extension Objectif {
  /// The objective at the end of a dossier, read in its results.
  fileprivate func tient(_ dossier: Dossier, _ reglement: Reglement) -> Bool {
    guard
      let etat = Deliberation<SansPreuve>.resultats(dossier, reglement).annees.last?.finale
    else { return false }
    return switch self {
    case .ue(let code): etat.ues[code]?.acquise == true
    case .rcue(let competence):
      etat.rcues.contains { $0.key.competence == competence && $0.value.valide }
    case .passage: etat.poursuite?.autorisee == true
    case .annee: !etat.rcues.isEmpty && etat.rcues.values.allSatisfy(\.valide)
    }
  }
}

extension Dossier {
  /// What may be supposed of its last year.
  fileprivate var terrains: [Situation.Terrain] {
    get throws { Situation.Terrain.tous(try #require(annees.last).programme) }
  }

  /// The same dossier, that mark wherever one is awaited or missing in its last year.
  fileprivate func comble(_ note: Note, _ moteur: Moteur<SansPreuve>) -> Dossier {
    guard let annee = annees.last else { return self }
    let comblee = annee.changee { semestre in
      var notes = semestre.notes
      for ue in annee.programme.ues where ue.semestre == semestre.numero {
        guard semestre.moyennes[ue.code] == nil else { continue }
        for module in ue.modules.map(\.code.canonique) {
          notes[module] = (notes[module] ?? [Self.manquante(module)]).map { evaluation in
            let attend = Self.attend(evaluation.entree, semestre.statut, moteur)
            return attend ? evaluation.avec(.note(note)) : evaluation
          }
        }
      }
      return semestre.avec(notes: notes)
    }
    return Dossier(etudiant: etudiant, annees: annees.dropLast() + [comblee])
  }

  private static func manquante(_ module: String) -> Evaluation {
    Evaluation(nom: module, entree: .enAttente, coefficient: 1)
  }

  /// Where a mark is awaited, whatever the règlement: never a mark, nor what is left out.
  private static func attend(
    _ entree: Entree,
    _ statut: Statut,
    _ moteur: Moteur<SansPreuve>,
  ) -> Bool {
    switch entree {
    case .enAttente, .absenceJustifiee: true
    case .note, .rattrapee, .excuse, .sansRattrapage, .nulle, .sansObjet: false
    case .absenceInjustifiee, .indisponibilite: moteur.valeur(entree, statut) == .attendue
    }
  }
}

extension Evaluation {
  fileprivate func avec(_ entree: Entree) -> Evaluation {
    Evaluation(nom: nom, entree: entree, coefficient: coefficient)
  }
}
