internal import Scolarite
internal import Text

/// What follows the table of a semester: legend, names of the competences, column headings.
struct LabelArea: Sendable {
  let position: TextPosition
  /// The names of competences, one text each, without code.
  let labels: [(text: String, position: TextPosition)]
  /// The column headings, in the order printed; empty when there are none.
  let headings: [(name: String, position: TextPosition)]

  init(_ row: SheetRow) {
    position = row.position
    let range = Self.headingRange(row.tokens)
    headings = row.tokens[range].flatMap(Self.headings)
    labels =
      Self.labels(row.tokens[..<range.lowerBound])
      + Self.labels(row.tokens[range.upperBound...])
  }

  /// The order of the headings of a sheet, which the extraction may start anywhere in.
  static let expected = [
    "COMPETENCE", "CM", "TD", "TP", "Projet", "Total", "Type", "Coeff", "ECTS",
  ]

  /// Whether the headings stand in the expected order, read round from wherever they start.
  var isInExpectedOrder: Bool {
    guard let first = headings.first, let start = Self.expected.firstIndex(of: first.name) else {
      return false
    }
    return headings.map(\.name) == Array(Self.expected[start...] + Self.expected[..<start])
  }

  private static let words: Set<Substring> = [
    "COMPETENCE", "Ressources", "et", "SAÉ", "SAE", "CM", "TD", "TP", "Projet", "Total", "hors",
    "projet", "Type", "éval", "Coeff", "ECTS", "ECTSCOMPETENCE",
  ]

  /// The longest run of heading words; empty when it names less than three columns.
  private static func headingRange(_ tokens: [SheetToken]) -> Range<Int> {
    var best = tokens.count..<tokens.count
    var start = 0
    for index in 0...tokens.count
    where index == tokens.count || !words.contains(tokens[index].text) {
      if index - start > best.count { best = start..<index }
      start = index + 1
    }
    let named = tokens[best].flatMap(headings)
    return named.count >= 3 ? best : tokens.count..<tokens.count
  }

  private static func headings(_ token: SheetToken) -> [(name: String, position: TextPosition)] {
    let names = token.text == "ECTSCOMPETENCE" ? ["ECTS", "COMPETENCE"] : [String(token.text)]
    return names.filter(expected.contains).map { ($0, token.position) }
  }

  /// The texts between the words « RESSOURCES » and « SAÉ » that mark the two poles.
  private static func labels(
    _ tokens: ArraySlice<SheetToken>
  ) -> [(text: String, position: TextPosition)] {
    let legendEnd = tokens.lastIndex { $0.text == "d’évaluation" || $0.text == "d'évaluation" }
    let content = legendEnd.map { tokens[($0 + 1)...] } ?? tokens
    return content.split { ["RESSOURCES", "SAÉ", "SAE"].contains($0.text) }.compactMap { words in
      guard let first = words.first else { return nil }
      let hasCode = words.count > 2 && words.dropFirst().first?.text == "-"
      let name = (hasCode ? words.dropFirst(2) : words).map { String($0.text) }
      return (name.joined(separator: " "), first.position)
    }
  }
}
