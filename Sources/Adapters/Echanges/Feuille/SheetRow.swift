internal import Scolarite
internal import Text

/// A logical row of the table: from the word that opens it to the word that opens the next.
struct SheetRow: Sendable {
  /// What the first words of a row announce.
  enum Kind: Hashable, Sendable {
    case semestre(NumeroSemestre)
    /// « SEMESTRE » and something else than 1 to 6.
    case unknownSemestre(String)
    case ue(CodeUE)
    case module(Module.Nature)
    case totalPole(Module.Nature)
    case totalUE(CodeUE)
    case totalSemestre(Int)
    case totalNiveau
    /// The legend, the names of the competences and the column headings that follow a table.
    case labels
  }

  let kind: Kind
  let position: TextPosition
  /// The words after the announcement; for a module, its code too.
  var tokens: [SheetToken]
  /// The announcement was printed a second time on the row, as on « TOTAL UE21 TOTAL UE21 ».
  var isAnnouncedTwice = false
}

/// Cuts the lines of a sheet into the first page and the rows of its tables.
struct SheetRows: Sendable {
  private(set) var header: [SheetLine] = []
  private(set) var rows: [SheetRow] = []

  init(_ text: SheetText) {
    var isInTable = false
    for line in text.lines {
      if line.tokens[0].text.hasPrefix("◼") {
        isInTable = false
        continue
      }
      if let kind = Self.semestre(of: line) {
        isInTable = true
        rows.append(SheetRow(kind: kind, position: line.position, tokens: []))
      } else if isInTable {
        add(line.tokens[...])
      } else if rows.isEmpty {
        header.append(line)
      }
    }
  }

  /// Opens a row where the line announces one, otherwise carries the last row on.
  private mutating func add(_ tokens: ArraySlice<SheetToken>) {
    guard let opening = Opening(tokens), opening.kind != .labels || rows.last?.kind != .labels
    else {
      if case .semestre = rows.last?.kind {
        rows.append(
          SheetRow(kind: .labels, position: tokens[tokens.startIndex].position, tokens: [])
        )
      }
      rows[rows.count - 1].tokens.append(contentsOf: tokens)
      return
    }
    let rest = tokens.dropFirst(opening.length)
    var row = SheetRow(
      kind: opening.kind,
      position: tokens[tokens.startIndex].position,
      tokens: [],
    )
    if case .ue = opening.kind {
      rows.append(row)
      if !rest.isEmpty { add(rest) }
      return
    }
    if let again = Opening(rest), again.kind == opening.kind,
      case .totalUE = opening.kind
    {
      row.isAnnouncedTwice = true
      row.tokens = Array(rest.dropFirst(again.length))
    } else {
      row.tokens = Array(rest)
    }
    rows.append(row)
  }

  /// « SEMESTRE 3 », alone on its line.
  private static func semestre(of line: SheetLine) -> SheetRow.Kind? {
    guard line.tokens.count == 2, line.tokens[0].text == "SEMESTRE" else { return nil }
    let number = Int(line.tokens[1].text).flatMap(NumeroSemestre.init)
    return number.map { .semestre($0) } ?? .unknownSemestre(line.text)
  }
}

/// The first words of a line, when they open a row.
private struct Opening {
  let kind: SheetRow.Kind
  let length: Int

  private init(_ kind: SheetRow.Kind, _ length: Int) {
    self.kind = kind
    self.length = length
  }

  init?(_ tokens: ArraySlice<SheetToken>) {
    guard let first = tokens.first?.text else { return nil }
    let second = tokens.dropFirst().first?.text
    if first == "TOTAL", let second {
      self.init(total: second, third: tokens.dropFirst(2).first?.text)
    } else if let code = CodeUE(first) {
      self.init(.ue(code), 1)
    } else if first == "UE", let second, let code = CodeUE("UE" + second) {
      self.init(.ue(code), 2)
    } else if first == "CC" || first.folded == "sae", second == ":" {
      self.init(.labels, 0)
    } else if let nature = Self.nature(first, second) {
      self.init(.module(nature), 0)
    } else {
      return nil
    }
  }

  private init?(total second: Substring, third: Substring?) {
    let word = second.folded
    if word == "ressources" {
      self.init(.totalPole(.ressource), 2)
    } else if word == "sae" {
      self.init(.totalPole(.sae), 2)
    } else if word == "niveau" {
      self.init(.totalNiveau, 2)
    } else if let code = CodeUE(second) {
      self.init(.totalUE(code), 2)
    } else if word == "ue", let third, let code = CodeUE("UE" + third) {
      self.init(.totalUE(code), 3)
    } else if word.first == "s", let numero = Int(word.dropFirst()) {
      self.init(.totalSemestre(numero), 2)
    } else {
      return nil
    }
  }

  /// « R301 », « Saé3.IOM.01 », « SAE101 », or « Saé » followed by a number.
  private static func nature(_ first: Substring, _ second: Substring?) -> Module.Nature? {
    if first.first == "R", first.dropFirst().first?.isNumber == true { return .ressource }
    let word = first.folded
    guard word.hasPrefix("sae") else { return nil }
    let next = word.count > 3 ? word.dropFirst(3).first : second?.first
    return next?.isNumber == true ? .sae : nil
  }
}
