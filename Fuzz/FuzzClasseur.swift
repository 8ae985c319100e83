import Spreadsheets

/// Reads any bytes as a workbook, and as the parts of one after lines « ### chemin »; what can be
/// read and written comes back the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzClasseur(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if let workbook = lire(bytes) { comparer(workbook) }
  if bytes.starts(with: "### ".utf8), let workbook = lire(archive(parties(bytes))) {
    comparer(workbook)
  }
  return 0
}

private func lire(_ bytes: [UInt8]) -> Workbook? {
  do throws(SpreadsheetError) {
    let workbook = try Workbook.read(bytes, name: "essai")
    precondition(!workbook.sheets.isEmpty)
    precondition(workbook.sheets.allSatisfy { $0.rows.count <= SpreadsheetLimit.rows.maximum })
    return workbook
  } catch {
    precondition(error.description.count > 20 && error.file == "essai")
    return nil
  }
}

/// The cells come back from an XLSX file; a number may be a date no longer.
private func comparer(_ workbook: Workbook) {
  guard workbook.sheets.map(\.rows.count).reduce(0, +) < 200,
    let created = SpreadsheetDate(2026, 1, 1)
  else { return }
  let sheets = workbook.sheets.prefix(8).enumerated().map { index, sheet in
    var written = WrittenSheet(name: "F\(index)")
    written.rows = sheet.rows.map { $0.map { WrittenCell($0) } }
    return written
  }
  let document = WrittenWorkbook(title: "t", author: "a", created: created, sheets: sheets)
  guard let ecrit = try? SpreadsheetWriter.write(document) else { return }
  guard let relu = lire(ecrit) else { preconditionFailure("what was written cannot be read") }
  for (sheet, again) in zip(workbook.sheets, relu.sheets) {
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        precondition(
          meme(cell, again[row, column]),
          "\(cell) came back as \(again[row, column])",
        )
      }
    }
  }
}

/// Whether a cell is what it was, but for what XLSX cannot hold.
private func meme(_ cell: Cell, _ again: Cell) -> Bool {
  switch cell {
  case .text(let text):
    again == .text(text) || again == .empty || text.unicodeScalars.contains { $0.value < 0x20 }
      || text.unicodeScalars.contains { $0.value >= 0xFFFE && $0.value <= 0xFFFF }
  case .error(let text):
    again == .text(text) || text.unicodeScalars.contains { $0.value < 0x20 }
      || text.isEmpty
  case .date(let date): date.year < 1900 || again == cell
  case .dateTime(let date, _): date.year < 1900 || again == cell
  case .number(let digits): digits.contains("E") || again == cell
  case .empty, .boolean: again == cell
  }
}

/// The parts that « ### chemin » lines open.
private func parties(_ bytes: [UInt8]) -> [(nom: [UInt8], contenu: [UInt8])] {
  var parties: [(nom: [UInt8], contenu: [UInt8])] = []
  for ligne in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
    if ligne.starts(with: "### ".utf8) {
      parties.append((Array(ligne.dropFirst(4)), []))
    } else if !parties.isEmpty {
      parties[parties.count - 1].contenu += ligne + [0x0A]
    }
  }
  return parties
}

/// An archive without compression, which mutations reach into.
private func archive(_ parties: [(nom: [UInt8], contenu: [UInt8])]) -> [UInt8] {
  var octets: [UInt8] = []
  var repertoire: [UInt8] = []
  for (nom, contenu) in parties {
    let commun =
      petit(20, 2) + petit(0, 8) + petit(empreinte(contenu), 4) + petit(contenu.count, 4)
      + petit(contenu.count, 4) + petit(nom.count, 2) + petit(0, 2)
    repertoire += petit(0x0201_4B50, 4) + petit(20, 2) + commun + petit(0, 10)
    repertoire += petit(octets.count, 4) + nom
    octets += petit(0x0403_4B50, 4) + commun + nom + contenu
  }
  return octets + repertoire + petit(0x0605_4B50, 4) + petit(0, 4) + petit(parties.count, 2)
    + petit(parties.count, 2) + petit(repertoire.count, 4) + petit(octets.count, 4) + petit(0, 2)
}

private func petit(_ valeur: Int, _ taille: Int) -> [UInt8] {
  (0..<taille).map { $0 < 8 ? UInt8(truncatingIfNeeded: valeur >> (8 * $0)) : 0 }
}

private let table: [UInt32] = (0..<256).map { indice in
  (0..<8).reduce(UInt32(indice)) { reste, _ in
    reste >> 1 ^ (reste & 1 == 1 ? 0xEDB8_8320 : 0)
  }
}

/// The CRC-32 that archives carry.
private func empreinte(_ octets: [UInt8]) -> Int {
  let reste = octets.reduce(UInt32.max) { reste, octet in
    reste >> 8 ^ table[Int((reste ^ UInt32(octet)) & 0xFF)]
  }
  return Int(~reste)
}
