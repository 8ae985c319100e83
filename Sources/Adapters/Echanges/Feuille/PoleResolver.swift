internal import Scolarite

/// Sets in their columns the figures of rows that do not print them all.
///
/// A row such as « R219 - PPP 1 1 CC 0,5 » says neither lecture nor tutorial: only one placement
/// makes both the row and the printed total of the pole add up.
enum PoleResolver {
  /// More incomplete rows than this in one pole are not guessed at.
  private static let incompleteRowLimit = 4

  /// Gives the modules of a pole with every figure in its column.
  ///
  /// Where an incomplete row has no placement left, or several, the first such row is the fault and
  /// its figures stay in the first columns.
  static func resolve(
    _ rows: [ModuleRow],
    total: Chiffres?,
  ) -> (modules: [Module], fault: SheetError?) {
    let incomplete = rows.filter { !$0.isComplete }
    guard let first = incomplete.first else { return (modules(rows), nil) }
    let solutions =
      incomplete.count > incompleteRowLimit
      ? [] : combinations(rows.map(\.placements)[...]).filter { agrees($0, with: total) }
    guard solutions.count == 1, let solution = solutions.first else {
      let columns = first.columns.map(\.libelle).joined(separator: ", ")
      let fault = SheetError(at: first.position, .unresolvableFigures(columns: columns))
      return (modules(rows), fault)
    }
    return (zip(rows, solution).map { $0.module($1) }, nil)
  }

  private static func modules(_ rows: [ModuleRow]) -> [Module] {
    rows.map { $0.module($0.printedOrder) }
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
