extension PromotionFictive {
  /// What a promotion is drawn from; each share is in per mille.
  public struct Modele: Sendable {
    public var graine: UInt64
    /// How many tests a module has, from one to twenty.
    public var evaluationsParModule: ClosedRange<Int>
    /// The mean level of the students, in hundredths of a point on 20.
    public var niveauMoyen: Int
    /// Students in work-study.
    public var alternants: Int
    /// Students who follow the year again.
    public var redoublants: Int
    /// Of the repeaters with failures in both semesters, those who repeat one only.
    public var capitalisation: Int
    /// Of the others, those who come from elsewhere, with some UE granted.
    public var dispenses: Int
    /// Students of the second or third year who lack a UE of an earlier one.
    public var dettes: Int
    /// Students who leave during the year.
    public var departs: Int

    public init(
      graine: UInt64 = 1,
      evaluationsParModule: ClosedRange<Int> = 1...3,
      niveauMoyen: Int = 1220,
      alternants: Int = 150,
      redoublants: Int = 80,
      capitalisation: Int = 400,
      dispenses: Int = 15,
      dettes: Int = 90,
      departs: Int = 15,
    ) {
      self.graine = graine
      self.evaluationsParModule = evaluationsParModule
      self.niveauMoyen = niveauMoyen
      self.alternants = alternants
      self.redoublants = redoublants
      self.capitalisation = capitalisation
      self.dispenses = dispenses
      self.dettes = dettes
      self.departs = departs
    }

    /// Whether students can be drawn from it.
    var estPossible: Bool {
      let parts = [alternants, redoublants, capitalisation, dispenses, dettes, departs]
      return parts.allSatisfy((0...1000).contains) && (0...2000).contains(niveauMoyen)
        && evaluationsParModule.lowerBound >= 1 && evaluationsParModule.upperBound <= 20
    }
  }
}
