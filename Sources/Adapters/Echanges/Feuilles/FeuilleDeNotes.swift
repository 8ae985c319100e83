public import Scolarite

/// The sheet that a teacher fills in with the marks of one evaluation.
public struct FeuilleDeNotes: Hashable, Sendable {
  /// A student of the evaluation.
  public struct Ligne: Hashable, Sendable {
    /// What the program knows the student by; hidden in the sheet.
    public let identite: String
    public let nom: String
    public let prenom: String
    public let groupe: String
    /// What is already known.
    public let valeur: Entree?

    public init(identite: String, nom: String, prenom: String, groupe: String, valeur: Entree?) {
      self.identite = identite
      self.nom = nom
      self.prenom = prenom
      self.groupe = groupe
      self.valeur = valeur
    }
  }

  /// « BUT MMI 1, semestre 1 ».
  public let titre: String
  public let module: String
  public let evaluation: String
  /// What the program knows the evaluation by.
  public let identite: String
  /// What tells whether marks changed since the sheet was made.
  public let version: String
  public let date: Jour?
  public let bareme: Decimale
  public let coefficient: Decimale
  public let lignes: [Ligne]

  public init(
    titre: String,
    module: String,
    evaluation: String,
    identite: String,
    version: String,
    date: Jour?,
    bareme: Decimale,
    coefficient: Decimale,
    lignes: [Ligne],
  ) {
    self.titre = titre
    self.module = module
    self.evaluation = evaluation
    self.identite = identite
    self.version = version
    self.date = date
    self.bareme = bareme
    self.coefficient = coefficient
    self.lignes = lignes
  }
}

/// The identity of a sheet of marks, hidden in the heading of the column of the students.
///
/// It stands in a cell rather than in a hidden sheet, which a copy in CSV would lose.
struct MarqueDeFeuille: Hashable {
  let evaluation: String
  let version: String

  private static let debut = "delibere/notes/1"

  init(evaluation: String, version: String) {
    self.evaluation = evaluation
    self.version = version
  }

  /// Reads « delibere/notes/1|evaluation|version ».
  init?(_ texte: String) {
    let parties = texte.split(separator: "|", omittingEmptySubsequences: false)
    guard parties.count == 3, parties[0] == Self.debut else { return nil }
    evaluation = Self.enClair(parties[1])
    version = Self.enClair(parties[2])
  }

  var texte: String {
    [Self.debut, Self.protege(evaluation), Self.protege(version)].joined(separator: "|")
  }

  private static func protege(_ texte: String) -> String {
    texte.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%25")
      .split(separator: "|", omittingEmptySubsequences: false).joined(separator: "%7C")
  }

  private static func enClair(_ texte: Substring) -> String {
    texte.split(separator: "%7C", omittingEmptySubsequences: false).joined(separator: "|")
      .split(separator: "%25", omittingEmptySubsequences: false).joined(separator: "%")
  }
}
