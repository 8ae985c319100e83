internal import Actes
internal import PDF

/// A person on the left, what they follow on the right.
struct Presentation {
  let titulaire: Titulaire
  let cursus: Cursus

  var blocs: [PDFBlock] {
    [.columns([PDFColumn(personne), PDFColumn(share: 1.15, formation)], gap: 24)]
  }

  private var personne: [PDFBlock] {
    let nom = PDFText(titulaire.nomComplet).semibold.sized(titulaire.nomComplet.corps(12.5))
    return [.titre(nom)]
      + titulaire.faits.map { .ligne(PDFText(francais: "\($0.0) : ").discret + PDFText($0.1)) }
  }

  private var formation: [PDFBlock] {
    [.titre(PDFText(francais: cursus.formation).semibold.sized(cursus.formation.corps(10.5)))]
      + [cursus.parcoursEnClair, cursus.annees, cursus.departement].compactMap { $0 }
      .filter { !$0.isEmpty }.map { .ligne(PDFText(francais: $0)) }
  }
}

extension PDFBlock {
  /// A first line.
  fileprivate static func titre(_ texte: PDFText) -> PDFBlock {
    .paragraph(PDFParagraph(texte, before: 0))
  }

  /// A line close to the one above.
  static func ligne(_ texte: PDFText, _ alignement: PDFAlignment = .leading) -> PDFBlock {
    .paragraph(PDFParagraph(texte, alignement, before: 1.5))
  }
}

extension String {
  /// The size of letters that keeps a long name within bounds.
  func corps(_ usuel: Double) -> Double {
    switch count {
    case ..<60: usuel
    case ..<160: usuel * 0.75
    case _: max(usuel * 0.45, 7)
    }
  }
}
