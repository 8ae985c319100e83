internal import Actes
internal import PDF

/// Makes a page of what a document says.
struct MiseEnPage: Sendable {
  private let images = Imagerie()

  /// - Throws: when an image of its letterhead is none.
  func page(de document: DocumentAImprimer) throws(PDFError) -> PDFDocument {
    let cadre = Cadre(
      document,
      logo: try image(document.cadre.logo),
      signature: try image(document.cadre.signature),
    )
    return PDFDocument(
      PDFInfo(
        title: document.intitule,
        author: document.cadre.entete.first ?? "",
        subject: cadre.verification,
        created: document.date.enPDF,
      ),
      page: cadre.page,
      typography: document.nature.typographie,
      blocks: blocs(document, cadre),
    )
  }

  private func image(_ octets: [UInt8]?) throws(PDFError) -> PDFImage? {
    guard let octets else { return nil }
    return try images.image(octets)
  }

  private func blocs(_ document: DocumentAImprimer, _ cadre: Cadre) -> [PDFBlock] {
    switch document.contenu {
    case .releve(let releve): PageDeReleve(releve).blocs(cadre)
    case .attestation(let attestation): PageDAttestation(attestation).blocs(cadre)
    case .diplome(let certificat): PageDeCertificat(certificat).blocs(cadre)
    case .supplement(let supplement): PageDeSupplement(supplement).blocs(cadre)
    case .procesVerbal(let procesVerbal):
      PageDeProcesVerbal(procesVerbal, estAnonyme: document.nature == .procesVerbalAnonyme)
        .blocs(cadre)
    case .lettre(let lettre): PageDeLettre(lettre).blocs(cadre)
    case .refus(let refus): PageDeRefus(refus).blocs(cadre)
    case .presence(let liste):
      PageDePresence(liste, aSigner: document.nature == .feuilleDEmargement).blocs(cadre)
    case .convocation(let convocation): PageDeConvocation(convocation).blocs(cadre)
    case .discipline(let piece): PageDeDiscipline(piece).blocs(cadre)
    case .bonification(let decision): PageDeBonification(decision).blocs(cadre)
    case .commission(let seance): PageDeSeanceDeCommission(seance).blocs(cadre)
    case .session2(let lettre): PageDeLettreDeSession2(lettre).blocs(cadre)
    case .calendrier(let calendrier): PageDeCalendrier(calendrier).blocs(cadre)
    }
  }
}
