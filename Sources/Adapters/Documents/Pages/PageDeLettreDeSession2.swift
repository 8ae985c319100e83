internal import Actes
internal import PDF

/// A letter of session 2 to one student.
struct PageDeLettreDeSession2 {
  private let lettre: LettreDeSession2

  init(_ lettre: LettreDeSession2) { self.lettre = lettre }

  func blocs(_ cadre: Cadre) -> [PDFBlock] {
    Courrier(titulaire: lettre.titulaire, cursus: lettre.cursus).tete(cadre) + cadre.avant
      + lettre.introduction.map { .text(PDFText(francais: $0)) } + decision
      + lettre.parties.flatMap(Self.partie) + cadre.apres + cadre.signatures(sansLieu: true)
      + recours
  }

  private var decision: [PDFBlock] {
    let phrase = lettre.decision
    return (phrase.isEmpty ? [] : [.text(PDFText(francais: phrase).semibold)])
      + (lettre.liste.isEmpty
        ? [] : [.list(PDFList(lettre.liste.map { PDFText(francais: $0) }))])
  }

  private static func partie(_ partie: LettreDeSession2.Partie) -> [PDFBlock] {
    [.heading(PDFText(francais: partie.titre), level: 2)]
      + partie.textes.map { .text(PDFText(francais: $0)) }
  }

  private var recours: [PDFBlock] {
    switch lettre.recours {
    case .aucun: []
    case .ouvert(let voies): VoiesImprimees(voies, avecErreur: false).blocs
    }
  }
}
