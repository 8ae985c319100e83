internal import Scolarite

/// Seats drawn from a seed: whoever has the seed and the calendar draws the same.
public struct TirageDesPlaces: Sendable {
  private let places: [Cle: Int]

  private struct Cle: Hashable {
    let etudiant: Identifiant<Etudiant>
    let epreuve: CleDEpreuve
  }

  /// Seats of a calendar: those who share a room at one hour get different seats.
  public init(_ calendrier: CalendrierDeSession2, _ lieux: LieuxDeSession2, graine: UInt64) {
    let capacites = Dictionary(
      lieux.salles.map { ($0.nom, $0.places) },
      uniquingKeysWith: { premiere, _ in premiere },
    )
    let ecrits = calendrier.seances.filter { $0.epreuve.forme == .ecrit && !$0.salle.isEmpty }
    var places: [Cle: Int] = [:]
    for (_, seances) in Dictionary(grouping: ecrits, by: { "\($0.debut) \($0.salle)" }) {
      let assis = seances.flatMap { seance in
        seance.convoques.map { Cle(etudiant: $0.etudiant, epreuve: seance.epreuve) }
      }.sorted {
        ($0.etudiant, $0.epreuve) < ($1.etudiant, $1.epreuve)
      }
      let salle = seances[0].salle
      var alea = SuiteTiree(graine, "\(seances[0].debut) \(salle)")
      var sieges = Array(1...max(assis.count, capacites[salle] ?? 0, 1))
      for rang in sieges.indices.dropFirst().reversed() {
        sieges.swapAt(rang, alea.sous(rang + 1))
      }
      for (cle, siege) in zip(assis, sieges) { places[cle] = siege }
    }
    self.places = places
  }

  /// `nil` where nobody has a seat of their own: an oral, a project.
  public func place(de etudiant: Identifiant<Etudiant>, a epreuve: CleDEpreuve) -> Int? {
    places[Cle(etudiant: etudiant, epreuve: epreuve)]
  }
}

/// SplitMix64: a sequence that a seed and a name give on every machine.
struct SuiteTiree {
  private var etat: UInt64

  init(_ graine: UInt64, _ nom: String) {
    // FNV-1a: each room and hour has a sequence of its own.
    etat = nom.utf8.reduce(graine ^ 0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  mutating func suivant() -> UInt64 {
    etat &+= 0x9e37_79b9_7f4a_7c15
    var z = etat
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// A number from 0 to one less than the bound, all as likely.
  mutating func sous(_ borne: Int) -> Int {
    let borne = UInt64(borne)
    let exces = UInt64.max - UInt64.max % borne
    while true {
      let tire = suivant()
      if tire < exces { return Int(tire % borne) }
    }
  }
}

/// Draws the seats of a session, or draws them again.
public struct TirerLesPlaces: Acte {
  public static let nom = "tirer-les-places"
  public let campagne: Identifiant<Campagne>
  public let graine: UInt64

  public init(_ campagne: Identifiant<Campagne>, graine: UInt64) {
    self.campagne = campagne
    // What is kept fits in a signed number.
    self.graine = graine >> 1
  }

  public func executer(_ travail: Travail) throws {
    let (_, permis) = try travail.sessionAConduire(campagne)
    _ = try travail.calendrierPublie(campagne)
    let avant = try travail.registre.tirageDesPlaces(campagne)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.calendrierDeSession2, campagne),
      avant: avant.map { ["graine": .texte("\($0)")] },
      apres: ["graine": .texte("\(graine)")],
    )
    try travail.registre.tirerLesPlaces(campagne, graine: graine, ecriture)
  }
}
