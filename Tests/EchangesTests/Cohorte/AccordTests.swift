import Echanges
import Fiction
import JSON
import Scolarite
import Testing

/// The columns and the one-student path, on dossiers as odd as can be drawn.
@Suite("Accord des deux calculs")
struct AccordTests {
  @Test("la cohorte propose ce que propose le calcul d’un seul étudiant", arguments: Terrain.tous)
  func agrees(_ terrain: Terrain) throws {
    let (lu, programmes) = try terrain.lire()
    var hasard = Hasard(graine: 4)
    var ensemble = 0
    for (rang, but) in [1, 2].enumerated() {
      let dossiers = (0..<200).map { numero in
        hasard.membre("\(numero)", 2026, Array(programmes[...rang]))
      }
      let propositions = try deliberer(dossiers, programmes[rang], but, lu.reglement)
      ensemble += propositions.cohorte.effectif - propositions.cohorte.effectifAPart
      for (etudiant, dossier) in dossiers.enumerated() {
        let seul = propositions.cohorte.proposition(seul: dossier)
        let ecart = propositions[etudiant].ecart(seul)
        #expect(ecart == nil)
        if ecart != nil { return }
      }
    }
    #expect(ensemble > 100)
  }

  private func deliberer(
    _ dossiers: [Dossier],
    _ programme: Programme,
    _ but: Int,
    _ reglement: Reglement,
  ) throws -> Propositions {
    let derniere = try #require(dossiers.first?.annees.last)
    var cohorte = Cohorte(
      annee: derniere.annee,
      anneeBUT: derniere.anneeBUT,
      programme: programme,
      reglement: reglement,
      disposition: Disposition(dossiers),
    )
    for dossier in dossiers { cohorte.ajouter(dossier) }
    return Propositions(cohorte)
  }
}

extension Proposition {
  /// The first thing that differs, in a form short enough to read.
  fileprivate func ecart(_ autre: Proposition) -> String? {
    for (une, seconde) in zip(ues, autre.ues) where une != seconde { return "\(une) \(seconde)" }
    for (une, seconde) in zip(rcues, autre.rcues) where une != seconde {
      return "\(une) \(seconde)"
    }
    return self == autre ? nil : "\(reste) \(autre.reste)"
  }

  private var reste: String {
    "\(ues.count) \(rcues.count) \(ects.exacte) \(ectsCumules.exacte) \(String(describing: vers)) "
      + "\(String(describing: autorisee)) \(rcueValides) \(codeAnnee ?? "-") \(ouvertes.map(\.texte))"
  }
}
