internal import CSV
internal import Text

/// One CSV file of a cohort, read row by row.
struct TableCSV {
  let fichier: String
  private(set) var reader: CSVReader
  /// Where each column of the heading stands, by its name without case nor accents.
  private var rangs: [String: Int] = [:]
  /// Whether every row could be read so far.
  private(set) var estEntiere = true

  /// Opens a file and reads its heading; `nil` once its fault was kept.
  init?(_ fichier: String, _ octets: [UInt8], _ fautes: inout Fautes) {
    self.fichier = fichier
    do throws(CSVError) {
      reader = try CSVReader(octets)
    } catch {
      fautes.add(fichier, error.position, error.description)
      return nil
    }
    for rang in 0..<reader.count {
      let nom = reader.text(rang).folded
      rangs[nom] = rangs[nom] ?? rang
    }
  }

  /// Where a column stands; `nil` when the file does not have it.
  func rang(_ colonne: String) -> Int? { rangs[colonne] }

  /// Whether the heading has one of these columns.
  func porte(_ colonnes: [String]) -> Bool { colonnes.contains { rangs[$0] != nil } }

  /// Checks the heading: no unknown column, and none of those required missing.
  /// - Returns: whether the rows can be read; those of a faulty heading would only mislead.
  func verifier(
    _ obligatoires: [String],
    _ facultatives: [String] = [],
    _ fautes: inout Fautes,
  ) -> Bool {
    let connues = obligatoires + facultatives
    var mauvaises = false
    var proposees: [String] = []
    for rang in 0..<reader.count {
      guard let faute = faute(rang, connues) else { continue }
      mauvaises = true
      fautes.add(fichier, reader.position(rang), faute)
      if let proche = reader.text(rang).proche(parmi: connues) { proposees.append(proche) }
    }
    let absentes = obligatoires.filter { rangs[$0] == nil }
    for nom in absentes where !proposees.contains(nom) {
      fautes.add(fichier, .start, "il manque la colonne « \(nom) »")
    }
    return absentes.isEmpty && !mauvaises
  }

  static let sansNom = "colonne sans nom : donnez-lui un nom, ou supprimez-la"

  /// What is wrong with a cell of the heading.
  private func faute(_ rang: Int, _ connues: [String]) -> String? {
    let nom = reader.text(rang)
    guard !nom.isEmpty else { return Self.sansNom }
    guard connues.contains(nom.folded) else {
      let admises = connues.joined(separator: ", ")
      return "colonne inconnue « \(nom) »\(nom.proposition(parmi: connues)) (colonnes admises : "
        + "\(admises))"
    }
    guard rangs[nom.folded] == rang else { return "la colonne « \(nom) » est écrite deux fois" }
    return nil
  }

  /// Goes to the next row that holds something; rows that cannot be read are kept as faults.
  mutating func suivante(_ fautes: inout Fautes) -> Bool {
    while true {
      do throws(CSVError) {
        guard try reader.advance() else { return false }
        if !reader.isBlank { return true }
      } catch {
        estEntiere = false
        fautes.add(fichier, error.position, error.description)
      }
    }
  }
}

/// Why a row is refused, and the column that says it.
struct Refus: Error {
  let colonne: Int
  let phrase: String
}

// MARK: - Cells of the current row

extension TableCSV {
  /// What a cell says, without the apostrophe that guards it from spreadsheets.
  func texte(_ rang: Int) -> String { CSVFormula.unguarded(reader.text(rang)) }

  /// What a cell says; `nil` when it is empty or the file does not have its column.
  func facultatif(_ colonne: String) -> String? {
    guard let rang = rangs[colonne], !reader.isEmpty(rang) else { return nil }
    return texte(rang)
  }

  func obligatoire(_ colonne: String) throws(Refus) -> String {
    guard let texte = facultatif(colonne) else {
      throw refus(colonne, "il manque « \(colonne) »")
    }
    return texte
  }

  /// A cell turned into a checked value, or what was expected in its place.
  func valeur<Valeur>(
    _ colonne: String,
    _ attendu: @autoclosure () -> String,
    _ lire: (String) -> Valeur?,
  ) throws(Refus) -> Valeur {
    let texte = try obligatoire(colonne)
    guard let valeur = lire(texte) else { throw invalide(colonne, texte, attendu()) }
    return valeur
  }

  /// The same, `nil` for an empty cell.
  func valeurFacultative<Valeur>(
    _ colonne: String,
    _ attendu: @autoclosure () -> String,
    _ lire: (String) -> Valeur?,
  ) throws(Refus) -> Valeur? {
    guard facultatif(colonne) != nil else { return nil }
    return try valeur(colonne, attendu(), lire)
  }

  func refus(_ colonne: String, _ phrase: String) -> Refus {
    Refus(colonne: rangs[colonne] ?? 0, phrase: phrase)
  }

  /// Says what was read in a column and what was expected.
  func invalide(_ colonne: String, _ texte: String, _ attendu: String) -> Refus {
    let lu = texte.count > 40 ? texte.prefix(40) + "…" : texte[...]
    return refus(colonne, "\(colonne) : lu « \(lu) », attendu : \(attendu)")
  }
}

extension String {
  /// The nearest of some names, if one is near: it starts with this text, or differs by little.
  func proche(parmi noms: some Sequence<String>) -> String? {
    let texte = prefix(40).folded
    guard !texte.isEmpty else { return nil }
    let distances = noms.map { nom in
      (nom: nom, distance: nom.folded.hasPrefix(texte) ? 1 : editDistance(texte, nom.folded))
    }
    guard let proche = distances.min(by: { $0.distance < $1.distance }),
      proche.distance <= max(2, texte.count / 2)
    else { return nil }
    return proche.nom
  }

  /// « (vouliez-vous dire « note » ?) », or nothing when no name is near.
  func proposition(parmi noms: some Sequence<String>) -> String {
    proche(parmi: noms).map { " (vouliez-vous dire « \($0) » ?)" } ?? ""
  }
}
