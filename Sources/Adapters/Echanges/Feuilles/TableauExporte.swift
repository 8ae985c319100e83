internal import CSV
public import Spreadsheets

/// A table to be given to a spreadsheet program.
public struct TableauExporte: Hashable, Sendable {
  public let titre: String
  public let intitules: [String]
  public let lignes: [[Cell]]

  public init(titre: String, intitules: [String], lignes: [[Cell]]) {
    self.titre = titre
    self.intitules = intitules
    self.lignes = lignes
  }

  private static let largeurs = 8...40
  private static let lignesMesurees = 200

  /// An XLSX file: the title, then the headings with a filter, then the rows.
  public func xlsx(leJour jour: SpreadsheetDate) throws(SpreadsheetWriteError) -> [UInt8] {
    var feuille = WrittenSheet(name: WrittenSheet.acceptedName(titre))
    let entete = 2
    feuille.rows =
      [[WrittenCell(.text(titre), .title)], []]
      + [intitules.map { WrittenCell(.text($0), .heading) }]
      + lignes.map { ligne in ligne.map { WrittenCell($0) } }
    feuille.columns = intitules.indices.map { .init(width: largeur($0)) }
    feuille.frozenRows = entete + 1
    feuille.repeatedRow = entete
    feuille.isLandscape = intitules.count > 6
    if !intitules.isEmpty {
      feuille.filter = WrittenRange(
        CellReference(row: entete, column: 0),
        CellReference(row: entete + lignes.count, column: intitules.count - 1),
      )
    }
    return try SpreadsheetWriter.write(
      WrittenWorkbook(title: titre, author: "Délibéré", created: jour, sheets: [feuille])
    )
  }

  /// A CSV file that a French Excel opens well: UTF-8 with its mark, semicolons, decimal commas.
  public func csv() -> [UInt8] {
    var sortie = CSVWriter(separator: ";", byteOrderMark: true)
    sortie.add(intitules)
    for ligne in lignes { sortie.add(ligne.map(\.displayed)) }
    return sortie.bytes
  }

  /// What fits the longest text of the first rows, within bounds.
  private func largeur(_ colonne: Int) -> Int {
    let longueurs = lignes.prefix(Self.lignesMesurees).map { ligne in
      colonne < ligne.count ? ligne[colonne].displayed.count : 0
    }
    let voulue = max(intitules[colonne].count, longueurs.max() ?? 0) + 2
    return min(max(voulue, Self.largeurs.lowerBound), Self.largeurs.upperBound)
  }
}
