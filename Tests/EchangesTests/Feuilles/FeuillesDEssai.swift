import Echanges
import Scolarite
import Spreadsheets
import Testing

/// A workbook of one sheet, from rows of texts; « » is an empty cell.
func classeurDEssai(_ lignes: [[String]], feuille: String = "Liste") -> Workbook {
  classeurDEssai(cellules: lignes.map { $0.map { $0.isEmpty ? .empty : .text($0) } }, feuille)
}

func classeurDEssai(cellules: [[Cell]], _ feuille: String = "Liste") -> Workbook {
  Workbook(sheets: [Sheet(name: feuille, rows: cellules)])
}

/// The faults as « B7 : lu « x », attendu… », without the name of the sheet.
func fautes(_ lire: () throws(FautesDeFeuille) -> Void) -> [String] {
  do throws(FautesDeFeuille) {
    try lire()
    return []
  } catch {
    return error.fautes.map { faute in
      (faute.place.map { "\($0.cell)" } ?? "–") + " : " + (faute.lu.isEmpty ? "" : faute.lu + " : ")
        + "\(faute.nature)".prefix { $0 != "(" }
    }
  }
}

/// Writes any rows as an XLSX file and reads them back.
func aller(_ cellules: [[Cell]]) throws -> Workbook {
  var feuille = WrittenSheet(name: "S")
  feuille.rows = cellules.map { $0.map { WrittenCell($0) } }
  let jour = try #require(SpreadsheetDate(2026, 1, 1))
  let document = WrittenWorkbook(title: "", author: "", created: jour, sheets: [feuille])
  return try Workbook.read(SpreadsheetWriter.write(document), name: "essai.xlsx")
}
