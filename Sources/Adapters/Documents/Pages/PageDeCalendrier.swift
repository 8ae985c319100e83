internal import Actes
internal import PDF
internal import Scolarite

/// Dates that are announced, in parts, and who adopted them.
struct PageDeCalendrier {
  private let calendrier: CalendrierOfficiel
  /// Columns that no line fills are left out, the same ones in every part.
  private let aDesConcernes: Bool
  private let aDesNotes: Bool

  init(_ calendrier: CalendrierOfficiel) {
    self.calendrier = calendrier
    let lignes = calendrier.rubriques.flatMap(\.lignes)
    aDesConcernes = lignes.contains { !$0.concernes.isEmpty }
    aDesNotes = lignes.contains { !$0.note.isEmpty }
  }

  func blocs(_ cadre: Cadre) -> [PDFBlock] {
    cadre.entete + [cadre.titre, .space(3)] + objet + cadre.avant + rubriques + adoptions
      + cadre.apres + cadre.signatures()
  }

  private var objet: [PDFBlock] {
    let objet = PDFText(francais: calendrier.objet)
      .semibold.sized(calendrier.objet.corps(13))
    return [.paragraph(PDFParagraph(objet, before: 0))]
      + calendrier.portee.filter { !$0.isEmpty }.map { .ligne(PDFText(francais: $0)) }
      + [.space(2)]
  }

  private var rubriques: [PDFBlock] {
    guard !calendrier.rubriques.isEmpty else {
      return [.text(PDFText(francais: "Aucune date n’est encore fixée."))]
    }
    return calendrier.rubriques.flatMap(blocs)
  }

  private func blocs(_ rubrique: CalendrierOfficiel.Rubrique) -> [PDFBlock] {
    var blocs: [PDFBlock] = [.heading(PDFText(francais: rubrique.titre), level: 2)]
    if !rubrique.introduction.isEmpty {
      blocs.append(
        .paragraph(
          PDFParagraph(PDFText(francais: rubrique.introduction), keepsWithNext: true)
        )
      )
    }
    guard !rubrique.lignes.isEmpty else {
      return blocs + [.text(PDFText(francais: "Aucune date n’est encore fixée."))]
    }
    return blocs + [.space(2), .table(table(rubrique.lignes))]
  }

  private func table(_ lignes: [CalendrierOfficiel.Ligne]) -> PDFTable {
    PDFTable(
      [.init(.fixed(138)), .init(.share(1.5))] + (aDesConcernes ? [.init(.fixed(104))] : [])
        + (aDesNotes ? [.init(.share(1.4))] : []),
      header: [
        (["Dates", "Objet"] + (aDesConcernes ? ["Public"] : [])
          + (aDesNotes ? ["Précisions"] : [])).enTete
      ],
      rows: lignes.map(rang),
      size: 8.8,
      padding: 3,
    )
  }

  private func rang(_ ligne: CalendrierOfficiel.Ligne) -> PDFTable.Row {
    let tous = PDFText("tous").discret
    let concernes = ligne.concernes.isEmpty ? tous : PDFText(francais: ligne.concernes)
    return .init(
      [.init(ligne.periode.texte), .init(PDFText(francais: ligne.libelle), isHeader: true)]
        + (aDesConcernes ? [.init(concernes)] : [])
        + (aDesNotes ? [.init(PDFText(francais: ligne.note))] : [])
    )
  }

  private var adoptions: [PDFBlock] {
    guard !calendrier.adoptions.isEmpty else { return [] }
    let table = PDFTable(
      [.init(.fixed(242)), .init()],
      header: [["Instance", "Adoption"].enTete],
      rows: calendrier.adoptions.map { adoption in
        [
          .init(PDFText(francais: adoption.instance), isHeader: true),
          .init(
            adoption.jour.map { PDFText("le \($0.enClair)") } ?? PDFText("en attente").discret
          ),
        ]
      },
      size: 8.8,
      padding: 3,
    )
    return [.together([.heading("Adoption", level: 2), .table(table)])]
  }
}
