/// What stands in a column for one student, in 32 bits.
///
/// From 0 up, a mark on 20 counted in parts of `unite`; below, a word.
enum Case {
  /// Parts of a point: every mark with two decimals on 20, 5, 7, 9, 10, 15, 18, 21, 25, 30, 40…
  /// is a whole number of them.
  static let unite: Int64 = 252_000

  static let aucune: Int32 = -1
  /// The words, from −2 down: in the order of their cases.
  static let mots: [Entree] = [
    .absenceInjustifiee, .excuse, .enAttente, .absenceJustifiee, .sansRattrapage(motif: ""),
    .indisponibilite, .nulle, .sansObjet("DEM"), .sansObjet("DEF"),
  ]
  static let demission: Int32 = -9
  static let defaillance: Int32 = -10

  /// The effect of a word: a mark from 0 up, left out, or a result awaited.
  static let neutralisee: Int32 = -1
  static let attendue: Int32 = -2

  /// An entry as a case; `nil` for a mark that is not a whole number of parts.
  static func valeur(_ entree: Entree) -> Int32? {
    switch entree {
    case .note(let note), .rattrapee(let note): parts(note)
    case .absenceInjustifiee: -2
    case .excuse: -3
    case .enAttente: -4
    case .absenceJustifiee: -5
    case .sansRattrapage: -6
    case .indisponibilite: -7
    case .nulle: -8
    case .sansObjet("DEM"): demission
    case .sansObjet("DEF"): defaillance
    case .sansObjet: nil
    }
  }

  /// A mark as a whole number of parts; `nil` when it is not one.
  ///
  /// A value is under a million: its millionths times the parts of 20 points fit in 64 bits.
  static func parts(_ note: Note) -> Int32? {
    let (quotient, reste) = (note.valeur.millioniemes * 20 * unite)
      .quotientAndRemainder(dividingBy: note.bareme.millioniemes)
    return reste == 0 ? Int32(exactly: quotient) : nil
  }

  /// A value as a whole number of parts; `nil` when it is not one.
  static func parts(_ valeur: Fraction) -> Int64? {
    let parts = valeur * Fraction(Int(unite))
    guard parts.denominateur == 1 else { return nil }
    return Int64(exactly: parts.numerateur)
  }

  /// What each case below zero does in an average, under a règlement and for a status.
  static func effets(_ moteur: Moteur<SansPreuve>, _ statut: Statut) -> [Int32] {
    [neutralisee]
      + mots.map { mot in
        switch moteur.valeur(mot, statut) {
        case .compte(let note): parts(note).flatMap { Int32(exactly: $0) } ?? 0
        case .neutralisee: neutralisee
        case .attendue: attendue
        }
      }
  }
}
