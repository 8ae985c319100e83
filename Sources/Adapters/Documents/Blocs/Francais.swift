internal import Actes
internal import PDF
internal import Scolarite
internal import Text

extension PDFText {
  /// With the no-break spaces that French asks for.
  init(francais texte: String) { self.init(frenchSpacing(texte)) }

  /// What comes second.
  var discret: PDFText { coloured(.muted) }
}

extension PDFTable.Cell {
  init(francais texte: String) { self.init(PDFText(francais: texte)) }
}

extension Jour {
  /// « 3 juillet 2026 », never cut at the end of a line.
  var enClair: String { String(enFrancais.map { $0 == " " ? "\u{A0}" : $0 }) }

  var enPDF: PDFDate {
    guard let date = PDFDate(annee, mois, quantieme) else {
      preconditionFailure("a day has a year of four digits")
    }
    return date
  }
}

extension Statut {
  var phrase: String {
    switch self {
    case .initial: "formation initiale"
    case .alternant: "alternance"
    case .continu: "formation continue"
    }
  }
}

extension AnneeBUT {
  /// « 1re année ».
  var enClair: String { valeur == 1 ? "1re\u{A0}année" : "\(valeur)e\u{A0}année" }
}

extension Titulaire {
  /// « Anaïs LÉVÊQUE ».
  var nomComplet: String {
    [prenom, nom.uppercased()].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// What identifies the person beside the name.
  var faits: [(String, String)] {
    var faits: [(String, String)] = []
    if let nomDUsage { faits.append(("Nom d’usage", nomDUsage)) }
    if let naissance { faits.append(("Date de naissance", naissance.enClair)) }
    if !nip.isEmpty { faits.append(("NIP", nip)) }
    if let ine { faits.append(("INE", ine)) }
    return faits
  }
}

extension Cursus {
  /// « Parcours IOM »; the word is not said twice.
  var parcoursEnClair: String? {
    guard let parcours, !parcours.isEmpty else { return nil }
    return parcours.lowercased().hasPrefix("parcours") ? parcours : "Parcours \(parcours)"
  }

  /// « 1re année · 2025-2026 · alternance ».
  var annees: String {
    ([anneeBUT?.enClair, annee.description, statut?.phrase].compactMap(\.self))
      .joined(separator: " · ")
  }
}
