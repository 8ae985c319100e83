/// The number of a semester of the BUT: 1 to 6.
public struct NumeroSemestre: Hashable, Comparable, Sendable {
  public let valeur: Int

  public init?(_ valeur: Int) {
    guard (1...6).contains(valeur) else { return nil }
    self.valeur = valeur
  }

  /// The year of the BUT that holds the semester.
  public var annee: AnneeBUT { AnneeBUT(contenant: self) }

  public static func < (gauche: NumeroSemestre, droite: NumeroSemestre) -> Bool {
    gauche.valeur < droite.valeur
  }
}

/// A year of the BUT: 1, 2 or 3.
public struct AnneeBUT: Hashable, Sendable {
  public let valeur: Int

  public init?(_ valeur: Int) {
    guard (1...3).contains(valeur) else { return nil }
    self.valeur = valeur
  }

  fileprivate init(contenant semestre: NumeroSemestre) {
    valeur = (semestre.valeur + 1) / 2
  }

  /// The credits gained from the first year to the end of this one: 60, 120 or 180 (4.3).
  public var creditsCumules: Decimale { Decimale(60 * valeur) }

  /// The two semesters of the year.
  public var semestres: [NumeroSemestre] {
    [2 * valeur - 1, 2 * valeur].compactMap { NumeroSemestre($0) }
  }
}

/// A university year, from September to August: « 2022-2023 ».
public struct AnneeUniversitaire: Hashable, Comparable, Sendable {
  /// The calendar year in which it starts, 2000 to 2099.
  public let debut: Int

  /// The year that starts in September of a calendar year.
  public init?(debut: Int) {
    guard (2000...2099).contains(debut) else { return nil }
    self.debut = debut
  }

  /// Reads « 2022-2023 »: two calendar years in a row.
  public init?(_ texte: some StringProtocol) {
    let annees = texte.split(separator: "-", omittingEmptySubsequences: false).compactMap {
      Int($0)
    }
    guard texte.count == 9, annees.count == 2, annees[1] == annees[0] + 1 else { return nil }
    self.init(debut: annees[0])
  }

  public static func < (gauche: AnneeUniversitaire, droite: AnneeUniversitaire) -> Bool {
    gauche.debut < droite.debut
  }
}

extension AnneeUniversitaire: CustomStringConvertible {
  public var description: String { "\(debut)-\(debut + 1)" }
}

/// A level of development of a competence: 1 to 3, given by the référentiel, never by the year.
public struct Niveau: Hashable, Comparable, Sendable {
  public let valeur: Int

  public init?(_ valeur: Int) {
    guard (1...3).contains(valeur) else { return nil }
    self.valeur = valeur
  }

  public static func < (gauche: Niveau, droite: Niveau) -> Bool { gauche.valeur < droite.valeur }
}

/// The code of a UE: « UE » and a number whose first digit is the semester (point 3 of the arrêté).
public struct CodeUE: Hashable, Sendable {
  /// Without space or point, as in « UE32 ».
  public let texte: String
  /// The digits after « UE ».
  private let chiffres: [Int]

  /// Reads « UE31 », « UE 31 » or « UE3.1 ».
  public init?(_ texte: some StringProtocol) {
    let compact = String(texte.filter { !$0.isWhitespace && $0 != "." }).uppercased()
    let caracteres = compact.dropFirst(2)
    let chiffres = caracteres.compactMap { $0.isASCII ? $0.wholeNumberValue : nil }
    guard compact.hasPrefix("UE"), (2...3).contains(chiffres.count),
      chiffres.count == caracteres.count
    else { return nil }
    self.texte = compact
    self.chiffres = chiffres
  }

  /// The semester that the code names.
  public var semestre: NumeroSemestre? { chiffres.first.flatMap(NumeroSemestre.init) }

  /// The number of the competence that the code names.
  public var competence: Int { chiffres.dropFirst().reduce(0) { 10 * $0 + $1 } }
}

/// The code of a ressource or a SAÉ, as printed and in one canonical shape.
public struct CodeModule: Hashable, Sendable {
  /// As the document prints it: « Saé 3.IOM.03 ».
  public let imprime: String
  /// Without spaces, accents or case: « SAE3.IOM.03 ».
  public let canonique: String

  /// Reads a code of 1 to 32 characters; spaces are made single.
  public init?(_ imprime: some StringProtocol) {
    let texte = imprime.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !texte.isEmpty, texte.count <= 32 else { return nil }
    self.imprime = texte
    let lettres = texte.uppercased().filter { $0 != " " }
    canonique = String(lettres.map { "ÉÈÊË".contains($0) ? "E" : $0 })
  }

  /// Whether the printed shape is the canonical one.
  public var estCanonique: Bool { imprime == canonique }
}
