extension Recherche {
  /// What a search found.
  public struct Resultat: Sendable {
    public let calendrier: CalendrierDExamens
    public let cout: Int
    public let propositions: Int
    /// Nanoseconds before the first feasible calendar, and in all.
    public let premier: Int
    public let duree: Int
  }

  /// What a search begins with and keeps to.
  public struct Depart: Sendable {
    /// Kept wherever it still fits; nil to begin from nothing.
    public var calendrier: CalendrierDExamens?
    /// Paid for each exam that leaves its period in `calendrier`.
    public var prixDePeriode = 0
    /// Paid for each part that leaves its room in `calendrier`.
    public var prixDeSalle = 0

    public init(
      calendrier: CalendrierDExamens? = nil,
      prixDePeriode: Int = 0,
      prixDeSalle: Int = 0,
    ) {
      self.calendrier = calendrier
      self.prixDePeriode = prixDePeriode
      self.prixDeSalle = prixDeSalle
    }
  }

  /// Proposals between two looks at the clock.
  static let lot = 1 << 14

  /// Searches until the budget is spent or `suivre` returns false.
  ///
  /// The clock counts nanoseconds from any moment; `suivre` is called from time to time. The cost
  /// of the result includes what `depart` makes changes cost.
  public func lancer(
    _ reglages: Reglages,
    depart: Depart = Depart(),
    horloge: () -> Int,
    suivre: (Progres) -> Bool = { _ in true },
  ) throws(Impossibilite) -> Resultat {
    let debut = horloge()
    let fidelite = modele.fidelite(depart)
    var etat = Etat(modele, graine: reglages.graine, fidelite: fidelite)
    etat.reprendre(periodes: fidelite.periodes, salles: fidelite.salles)
    let etapes = 2_000 + 100 * modele.nombreDeGroupes
    let reste = etat.construire(etat.absents, etapes: etapes) {
      reglages.budget.permet(horloge() - debut)
    }
    guard reste.isEmpty, modele.liesEtIncompatibles.isEmpty else {
      var diagnostic = Diagnostic(modele)
      throw diagnostic.impossibilite(reste)
    }
    etat.noterLeMeilleur()
    let premier = horloge() - debut
    var recuit = Recuit(reglages, modele, debut: debut)
    let propositions = recuit.refroidir(&etat, horloge: horloge, suivre: suivre)
    return Resultat(
      calendrier: etat.meilleurCalendrier(),
      cout: etat.meilleurCout,
      propositions: propositions,
      premier: premier,
      duree: horloge() - debut,
    )
  }
}

extension Recherche.Budget {
  /// Whether a construction that has lasted so long may go on: ten seconds at least.
  fileprivate func permet(_ duree: Int) -> Bool {
    switch self {
    case .propositions: true
    case .nanosecondes(let total): duree < max(total, 10_000_000_000)
    }
  }
}

extension Modele {
  /// Periods and rooms of a calendar, part by part; −1 where it says nothing.
  func places(_ calendrier: CalendrierDExamens) -> (periodes: [Int32], salles: [Int32]) {
    var periodes = [Int32](repeating: -1, count: nombreDeGroupes)
    var salles = [Int32](repeating: -1, count: parties.count)
    var suivants: [Int: [CalendrierDExamens.Placement]] = [:]
    for p in calendrier.placements.reversed() { suivants[p.epreuve, default: []].append(p) }
    for (m, partie) in parties.enumerated() {
      guard let placement = suivants[partie.epreuve]?.popLast(),
        (0..<self.periodes).contains(placement.periode)
      else { continue }
      if periodes[groupe[m]] < 0 { periodes[groupe[m]] = Int32(placement.periode) }
      if let salle = placement.salle, probleme.salles.indices.contains(salle) {
        salles[m] = Int32(salle)
      }
    }
    return (periodes, salles)
  }

  func fidelite(_ depart: Recherche.Depart) -> Fidelite {
    let (periodes, salles) = places(depart.calendrier ?? CalendrierDExamens(placements: []))
    return Fidelite(
      periodes: periodes,
      salles: salles,
      prixDePeriode: depart.prixDePeriode,
      prixDeSalle: depart.prixDeSalle,
    )
  }
}
