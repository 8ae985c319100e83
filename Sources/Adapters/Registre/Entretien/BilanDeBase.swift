/// What the verification of a whole base found.
public struct BilanDeBase: Hashable, Sendable {
  /// The number of steps of the schema.
  public let schema: Int
  /// What is damaged: pages, references that lead nowhere, protections that were taken off.
  public let dommages: [String]
  public let journal: BilanDuJournal

  public var estIntact: Bool { dommages.isEmpty && journal.estIntact }

  /// The report in French.
  public var texte: String {
    let base =
      dommages.isEmpty
      ? ["Base au schéma \(schema) : fichiers, références et protections en ordre."]
      : ["Base au schéma \(schema) : ce qui suit est abîmé."] + dommages.map { "  \($0)" }
    return base.joined(separator: "\n") + "\n" + journal.texte
  }
}
