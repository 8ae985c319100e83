/// The explanations of one state of a dossier: a year, what its session 2 changed, the diplomas.
public struct Chapitre: Hashable, Sendable {
  /// « BUT 2, 2025-2026, après la session 1 ».
  public let titre: String
  public let explications: [Explication]
}

extension Chapitre {
  /// The chapters that have something to tell; what one tells is not told again in a later one.
  /// - Parameters:
  ///   - sections: the proofs of each state, with its title.
  ///   - sujet: the only subject to tell of, « UE11 »; `nil` for all.
  ///   - profondeur: steps deeper than this are left out.
  /// - Returns: the chapters, in the order of the sections.
  public static func composer(
    _ sections: [(titre: String, preuves: [Preuve])],
    sur sujet: String?,
    profondeur: Int = .max,
  ) -> [Chapitre] {
    let groupes = Explication.sansRepetition(
      parGroupe: sections.map { $0.preuves.portant(sur: sujet).map(\.explication) }
    )
    return zip(sections, groupes).compactMap { section, groupe in
      guard !groupe.isEmpty else { return nil }
      return Chapitre(
        titre: section.titre,
        explications: groupe.map { $0.coupee(a: profondeur) },
      )
    }
  }
}

extension Resultats {
  /// The account of a dossier, state by state; a later state tells only what it changed.
  /// - Parameters:
  ///   - sujet: the only subject to tell of, « UE11 »; `nil` for all.
  ///   - profondeur: steps deeper than this are left out.
  /// - Returns: a chapter a state, the diplomas last.
  public func chapitres(sur sujet: String? = nil, profondeur: Int = .max) -> [Chapitre] {
    let parEtat = etats.map { (titre: $0.titre, preuves: $0.traces.flatMap(M.preuve)) }
    let deja = parEtat.reduce(0) { $0 + $1.preuves.count }
    let suite = (titre: "diplômes et redoublement", preuves: Array(preuves.dropFirst(deja)))
    return Chapitre.composer(parEtat + [suite], sur: sujet, profondeur: profondeur)
  }

  private var etats: [(titre: String, traces: [M.Trace])] {
    annees.flatMap { annee -> [(titre: String, traces: [M.Trace])] in
      let titre = "BUT \(annee.anneeBUT.valeur), \(annee.annee)"
      guard let session1 = annee.session1 else { return [(titre, annee.finale.traces)] }
      return [
        ("\(titre), après la session 1", session1.traces),
        ("\(titre), ce que la session 2 a changé", annee.finale.traces),
      ]
    }
  }
}

extension [Preuve] {
  /// The proofs about a subject, else the highest steps about it; all when none is asked for.
  public func portant(sur sujet: String?) -> [Preuve] {
    guard let sujet else { return self }
    let directes = filter { $0.porte(sur: sujet) }
    return directes.isEmpty ? flatMap { $0.etapes(sur: sujet) } : directes
  }
}

extension Preuve {
  fileprivate func etapes(sur sujet: String) -> [Preuve] {
    porte(sur: sujet) ? [self] : premisses.flatMap { $0.etapes(sur: sujet) }
  }

  /// Whether the subject starts with a word: « C3 » for « C3 niveau 1 ».
  fileprivate func porte(sur sujet: String) -> Bool {
    self.sujet.split(separator: " ").first.map(String.init) == sujet
  }
}
