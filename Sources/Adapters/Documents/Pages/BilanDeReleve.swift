internal import Actes
internal import PDF
internal import Scolarite

/// What an end-of-year jury decided, and the yearly statement of absences.
struct BilanDeReleve {
  private let bilan: Releve.Bilan

  init(_ bilan: Releve.Bilan) { self.bilan = bilan }

  var blocs: [PDFBlock] {
    let suite: [PDFBlock] = [.table(annee), .space(4), absences]
    return [
      .together([
        .heading(PDFText("Décisions du jury du \(bilan.jury.enClair)"), level: 2),
        .columns([PDFColumn(rcues), PDFColumn(suite)], gap: 16),
      ])
    ]
  }

  private var rcues: [PDFBlock] {
    guard !bilan.rcues.isEmpty else {
      return [.text(PDFText(francais: "Aucun regroupement de compétences n’a été évalué."))]
    }
    let table = PDFTable(
      [.init(), .init(.fixed(46), .decimal), .init(.fixed(50), .centre)],
      header: [["Regroupement (RCUE)", "Moyenne", "Décision"].enTete],
      rows: bilan.rcues.map { rcue in
        [
          .init(francais: rcue.competence), .init(PDFText(rcue.moyenne ?? "–")),
          .init(PDFText(rcue.decision).semibold),
        ]
      },
      size: 7.4,
      padding: 1.8,
    )
    return [.table(table)]
  }

  private var annee: PDFTable {
    var faits: [(String, PDFText)] = [("Année", decision)]
    if let passage = bilan.passage { faits.append(("Suite", PDFText(francais: passage))) }
    faits.append(("Crédits de l’année", PDFText(bilan.credits).semibold))
    faits.append(("Crédits cumulés", PDFText(bilan.creditsCumules)))
    if let diplome = bilan.diplome {
      faits.append(("Diplôme obtenu", PDFText(francais: diplome).semibold))
    }
    return PDFTable(
      [.init(.fixed(82)), .init()],
      rows: faits.map { [.init(PDFText($0.0).discret, isHeader: true), .init($0.1)] },
      size: 7.4,
      padding: 1.8,
    )
  }

  private var decision: PDFText {
    guard let annee = bilan.annee else {
      return PDFText(francais: "le jury n’a pas pris de décision sur l’année")
    }
    return PDFText(annee.code).bold + PDFText(francais: " : \(annee.sens)")
  }

  private var absences: PDFBlock {
    guard !bilan.absences.isEmpty else {
      return .text(PDFText(francais: "Aucune absence injustifiée n’est relevée."))
    }
    return .table(
      PDFTable(
        [.init(), .init(.fixed(52), .trailing), .init(.fixed(72), .trailing)],
        header: [["Absences injustifiées", "Heures", "Malus"].enTete],
        rows: bilan.absences.map { absence in
          [
            .init(PDFText("Semestre\u{A0}\(absence.semestre.valeur)"), isHeader: true),
            .init(PDFText(francais: absence.heures)),
            .init(PDFText(francais: absence.malus ?? "aucun")),
          ]
        },
        size: 7.4,
        padding: 1.8,
      )
    )
  }
}
