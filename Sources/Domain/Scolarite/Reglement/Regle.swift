/// The identity of a rule: its name, its article, the requirements it covers, its statement.
///
/// The code of the rule stands in the same file, in an extension of `Moteur`.
public struct Regle: Hashable, Sendable {
  /// A stable name: « acquisition ».
  public let nom: String
  public let article: Article
  /// The requirements covered, as `docs/exigences.json` numbers them.
  public let exigences: [String]
  /// The readings applied (A1 to A42), where the text leaves a choice.
  public let lectures: [String]
  /// The rule in one French sentence.
  public let enonce: String

  init(
    _ nom: String,
    _ article: Article,
    exigences: [String],
    lectures: [String] = [],
    _ enonce: String,
  ) {
    self.nom = nom
    self.article = article
    self.exigences = exigences
    self.lectures = lectures
    self.enonce = enonce
  }
}

/// The rules, applied under one règlement, with or without their grounds.
public struct Moteur<M: Motivation>: Sendable {
  public let reglages: Reglages

  public init(_ reglages: Reglages) {
    self.reglages = reglages
  }
}
