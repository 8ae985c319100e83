internal import Actes
internal import PDF
internal import QRCode

/// What stands around the content of a document: letterhead, title, texts, signature, foot.
struct Cadre {
  let document: DocumentAImprimer
  let logo: PDFImage?
  let signature: PDFImage?

  private var textes: CadreDeDocument { document.cadre }

  init(_ document: DocumentAImprimer, logo: PDFImage?, signature: PDFImage?) {
    self.document = document
    self.logo = logo
    self.signature = signature
  }

  /// The letterhead: the logo on the left, the lines beside it.
  var entete: [PDFBlock] {
    let petit = max(8, document.nature.typographie.size * 0.86)
    let lignes = textes.entete.enumerated().map { rang, ligne in
      let texte = PDFText(francais: ligne)
      return PDFBlock.paragraph(
        PDFParagraph(rang == 0 ? texte.semibold : texte.sized(petit).discret, before: 0)
      )
    }
    guard let logo else { return lignes.isEmpty ? [] : lignes + [.rule] }
    let image = PDFFigure(logo, width: 150, height: 52, alternative: "Logo")
    let largeur = min(150, 52 * Double(logo.width) / Double(max(logo.height, 1)))
    return [
      .columns(
        [
          PDFColumn(share: max(largeur, 20), [.figure(image)]),
          PDFColumn(share: max(document.largeur - largeur, 100), lignes),
        ],
        gap: 14,
      ), .rule,
    ]
  }

  var titre: PDFBlock { .heading(PDFText(francais: textes.titre), level: 1) }

  var avant: [PDFBlock] { textes.avant.paragraphes }
  var apres: [PDFBlock] { textes.apres.paragraphes }

  /// « À Dijon, le 3 juillet 2026 ».
  var lieuEtDate: String {
    let jour = document.date.enClair
    return textes.ville.isEmpty ? "Le \(jour)" : "À \(textes.ville), le \(jour)"
  }

  /// Who signs; place and date alone where nobody does.
  func signatures(hauteur: Double = 48, sansLieu: Bool = false) -> [PDFBlock] {
    guard let signataire = signataire(hauteur, sansLieu: sansLieu) else {
      return sansLieu ? [] : [.paragraph(PDFParagraph(PDFText(lieuEtDate), .trailing, before: 14))]
    }
    return [.space(8), .together([.signatures([signataire])])]
  }

  /// The last paragraphs, and beside them who signs.
  func fin(hauteur: Double) -> [PDFBlock] {
    guard let signataire = signataire(hauteur, sansLieu: false) else {
      return apres + signatures()
    }
    return [.space(4), .signatures([signataire], beside: apres)]
  }

  private func signataire(_ hauteur: Double, sansLieu: Bool) -> PDFSignature? {
    guard !textes.qualiteDuSignataire.isEmpty else { return nil }
    return PDFSignature(
      place: sansLieu ? "" : PDFText(lieuEtDate),
      quality: PDFText(francais: textes.qualiteDuSignataire).semibold,
      name: PDFText(textes.nomDuSignataire),
      image: signature,
      room: hauteur,
    )
  }
}

extension [String] {
  /// Paragraphs of a template; its empty lines make none.
  fileprivate var paragraphes: [PDFBlock] {
    filter { !$0.allSatisfy(\.isWhitespace) }.map { .text(PDFText(francais: $0)) }
  }
}

extension DocumentAImprimer {
  /// The width between the margins, in points.
  var largeur: Double {
    nature.page.size.width - nature.page.margins.left - nature.page.margins.right
  }
}
