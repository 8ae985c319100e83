internal import Actes
internal import PDF
internal import Scolarite

/// The results of a year: its UE by semester, its RCUE, what the jury decided.
struct AnneeDeSupplement {
  private let annee: SupplementAuDiplome.Annee

  init(_ annee: SupplementAuDiplome.Annee) { self.annee = annee }

  var table: PDFTable {
    PDFTable(
      [
        .init(.fixed(46)), .init(), .init(.fixed(56), .decimal), .init(.fixed(56), .centre),
        .init(.fixed(56), .trailing),
      ],
      header: [bandeau, ["UE", "Intitulé", "Moyenne", "Décision", "Crédits"].enTete],
      rows: semestres + rcues + fin,
      size: 7.8,
      padding: 1.7,
    )
  }

  /// Which year, repeated on each page where it goes on.
  private var bandeau: PDFTable.Row {
    let faits = [annee.annee.description] + (annee.statut.map { [$0.phrase] } ?? [])
    let titre =
      PDFText(annee.anneeBUT.enClair).bold
      + PDFText(francais: "  ·  " + faits.joined(separator: "  ·  "))
    return .init([.init(titre.sized(8.6), span: 5)], ground: PDFColour(0xe4, 0xea, 0xf2))
  }

  private var semestres: [PDFTable.Row] {
    annee.semestres.flatMap { semestre in
      [groupe("Semestre\u{A0}\(semestre.numero.valeur)")]
        + (semestre.ues.isEmpty
          ? [phrase("Aucune UE n’est enregistrée pour ce semestre.")] : semestre.ues.map(ligne))
    }
  }

  private func ligne(_ ue: SupplementAuDiplome.UE) -> PDFTable.Row {
    var intitule = PDFText(francais: ue.libelle)
    if let annee = ue.capitaliseeEn {
      intitule = intitule + PDFText(francais: " (capitalisée en \(annee))").discret
    }
    return [
      .init(PDFText(ue.code.texte), isHeader: true), .init(intitule),
      .init(PDFText(ue.moyenne ?? "–")), .init(PDFText(ue.decision).semibold),
      .init(PDFText("\(ue.credits)/\(ue.creditsPossibles)")),
    ]
  }

  private var rcues: [PDFTable.Row] {
    guard !annee.rcues.isEmpty else { return [] }
    return [groupe("Regroupements de compétences (RCUE)")]
      + annee.rcues.enumerated().map { rang, rcue in
        let niveau = rcue.niveau.map { " (niveau\u{A0}\($0.valeur))" } ?? ""
        return [
          .init(PDFText("RCUE\u{A0}\(rang + 1)"), isHeader: true),
          .init(PDFText(francais: rcue.competence) + PDFText(niveau).discret),
          .init(PDFText(rcue.moyenne ?? "–")), .init(PDFText(rcue.decision).semibold), "",
        ]
      }
  }

  /// What is said of the year as a whole.
  private var fin: [PDFTable.Row] {
    var rangs: [PDFTable.Row] = []
    if annee.semestres.isEmpty && annee.rcues.isEmpty {
      rangs.append(phrase("Aucun résultat n’est enregistré pour cette année."))
    }
    if let note = annee.note { rangs.append(phrase(note)) }
    let decision =
      annee.decision.map { PDFText($0.code).bold + PDFText(francais: " : \($0.sens)") }
      ?? PDFText(francais: "le jury n’a pas pris de décision sur l’année")
    let credits = PDFText("\(annee.credits)\u{A0}crédits").bold
    rangs.append(
      .init([
        .init("Année", isHeader: true), .init(decision, span: 3),
        .init(credits, alignment: .trailing),
      ])
    )
    return rangs
  }

  /// The title of rows, which stays with the first of them.
  private func groupe(_ titre: String) -> PDFTable.Row {
    .init(
      [.init(PDFText(francais: titre).semibold, span: 5, isHeader: true)],
      ground: PDFColour(0xf7, 0xf8, 0xfa),
      keepsWithNext: true,
    )
  }

  private func phrase(_ texte: String) -> PDFTable.Row {
    .init([.init(PDFText(francais: texte).discret, span: 5)])
  }
}
