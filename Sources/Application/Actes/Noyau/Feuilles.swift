public import Scolarite

/// Reads and writes the sheets that people fill in with a spreadsheet program.
public protocol Feuilles: Sendable {
  /// The sheet of a test to fill in, as XLSX.
  func feuille(_ contenu: PreparerUneFeuille.Contenu, le jour: Jour) throws -> [UInt8]

  /// The test that a returned sheet is of; `nil` for a sheet made elsewhere.
  /// - Throws: a `FeuilleRefusee`.
  func evaluation(de feuille: FeuilleRecue) throws -> Identifiant<EvaluationDeModule>?

  /// The marks of a returned sheet.
  /// - Throws: a `FeuilleRefusee`, with every cell that cannot be taken.
  func releve(
    _ feuille: FeuilleRecue,
    _ contenu: PreparerUneFeuille.Contenu,
    remplacer: Bool,
  ) throws -> ReleveRapporte

  /// The marks of a sheet that names tests of a promotion and its students.
  /// - Throws: a `FeuilleRefusee`, with every column that names no test and every cell that cannot
  ///   be taken.
  func releve(_ feuille: FeuilleRecue, _ contenu: PreparerUnReleve.Contenu, remplacer: Bool) throws
    -> ReleveRapporte

  /// A sheet for the marks of a promotion, as XLSX: a row a student, a column a test.
  func feuille(_ contenu: PreparerUnReleve.Contenu, le jour: Jour) throws -> [UInt8]

  /// The students of a list, and the columns that were not read.
  /// - Throws: a `FeuilleRefusee`.
  func etudiants(_ feuille: FeuilleRecue) throws -> (nouveaux: [NouvelEtudiant], ignorees: [String])

  /// The list of the sports service, and the columns that were not read.
  /// - Throws: a `FeuilleRefusee`, with every cell that cannot be taken.
  func listeDuSport(_ feuille: FeuilleRecue) throws -> (lignes: [LigneDeSport], ignorees: [String])

  /// The slots of a calendar in ICS or of a sheet, those of a calendar between two days.
  /// - Throws: a `FeuilleRefusee`, with every line or cell that cannot be taken.
  func seances(_ feuille: FeuilleRecue, du: Jour, au: Jour) throws -> SeancesLues

  /// Candidates of the BTS with their results, and the columns that were not read.
  /// - Throws: a `FeuilleRefusee`, with every cell that cannot be taken.
  func candidatsBTS(_ feuille: FeuilleRecue, _ specialite: SpecialiteBTS) throws
    -> (lignes: [LigneDeBTS], ignorees: [String])

  /// A table as a sheet, as XLSX.
  func tableau(_ nom: String, colonnes: [String], lignes: [[String]], le jour: Jour) throws
    -> [UInt8]

  /// A table as CSV, such as a French spreadsheet program opens it.
  func csv(colonnes: [String], lignes: [[String]]) -> [UInt8]

  /// What somebody typed in a cell of marks: « 12,5 », « 13/15 », « ABS »; `nil` for anything else.
  func entree(tapee texte: String, bareme: Decimale) -> Entree?

  /// What may be typed there, in French.
  func attendu(bareme: Decimale) -> String
}

/// A file that somebody sent: XLSX, ODS or CSV.
public struct FeuilleRecue: Sendable {
  public let nom: String
  public let octets: [UInt8]

  public init(nom: String, octets: [UInt8]) {
    self.nom = nom
    self.octets = octets
  }
}

/// Why a sheet is not taken; nothing was written.
public struct FeuilleRefusee: Error, Hashable, Sendable {
  /// Each fault with its place, in French.
  public let lignes: [String]

  public init(lignes: [String]) {
    self.lignes = lignes
  }
}
