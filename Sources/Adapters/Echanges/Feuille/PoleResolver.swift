internal import Scolarite

/// Sets in their columns the figures of rows that do not print them all.
///
/// A row such as « R219 - PPP 1 1 CC 0,5 » says neither lecture nor tutorial: only one placement
/// makes both the row and the printed total of the pole add up.
enum PoleResolver {
  /// More incomplete rows than this in one pole are not guessed at.
  private static let incompleteRowLimit = 4

  /// The modules of a pole with every figure in its column.
  /// - Throws: at the first row that has none, or several, placements left.
  static func resolve(_ rows: [ModuleRow], total: Chiffres?) throws(SheetError) -> [Module] {
    let placements = rows.map(\.placements)
    let incomplete = rows.indices.filter { placements[$0].count != 1 }
    guard let first = incomplete.first else {
      return zip(rows, placements).compactMap { row, choices in choices.first.map(row.module) }
    }
    let solutions =
      incomplete.count > incompleteRowLimit
      ? [] : combinations(placements[...]).filter { agrees($0, with: total) }
    guard solutions.count == 1, let solution = solutions.first else {
      let columns = rows[first].columns.map(\.libelle).joined(separator: ", ")
      throw SheetError(at: rows[first].position, .unresolvableFigures(columns: columns))
    }
    return zip(rows, solution).map { $0.module($1) }
  }

  private static func combinations(_ placements: ArraySlice<[Chiffres]>) -> [[Chiffres]] {
    guard let first = placements.first else { return [[]] }
    let others = combinations(placements.dropFirst())
    return first.flatMap { figures in others.map { [figures] + $0 } }
  }

  private static func agrees(_ figures: [Chiffres], with total: Chiffres?) -> Bool {
    guard let total else { return false }
    return [Colonne.cm, .td, .tp, .projet].allSatisfy { colonne in
      figures.compactMap { $0[colonne] }.somme() == total[colonne] ?? .zero
    }
  }
}
