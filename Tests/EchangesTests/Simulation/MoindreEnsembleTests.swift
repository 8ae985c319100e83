import Echanges
import Fiction
import JSON
import Scolarite
import Testing

/// The least set of resits, against the trial of every set.
@Suite("Moindre ensemble de rattrapages")
struct MoindreEnsembleTests {
  @Test("aucun ensemble plus petit ni note plus basse ne suffit", arguments: Terrain.avecSession2)
  func isLeast(_ terrain: Terrain) throws {
    let (lu, programmes) = try terrain.lire()
    var hasard = Hasard(graine: 11)
    var ensembles = 0
    for numero in 0..<40 {
      let rang = numero % 2
      let dossier = hasard.membre("\(numero)", 2026, Array(programmes[...rang]))
      for sorte in Situation.Terrain.tous(programmes[rang]) {
        let situation = try #require(Situation(dossier, lu.reglement, sorte))
        let objectifs = [Objectif.passage, .ue(programmes[rang].ues[numero % 6].code), .annee]
        ensembles += try objectifs.count { try estLeMoindre(situation, $0) }
      }
    }
    #expect(ensembles > 12)
  }

  /// Whether a set was found; checks it against every set of its size and of one test less.
  private func estLeMoindre(_ situation: Situation, _ objectif: Objectif) throws -> Bool {
    let nombre = situation.epreuves.count
    switch situation.moindreEnsemble(objectif, pas: 1) {
    case .dejaAtteint, .aucuneEpreuve: return false
    case .impossible:
      let toutes = (0..<nombre).map { ($0, 20) }
      #expect(!situation.atteint(objectif, toutes))
      return false
    case .ensemble(let moindre):
      let note = try #require(Int(moindre.note.description))
      let rangs = try moindre.epreuves.map { demandee in
        try #require(situation.epreuves.firstIndex { $0.sujet == demandee.epreuve.sujet })
      }
      #expect(situation.atteint(objectif, rangs.map { ($0, note) }))
      let taille = rangs.count
      guard Self.combinaisons(nombre, taille) <= 400 else { return true }
      for partie in Self.parties(nombre, taille - 1) {
        #expect(!situation.atteint(objectif, partie.map { ($0, 20) }))
      }
      for partie in Self.parties(nombre, taille) where note > 0 {
        #expect(!situation.atteint(objectif, partie.map { ($0, note - 1) }))
      }
      return true
    }
  }

  private static func combinaisons(_ nombre: Int, _ taille: Int) -> Int {
    (0..<taille).reduce(1) { $0 * (nombre - $1) / ($1 + 1) }
  }

  private static func parties(_ nombre: Int, _ taille: Int) -> [[Int]] {
    guard taille > 0 else { return [[]] }
    return parties(nombre, taille - 1).flatMap { debut in
      ((debut.last ?? -1) + 1..<max(nombre, (debut.last ?? -1) + 1)).map { debut + [$0] }
    }
  }
}

extension Situation {
  /// The objective with whole marks at some tests.
  fileprivate func atteint(_ objectif: Objectif, _ notes: [(Int, Int)]) -> Bool {
    estAtteint(
      objectif,
      notes.compactMap { test, note in Note(Decimale(note)).map { (test, $0) } },
    )
  }
}

extension Situation.Terrain {
  /// One of each sort; of the exams, every other goes to half of the modules of its UE.
  static func tous(_ programme: Programme) -> [Situation.Terrain] {
    var portees: [CodeUE: [String]] = [:]
    for (rang, ue) in programme.ues.enumerated() where rang % 2 == 0 {
      portees[ue.code] = ue.modules.prefix((ue.modules.count + 1) / 2).map(\.code.canonique)
    }
    return [.rattrapagesDeModules, .epreuves(portees), .notes]
  }
}

extension Terrain {
  fileprivate static let avecSession2 = tous.filter {
    $0.profil == DossierDEssai.avecSession2 || $0.reglages["session2Active"] != nil
  }
}
