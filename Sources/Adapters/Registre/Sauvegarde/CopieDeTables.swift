internal import SQL

/// Copies every row of a base to an empty one of the same schema, whichever their engines.
struct CopieDeTables {
  let source: any SQLConnection
  let cible: any SQLConnection

  /// Copies the tables in the order given; both connections have a transaction open.
  /// - Returns: the number of rows of each.
  func executer(_ tables: [TableDeBase]) throws -> [Restauration.Table] {
    if cible.engine == .sqlite { try cible.script("PRAGMA defer_foreign_keys = ON") }
    return try tables.map { .init(nom: $0.nom, lignes: try copier($0)) }
  }

  private func copier(_ table: TableDeBase) throws -> Int {
    try cible.load(
      into: table.sql,
      columns: table.colonnes.map { SQLText(trusted: $0.nom) },
    ) { lignes in
      try source.parcourir(table.sql, table.selection) { ligne in
        for (rang, colonne) in table.colonnes.enumerated() {
          Self.copier(ligne, rang, colonne.type, lignes)
        }
        try lignes.endRow()
      }
    }
  }

  private static func copier(
    _ ligne: any SQLRow,
    _ rang: Int,
    _ type: TableDeBase.TypeDeColonne,
    _ lignes: any SQLRowWriter,
  ) {
    guard !ligne.isNull(rang) else { return lignes.null() }
    switch type {
    case .entier: lignes.integer(ligne.integer(rang))
    case .texte: lignes.text(ligne.text(rang))
    case .octets: lignes.blob(ligne.blob(rang))
    }
  }
}
