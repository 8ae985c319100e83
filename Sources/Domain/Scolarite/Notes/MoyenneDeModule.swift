extension Reglages {
  /// The average of a module from its tests, `nil` while one is awaited or none counts (A12).
  /// - Parameters:
  ///   - module: its canonical code.
  ///   - evaluations: what stands at its tests.
  ///   - statut: how the student follows the semester.
  ///   - rattrapage: what stands at session 2, for the UE where it counts (A21).
  /// - Returns: the average out of 20.
  public func moyenneDeModule(
    _ module: String,
    _ evaluations: [Evaluation],
    _ statut: Statut,
    apres rattrapage: (ue: CodeUE, entree: Entree)? = nil,
  ) -> Fraction? {
    let moteur = Moteur<SansPreuve>(self)
    let premiere = moteur.moyenneModule(module, evaluations, statut)
    guard let rattrapage else { return premiere.valeur.connue }
    return moteur.retenue(
      module,
      ue: rattrapage.ue,
      session1: premiere,
      session2: rattrapage.entree,
    ).valeur.connue
  }
}
