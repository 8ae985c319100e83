extension Recherche {
  /// Searches with several seeds at once, one task each, and keeps the best result.
  ///
  /// Each search holds its thread until its budget is spent: call it where threads may be held.
  /// `horloge` may count the time of its own thread. The first seed wins at equal cost.
  public func lancer(
    graines: [UInt64],
    _ reglages: Reglages,
    depart: Depart = Depart(),
    horloge: @escaping @Sendable () -> Int,
    suivre: @escaping @Sendable (_ graine: UInt64, Progres) -> Bool = { _, _ in true },
  ) async throws(Impossibilite) -> Resultat {
    precondition(!graines.isEmpty)
    let resultats = await withTaskGroup(
      of: (Int, Result<Resultat, Impossibilite>).self
    ) { groupe in
      for (rang, graine) in graines.enumerated() {
        var siens = reglages
        siens.graine = graine
        let propres = siens
        groupe.addTask {
          do throws(Impossibilite) {
            return (
              rang,
              .success(
                try lancer(propres, depart: depart, horloge: horloge) { suivre(graine, $0) }
              ),
            )
          } catch {
            return (rang, .failure(error))
          }
        }
      }
      var tous: [(Int, Result<Resultat, Impossibilite>)] = []
      for await resultat in groupe { tous.append(resultat) }
      return tous.sorted { $0.0 < $1.0 }.map(\.1)
    }
    let reussis = resultats.compactMap { try? $0.get() }
    guard let meilleur = reussis.min(by: { $0.cout < $1.cout }) else {
      return try resultats[0].get()
    }
    return meilleur
  }
}
