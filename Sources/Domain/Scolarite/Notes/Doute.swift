/// Why a mark deserves a second look before anybody sees it.
///
/// It changes nothing: a mark is what the teacher says it is.
public enum Doute: Hashable, Sendable {
  /// The lowest or the highest mark that there can be.
  case extreme
  /// Far from all the others of the test.
  case loinDesAutres
  /// Far from what the student has at the other tests of the module.
  case loinDesSiennes
}

extension Statistiques {
  /// The statistics of some marks out of 20, each defined.
  public init(_ notes: [Fraction]) {
    self.init(notes, mentions: [], acquises: 0, incompletes: 0, capitalisees: 0)
  }

  /// How many marks there must be for one to be far from them.
  private static let effectifParlant = 8
  /// How far from the student's own average a mark is questioned.
  private static let ecartParlant: Fraction = 8

  /// Whether a mark of the test deserves a second look.
  /// - Parameters:
  ///   - note: out of 20.
  ///   - siennes: the student's marks at the other tests of the module, out of 20.
  /// - Returns: the most telling reason; `nil` where there is none.
  public func doute(_ note: Fraction, siennes: [Fraction]) -> Doute? {
    if effectif >= Self.effectifParlant, let bas = premierQuartile, let haut = troisiemeQuartile {
      let marge = max(haut - bas, 1) * 2
      if note < bas - marge || note > haut + marge { return .loinDesAutres }
    }
    let somme = siennes.reduce(Fraction.zero, +)
    if let moyenne = somme.divise(par: Fraction(siennes.count)) {
      let ecart = note < moyenne ? moyenne - note : note - moyenne
      if ecart >= Self.ecartParlant { return .loinDesSiennes }
    }
    return note == 0 || note == 20 ? .extreme : nil
  }
}
