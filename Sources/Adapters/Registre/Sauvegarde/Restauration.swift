/// What a restoration brought back.
public struct Restauration: Hashable, Sendable {
  public let description: DescriptionDeSauvegarde
  /// Every table, with its number of rows.
  public let tables: [Table]

  /// A table and how much it holds.
  public struct Table: Hashable, Sendable {
    public let nom: String
    public let lignes: Int
  }

  /// The number of rows of a table.
  public func lignes(_ nom: String) -> Int { tables.first { $0.nom == nom }?.lignes ?? 0 }
}
