internal import Actes
internal import PDF
internal import Scolarite

extension CalendrierOfficiel.Periode {
  /// As it stands in the column of the dates, its hour under it.
  var texte: PDFText {
    switch self {
    case .jour(let jour, let heure): PDFText(jour.avecSonNom) + Self.suite(heure)
    case .intervalle(let debut, let fin) where debut == fin: PDFText(debut.avecSonNom)
    case .intervalle(let debut, let fin): PDFText(debut.jusque(fin))
    case .jusquAu(let jour, let heure):
      PDFText("jusqu’au \(jour.enClair)") + Self.suite(heure)
    case .aPartirDu(let jour): PDFText("à partir du \(jour.enClair)")
    case .aFixer: PDFText("à fixer").discret
    }
  }

  private static func suite(_ heure: String) -> PDFText {
    heure.isEmpty ? "" : PDFText(francais: "\n\(heure)").discret
  }
}

extension Jour {
  /// « lundi 3 novembre 2025 ».
  fileprivate var avecSonNom: String {
    guard let lundi = Jour(2000, 1, 3) else { return enClair }
    let noms = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
    let rang = ecart(depuis: lundi) % 7
    return "\(noms[rang < 0 ? rang + 7 : rang]) \(enClair)"
  }

  /// « du 20 au 31 octobre 2025 »: month and year are said once where they are the same.
  fileprivate func jusque(_ fin: Jour) -> String {
    let mots = enFrancais.split(separator: " ")
    let dits = annee != fin.annee ? 3 : mois != fin.mois ? 2 : 1
    return "du \(mots.prefix(dits).joined(separator: "\u{A0}")) au\u{A0}\(fin.enClair)"
  }
}
