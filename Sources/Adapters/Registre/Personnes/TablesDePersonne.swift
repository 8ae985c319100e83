internal import SQL

/// The tables that speak of a student: those with a column `etudiant` or `sujet`, and those whose
/// rows belong to a row of them.
struct TablesDePersonne {
  /// Each with the condition that keeps the rows of the student: `?1` is the establishment, `?2`
  /// the student, `t` the table.
  let tables: [(table: TableDeBase, condition: String)]

  init(_ schema: SchemaDeBase) {
    var trouvees: [(table: TableDeBase, condition: String)] = []
    for table in schema.tables {
      guard let condition = Self.condition(table, trouvees) else { continue }
      trouvees.append((table, condition))
    }
    tables = trouvees
  }

  private static func condition(
    _ table: TableDeBase,
    _ trouvees: [(table: TableDeBase, condition: String)],
  ) -> String? {
    for colonne in ["etudiant", "sujet"] where table.contient(colonne) {
      return "t.etablissement = ?1 AND t.\(colonne) = ?2"
    }
    for reference in table.references where reference.colonnes == reference.cle {
      guard let parent = trouvees.first(where: { $0.table.nom == reference.table }) else {
        continue
      }
      let cle = reference.cle.map { "t.\($0)" }.joined(separator: ", ")
      return """
        t.etablissement = ?1 AND (\(cle)) IN
          (SELECT \(cle) FROM \(parent.table.nom) t WHERE \(parent.condition))
        """
    }
    return nil
  }
}
