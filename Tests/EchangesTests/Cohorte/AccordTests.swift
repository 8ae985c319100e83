import Echanges
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
      let dossiers = try (0..<300).map { numero in
        try hasard.etudiant(numero, but: but, programmes)
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
    #expect(ensemble > 300)
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

extension Hasard {
  /// A student of a promotion: what came before with all its oddities, then a year that stands in
  /// columns unless it cannot.
  fileprivate mutating func etudiant(
    _ numero: Int,
    but: Int,
    _ programmes: [Programme],
  ) throws -> Dossier {
    let avant: [AnneeSuivie]
    if but == 1 {
      avant = chance(surCent: 30) ? [try avecLaSuite(annee(2024, but: 1, programmes[0]))] : []
    } else {
      avant = try cursus(programmes).annees.filter { chance(surCent: 97) || $0.anneeBUT.valeur > 1 }
    }
    let annee = try annee(2026, but: but, programmes[but - 1]).changee { semestre in
      let notes = semestre.notes.map { module, evaluations in
        (module, entier(1...1000) > 2 ? evaluations.map { $0.duModule(module) } : evaluations)
      }
      return semestre.avec(notes: Dictionary(uniqueKeysWithValues: notes))
    }
    return Dossier(etudiant: "\(numero)", annees: avant + [annee])
  }
}

extension Evaluation {
  /// The same test with the coefficient that it has for everyone.
  fileprivate func duModule(_ module: String) -> Evaluation {
    let somme = (module + nom).utf8.reduce(0) { $0 + Int($1) }
    return Evaluation(nom: nom, entree: entree, coefficient: Decimale(1 + somme % 4))
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
