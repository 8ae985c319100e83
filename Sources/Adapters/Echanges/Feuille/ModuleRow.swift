internal import Scolarite
internal import Text

/// A ressource or SAÉ row, read as far as the row alone allows.
struct ModuleRow: Sendable {
  let position: TextPosition
  let nature: Module.Nature
  let code: CodeModule
  let titre: String
  /// The hours in printed order; fewer than the pole's columns where some are missing.
  let hours: [Decimale]
  let typeEvaluation: TypeEvaluation?
  let coefficient: Decimale?

  /// The columns of hours of the pole, in printed order.
  var columns: [Colonne] { nature.colonnes.dropLast() }

  /// Reads code, title, hours, type of assessment and coefficient, the numbers from the right.
  init(_ row: SheetRow, nature: Module.Nature) throws(SheetError) {
    self.position = row.position
    self.nature = nature
    let (code, rest) = try Self.readCode(row)
    self.code = code
    var remaining = rest
    (typeEvaluation, coefficient) = try Self.takeWeight(&remaining, of: row)
    hours = try Self.takeHours(&remaining, upTo: nature.colonnes.count - 1, of: row)
    titre = remaining.map { String($0.text) }.joined(separator: " ")
  }

  /// The code stands before the first dash of the first four words.
  private static func readCode(
    _ row: SheetRow
  ) throws(SheetError) -> (CodeModule, ArraySlice<SheetToken>) {
    let dashes: Set<Character> = ["-", "–", "—"]
    var words: [Substring] = []
    for (index, token) in row.tokens.prefix(4).enumerated() {
      let endsWithDash = token.text.last.map(dashes.contains) ?? false
      let word = endsWithDash ? token.text.dropLast() : token.text
      if !word.isEmpty { words.append(word) }
      guard endsWithDash else { continue }
      guard let code = CodeModule(words.joined(separator: " ")) else {
        throw SheetError(at: row.position, .codeExpected(found: String(token.text)))
      }
      return (code, row.tokens.dropFirst(index + 1))
    }
    let code = row.tokens.first.map { String($0.text) } ?? ""
    throw SheetError(at: row.position, .separatorExpected(code: code))
  }

  /// The last words: « CC 11 », « 11 » where the type is missing, « CC » where the weight is.
  private static func takeWeight(
    _ remaining: inout ArraySlice<SheetToken>,
    of row: SheetRow,
  ) throws(SheetError) -> (TypeEvaluation?, Decimale?) {
    guard let last = remaining.last else {
      throw SheetError(at: row.position, .figuresExpected(found: 0, expected: "heures et poids"))
    }
    let weight = last.number
    if weight != nil { remaining.removeLast() }
    let type = remaining.last.flatMap { TypeEvaluation($0.text) }
    let standsAfterNumber = remaining.dropLast().last?.number != nil
    if let type, standsAfterNumber || weight != nil {
      remaining.removeLast()
      return (type, try checked(weight, last))
    }
    guard weight != nil else {
      throw SheetError(
        at: last.position,
        .numberExpected(found: String(last.text), expected: "coefficient en fin de ligne"),
      )
    }
    return (nil, try checked(weight, last))
  }

  /// The longest run of numbers before the weight; a number too many belongs to the title.
  private static func takeHours(
    _ remaining: inout ArraySlice<SheetToken>,
    upTo count: Int,
    of row: SheetRow,
  ) throws(SheetError) -> [Decimale] {
    var hours: [Decimale] = []
    while hours.count < count, let token = remaining.last, let number = token.number {
      hours.append(try checked(number, token) ?? number)
      remaining.removeLast()
    }
    if hours.count < count, let before = remaining.last, before.resemblesNumber {
      throw SheetError(
        at: before.position,
        .numberExpected(found: String(before.text), expected: "heures, « 7,5 » par exemple"),
      )
    }
    guard !hours.isEmpty else {
      throw SheetError(
        at: remaining.last?.position ?? row.position,
        .figuresExpected(found: 0, expected: "\(count) nombres d’heures"),
      )
    }
    return hours.reversed()
  }

  private static func checked(
    _ number: Decimale?,
    _ token: SheetToken,
  ) throws(SheetError) -> Decimale? {
    guard let number else { return nil }
    guard number >= 0, number < 100_000 else {
      throw SheetError(at: token.position, .numberOutOfRange(String(token.text)))
    }
    return number
  }
}

extension ModuleRow {
  /// Whether every column of hours is printed.
  var isComplete: Bool { hours.count == columns.count }

  /// The hours set in the first columns.
  var printedOrder: Chiffres { figures(at: Array(hours.indices)) }

  /// Every way to set the printed hours in the columns, in order, that makes the row add up.
  var placements: [Chiffres] {
    guard !isComplete else { return [printedOrder] }
    return Self.choices(of: hours.count, among: columns.count).map(figures).filter { figures in
      figures[.total].map { $0 == figures.heuresEncadrees } ?? true
    }
  }

  private func figures(at indices: [Int]) -> Chiffres {
    var figures = Chiffres([:])
    for (hour, index) in zip(hours, indices) { figures[columns[index]] = hour }
    figures[.coef] = coefficient
    return figures
  }

  /// « colonnes CM et TP non imprimées ».
  private static func note(_ missing: [String]) -> String? {
    guard let last = missing.last else { return nil }
    guard missing.count > 1 else { return "colonne \(last) non imprimée" }
    return "colonnes \(missing.dropLast().joined(separator: ", ")) et \(last) non imprimées"
  }

  private static func choices(of count: Int, among total: Int) -> [[Int]] {
    guard count > 0 else { return [[]] }
    guard count <= total else { return [] }
    return (count...total).flatMap { last in
      choices(of: count - 1, among: last - 1).map { $0 + [last - 1] }
    }
  }

  /// The module, with its hours placed.
  func module(_ figures: Chiffres) -> Module {
    let missing = columns.filter { figures[$0] == nil }.map(\.libelle)
    return Module(
      nature: nature,
      code: code,
      titre: titre,
      chiffres: figures,
      typeEvaluation: typeEvaluation,
      noteImpression: Self.note(missing),
    )
  }
}
