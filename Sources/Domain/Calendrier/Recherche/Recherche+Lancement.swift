extension Recherche {
  /// What a search found.
  public struct Resultat: Sendable {
    public let calendrier: Calendrier
    public let cout: Int
    public let propositions: Int
    /// Nanoseconds before the first feasible calendar.
    public let premier: Int
    public let duree: Int
  }

  /// Proposals between two looks at the clock.
  static let lot = 1 << 14

  /// Searches until the budget is spent or `suivre` returns false.
  ///
  /// The clock counts nanoseconds from any moment; `suivre` is called from time to time.
  public func lancer(
    _ reglages: Reglages,
    horloge: () -> Int,
    suivre: (Progres) -> Bool = { _ in true },
  ) throws(Impossibilite) -> Resultat {
    let debut = horloge()
    var etat = Etat(modele, graine: reglages.graine)
    let reste = etat.construire(etapes: 200_000)
    guard reste.isEmpty else { throw impossibilite(reste) }
    etat.noterLeMeilleur()
    let premier = horloge() - debut
    var recuit = Recuit(reglages, modele)
    let propositions = recuit.refroidir(&etat, debut: debut, horloge: horloge, suivre: suivre)
    return Resultat(
      calendrier: etat.meilleurCalendrier(),
      cout: etat.meilleurCout,
      propositions: propositions,
      premier: premier,
      duree: horloge() - debut,
    )
  }

  func impossibilite(_ reste: [Int]) -> Impossibilite {
    Impossibilite(epreuves: reste.flatMap { modele.membres[$0].map { modele.parties[$0].epreuve } })
  }
}
