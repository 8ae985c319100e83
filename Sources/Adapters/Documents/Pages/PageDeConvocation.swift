internal import Actes
internal import PDF

/// The tests to which a student is called.
struct PageDeConvocation {
  private let convocation: Convocation

  init(_ convocation: Convocation) { self.convocation = convocation }

  func blocs(_ cadre: Cadre) -> [PDFBlock] {
    cadre.entete + [cadre.titre, .space(3)]
      + Presentation(titulaire: convocation.titulaire, cursus: convocation.cursus).blocs
      + cadre.avant + epreuves + amenagements + cadre.apres + cadre.signatures()
  }

  private var epreuves: [PDFBlock] {
    guard !convocation.epreuves.isEmpty else {
      return [.text(PDFText(francais: "Aucune épreuve n’est prévue."))]
    }
    let table = PDFTable(
      [
        .init(.fixed(96)), .init(.fixed(58)), .init(.fixed(54)), .init(.share(1.6)), .init(),
      ],
      header: [["Jour", "Heure", "Durée", "Épreuve", "Lieu"].enTete],
      rows: convocation.epreuves.map(Self.ligne),
      size: 9,
      padding: 4,
    )
    return [.table(table)]
  }

  private static func ligne(_ epreuve: Epreuve) -> PDFTable.Row {
    let aPreciser = PDFText("à préciser").discret
    func texte(_ valeur: String) -> PDFTable.Cell {
      .init(valeur.isEmpty ? aPreciser : PDFText(francais: valeur))
    }
    var objet = PDFText(francais: epreuve.module).semibold
    if !epreuve.intitule.isEmpty { objet = objet + "\n" + PDFText(francais: epreuve.intitule) }
    if !epreuve.consignes.isEmpty {
      objet = objet + "\n" + PDFText(francais: epreuve.consignes).sized(8).discret
    }
    return [
      .init(epreuve.jour.map { PDFText($0.enClair) } ?? aPreciser), texte(epreuve.heure),
      texte(epreuve.duree), .init(objet), texte(epreuve.lieu),
    ]
  }

  private var amenagements: [PDFBlock] {
    guard !convocation.amenagements.isEmpty else { return [] }
    return [
      .together([
        .heading("Vos aménagements", level: 2),
        .list(PDFList(convocation.amenagements.map { PDFText(francais: $0) })),
      ])
    ]
  }
}
