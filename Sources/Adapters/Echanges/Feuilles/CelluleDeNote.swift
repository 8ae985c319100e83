public import Scolarite
internal import Spreadsheets
internal import Text

/// Reads what a cell of marks holds.
enum CelluleDeNote {
  static let attendu =
    "une note (« 12,5 », « 13/15 »), \(Entree.motsAdmis), ou une cellule vide"

  /// The entry; `nil` with no fault for an empty cell.
  static func lire(
    _ cellule: Cell,
    bareme: Decimale,
    _ place: CellPlace,
    _ fautes: inout FautesEnCours,
  ) -> Entree? {
    switch cellule {
    case .empty: return nil
    case .number(let chiffres):
      if let note = note(chiffres, bareme) { return .note(note) }
      fautes.add(refus(chiffres, bareme), place, lu: cellule)
    case .text(let texte):
      guard !cellule.isBlank else { return nil }
      if let entree = entree(String(texte.trimmed), bareme) { return entree }
      fautes.add(refus(texte.trimmed, bareme), place, lu: cellule)
    case .date(let date), .dateTime(let date, _):
      fautes.add(.devenueDate(saisie: saisie(date)), place, lu: cellule)
    case .error: fautes.add(.erreurDeFormule, place, lu: cellule)
    case .boolean: fautes.add(.valeur(attendu: attendu), place, lu: cellule)
    }
    return nil
  }

  /// Why a text is no entry: out of the scale, too many decimals, or no number at all.
  private static func refus(
    _ texte: some StringProtocol,
    _ bareme: Decimale,
  ) -> FauteDeFeuille.Nature {
    if Decimale(texte) != nil { return .horsBareme(bareme) }
    let parties = texte.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    let estUnNombre = parties.allSatisfy { partie in
      !partie.isEmpty && partie.allSatisfy { $0.isASCII && $0.isNumber }
    }
    return estUnNombre && parties.count == 2 ? .tropDeDecimales : .valeur(attendu: attendu)
  }

  private static func note(_ chiffres: some StringProtocol, _ bareme: Decimale) -> Note? {
    Decimale(chiffres).flatMap { Note($0, sur: bareme) }
  }

  fileprivate static func entree(_ texte: String, _ bareme: Decimale) -> Entree? {
    if Decimale(texte) != nil { return note(texte, bareme).map(Entree.note) }
    if texte.contains("/") {
      return Note(texte.filter { !$0.isWhitespace }).map(Entree.note)
    }
    let mot = texte.uppercased().filter { $0 != "." }
    return Entree(cellule: mot).flatMap { entree in
      if case .rattrapee(let note) = entree { return surBareme(note, bareme) }
      return entree
    }
  }

  /// A mark of a catch-up is on the scale of its test.
  private static func surBareme(_ note: Note, _ bareme: Decimale) -> Entree? {
    note.bareme == 20 ? Note(note.valeur, sur: bareme).map(Entree.rattrapee) : .rattrapee(note)
  }

  /// What was likely typed: « 12.5 » for the 12 May.
  private static func saisie(_ date: SpreadsheetDate) -> String { "\(date.day).\(date.month)" }
}

extension Entree {
  /// Reads an entry typed by a person as a cell of marks would be.
  /// - Parameters:
  ///   - texte: « 12,5 », « 13/15 », « ABJ 12 », a word.
  ///   - bareme: what the test is out of.
  public init?(tapee texte: String, bareme: Decimale) {
    guard let entree = CelluleDeNote.entree(String(texte.trimmed), bareme) else { return nil }
    self = entree
  }

  /// What may be typed, in French.
  public static func attendueTapee(bareme: Decimale) -> String {
    "une note de 0 à \(bareme) (« 12,5 »), ou \(motsAdmis)"
  }
}
