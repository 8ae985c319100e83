internal import Scolarite
internal import Text

/// Reads the numbers of a total row.
enum TotalRow {
  /// The figures of the row, in the columns named.
  /// - Returns: the figures, and a type of assessment that stands among them.
  static func read(
    _ row: SheetRow,
    _ columns: [Colonne],
  ) throws(SheetError) -> (figures: Chiffres, type: TypeEvaluation?) {
    var type: TypeEvaluation?
    var numbers: [Decimale] = []
    for token in row.tokens {
      if let number = token.number {
        guard number >= 0, number < 100_000 else {
          throw SheetError(at: token.position, .numberOutOfRange(String(token.text)))
        }
        numbers.append(number)
      } else if let found = TypeEvaluation(token.text), type == nil, !numbers.isEmpty {
        type = found
      } else {
        throw SheetError(
          at: token.position,
          .numberExpected(
            found: String(token.text),
            expected: columns.map(\.libelle).joined(separator: ", "),
          ),
        )
      }
    }
    guard numbers.count == columns.count else {
      throw SheetError(
        at: row.position,
        .figuresExpected(
          found: numbers.count,
          expected: "\(columns.count) nombres (\(columns.map(\.libelle).joined(separator: ", ")))",
        ),
      )
    }
    return (Chiffres(Dictionary(uniqueKeysWithValues: zip(columns, numbers))), type)
  }
}
