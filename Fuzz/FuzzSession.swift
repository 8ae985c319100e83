import Calendrier
import Epreuves
import Spreadsheets

/// Reads any bytes as the workbook of a session, and as sheets that lines « ### feuille » open, their
/// cells between tabulations; what can be written comes back the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSession(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if bytes.starts(with: "### ".utf8) {
    essayer { () throws(FautesDeSession) in
      try SessionEnClasseur.lire(Workbook(sheets: feuilles(bytes)), fichier: "essai")
    }
  } else {
    essayer { () throws(FautesDeSession) in
      try SessionEnClasseur.lire(bytes, fichier: "essai")
    }
  }
  return 0
}

private func essayer(_ lire: () throws(FautesDeSession) -> SessionEnClasseur.Contenu) {
  do throws(FautesDeSession) {
    comparer(try lire())
  } catch {
    precondition(!error.fautes.isEmpty && error.fautes.count <= FautesDeSession.nombreMaximal)
    precondition(error.lignes.allSatisfy { $0.count > 15 })
  }
}

/// A session that was read is written and read the same, and can be drawn.
private func comparer(_ contenu: SessionEnClasseur.Contenu) {
  let probleme = contenu.probleme
  guard probleme.epreuves.count + probleme.candidats.count < 100,
    SessionEnClasseur.raisonsDeNePasEcrire(probleme).isEmpty,
    let jour = SpreadsheetDate(2026, 7, 1)
  else { return }
  guard let ecrit = try? SessionEnClasseur.ecrire(probleme, contenu.calendrier, leJour: jour) else {
    preconditionFailure("it was said that it could be written")
  }
  guard let relu = try? SessionEnClasseur.lire(ecrit, fichier: "relu") else {
    preconditionFailure("what was written cannot be read")
  }
  precondition(relu == contenu, "what was written is read otherwise")
  guard let calendrier = contenu.calendrier, probleme.periodes.count < 50 else { return }
  precondition(probleme.bilan(calendrier).cout.total >= 0)
  precondition(DessinDeCalendrier(probleme, calendrier, titre: "Essai").fichier.count > 1_000)
}

/// Digits are numbers, days are dates, all else is text.
private func feuilles(_ bytes: [UInt8]) -> [Sheet] {
  var feuilles: [(nom: String, lignes: [[Cell]])] = []
  for ligne in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
    if ligne.starts(with: "### ".utf8) {
      feuilles.append((String(decoding: ligne.dropFirst(4), as: UTF8.self), []))
    } else if !feuilles.isEmpty {
      let cellules = ligne.split(separator: 0x09, omittingEmptySubsequences: false)
      feuilles[feuilles.count - 1].lignes.append(cellules.map(cellule))
    }
  }
  return feuilles.map { Sheet(name: $0.nom, rows: $0.lignes) }
}

private func cellule(_ octets: ArraySlice<UInt8>) -> Cell {
  let texte = String(decoding: octets, as: UTF8.self)
  if texte.isEmpty { return .empty }
  if texte == "#REF!" { return .error(texte) }
  if let jour = SpreadsheetDate(iso: texte) { return .date(jour) }
  return octets.count < 10 && octets.first != 0x30
    && octets.allSatisfy { (0x30...0x39).contains($0) }
    ? .number(texte) : .text(texte)
}
