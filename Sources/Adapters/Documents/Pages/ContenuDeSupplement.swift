internal import Actes
internal import PDF
internal import Scolarite

/// What was followed and with which results: the fourth section of a supplement.
struct ContenuDeSupplement {
  private let supplement: SupplementAuDiplome

  init(_ supplement: SupplementAuDiplome) { self.supplement = supplement }

  var blocs: [PDFBlock] {
    let faits: [Rubrique.Fait] = [.init("4.1", "Modalités d’études", modalites)]
    return Rubrique("4. Contenu de la formation et résultats", faits).blocs + acquis + resultats
      + notation + distinctions
  }

  /// « formation initiale (1re année, 2e année) ; alternance (3e année) ».
  private var modalites: String {
    var groupes: [(statut: String, annees: [AnneeBUT])] = []
    for annee in supplement.annees {
      let statut = annee.statut?.phrase ?? "non enregistrées"
      if let rang = groupes.firstIndex(where: { $0.statut == statut }) {
        groupes[rang].annees.append(annee.anneeBUT)
      } else {
        groupes.append((statut, [annee.anneeBUT]))
      }
    }
    guard groupes.count > 1 else { return groupes.first?.statut ?? "non enregistrées" }
    return groupes.map { groupe in
      "\(groupe.statut) (\(groupe.annees.map(\.enClair).joined(separator: ", ")))"
    }.joined(separator: " ; ")
  }

  private var acquis: [PDFBlock] {
    let titre = PDFBlock.heading("4.2 Acquis de la formation", level: 3)
    guard !supplement.competences.isEmpty else {
      return [
        titre,
        .text(
          PDFText(
            francais: "Les compétences sont celles du programme national de la spécialité."
          )
        ),
      ]
    }
    return [
      .together([
        titre, .text(PDFText(francais: "Le titulaire du diplôme a les compétences suivantes :")),
        .list(PDFList(supplement.competences.map(Self.competence))),
      ])
    ]
  }

  private static func competence(_ competence: SupplementAuDiplome.Competence) -> PDFText {
    PDFText(francais: competence.libelle)
      + PDFText(competence.niveau.map { ", niveau\u{A0}\($0.valeur)" } ?? "").discret
  }

  private var resultats: [PDFBlock] {
    let titre = PDFBlock.heading("4.3 Résultats", level: 3)
    guard !supplement.annees.isEmpty else {
      return [titre, .text(PDFText(francais: "Aucun résultat n’est enregistré."))]
    }
    let total = PDFText(francais: "Crédits qui comptent pour le diplôme : ")
    return [titre]
      + supplement.annees.flatMap { [.space(3), .table(AnneeDeSupplement($0).table)] }
      + [.paragraph(PDFParagraph(total + PDFText(supplement.credits).bold, .trailing))]
  }

  private var notation: [PDFBlock] {
    let echelle = supplement.echelle
    let regle = """
      Les moyennes sont exprimées sur \(echelle.bareme). Une UE est acquise dès que sa moyenne \
      atteint \(echelle.seuil), ou par compensation, ou par décision du jury ; son acquisition \
      emporte celle de ses crédits européens (ECTS). Les deux UE d’une compétence, dans une \
      même année, forment un regroupement (RCUE).
      """
    return [.heading("4.4 Système de notation", level: 3), .text(PDFText(francais: regle))]
      + codes + repartition
  }

  /// One after the other, as a legend is read.
  private var codes: [PDFBlock] {
    let codes = supplement.echelle.codes.map {
      PDFText($0.code).semibold + PDFText(francais: "\u{A0}: \($0.sens)")
    }
    guard !codes.isEmpty else { return [] }
    return [.text(PDFText(francais: "Codes des décisions : ").discret + codes.joined)]
  }

  private var repartition: [PDFBlock] {
    let tranches = supplement.echelle.repartition
    guard !tranches.isEmpty else { return [] }
    let table = PDFTable(
      [.init(.fixed(150)), .init(.fixed(90), .trailing)],
      header: [["Moyenne générale", "Part des diplômés"].enTete],
      rows: tranches.map { tranche in
        [
          .init(PDFText(francais: tranche.moyennes), isHeader: true), .init(francais: tranche.part),
        ]
      },
      size: 7.6,
      padding: 1.6,
    )
    return [.space(4), .table(table)]
  }

  private var distinctions: [PDFBlock] {
    let titre = PDFBlock.heading("4.5 Mention et distinctions", level: 3)
    guard !supplement.distinctions.isEmpty else {
      return [titre, .text(PDFText(francais: "Aucune mention ni distinction n’est enregistrée."))]
    }
    return [titre, .list(PDFList(supplement.distinctions.map { PDFText(francais: $0) }))]
  }
}
