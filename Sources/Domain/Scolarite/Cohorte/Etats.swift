/// The state of a UE of one student, in a few words of memory.
struct EtatEnColonnes: Sendable {
  /// The average retained is the ratio of the two; no average where the second is zero.
  var numerateur: Int64 = 0
  var denominateur: Int64 = 0
  /// 0 when it is not acquired, else the rank of the mode from 1.
  var mode: UInt8 = 0
  var code: UInt8 = 0
  var marques: Marques = []

  struct Marques: OptionSet, Sendable {
    let rawValue: UInt8
    /// Taken, this year or before.
    static let connue = Marques(rawValue: 1)
    /// Taken this year, or kept from an earlier one while its semester is followed.
    static let deLAnnee = Marques(rawValue: 2)
    static let capitalisee = Marques(rawValue: 4)
    static let bloquee = Marques(rawValue: 8)
    static let ecartee = Marques(rawValue: 16)
    static let acquiseAvant = Marques(rawValue: 32)
    /// A mark is awaited.
    static let incomplete = Marques(rawValue: 64)
    /// The average was obtained in an earlier year.
    static let anterieure = Marques(rawValue: 128)
  }

  var acquise: Bool { mode != 0 }
  var aUneMoyenne: Bool { denominateur != 0 }

  /// Taken this year, or acquired this year without being taken.
  var estDeLAnnee: Bool {
    marques.contains(.deLAnnee)
      || (marques.contains(.connue) && acquise && !marques.contains(.acquiseAvant))
  }

  mutating func acquerir(_ mode: ModeDAcquisition) {
    self.mode = mode.rang
    code = CodeEnColonnes.rang(mode.code(parSonRCUE: false)) ?? 0
  }

  /// The average; `nil` for none.
  var moyenne: Fraction? {
    aUneMoyenne ? Fraction(Int128(numerateur), sur: Int128(denominateur)) : nil
  }

  /// Compares with a threshold, exactly.
  func atteint(_ seuil: Fraction) -> Bool {
    Int128(numerateur) * seuil.denominateur >= seuil.numerateur * Int128(denominateur)
  }
}

/// The state of an RCUE of one student.
struct EtatRCUEEnColonnes: Sendable {
  var numerateur: Int128 = 0
  /// Zero for an RCUE without average.
  var denominateur: Int128 = 0
  var code: UInt8 = 0
  var valide = false
  var valideAutrement = false
  /// Whether the year has it.
  var deLAnnee = false

  var aUneMoyenne: Bool { denominateur != 0 }

  var moyenne: Fraction? { Fraction(numerateur, sur: denominateur) }

  /// Compares with a threshold, exactly.
  func atteint(_ seuil: Fraction) -> Bool {
    numerateur * seuil.denominateur >= seuil.numerateur * denominateur
  }
}

/// The codes of results, by rank.
enum CodeEnColonnes {
  static let textes = [
    "", "ADM", "CMP", "ADSUP", "ADJ", "ADJR", "AJ", "ATJ", "ATT", "DEM", "DEF", "ABAN", "PASD",
  ]

  static func rang(_ texte: String) -> UInt8? {
    textes.firstIndex(of: texte).flatMap { UInt8(exactly: $0) }
  }

  static let adm: UInt8 = 1
  static let cmp: UInt8 = 2
  static let adsup: UInt8 = 3
  static let adj: UInt8 = 4
  static let aj: UInt8 = 6
  static let atj: UInt8 = 7
  static let att: UInt8 = 8
  static let dem: UInt8 = 9
  static let def: UInt8 = 10
  static let pasd: UInt8 = 12
}

extension ModeDAcquisition {
  static let parRang: [ModeDAcquisition] = [
    .directe, .compensation, .niveauSuperieur, .jury, .equivalence,
  ]

  /// From 1; 0 stands for « not acquired ».
  var rang: UInt8 {
    switch self {
    case .directe: 1
    case .compensation: 2
    case .niveauSuperieur: 3
    case .jury: 4
    case .equivalence: 5
    }
  }
}
