internal import Actes
internal import PDF
internal import Scolarite

/// What the commission of bonuses answers a student.
struct PageDeBonification {
  private let decision: DecisionDeBonification

  init(_ decision: DecisionDeBonification) { self.decision = decision }

  func blocs(_ cadre: Cadre) -> [PDFBlock] {
    Courrier(titulaire: decision.titulaire, cursus: decision.cursus).tete(cadre) + cadre.avant
      + [
        .text(PDFText(francais: demande)), .text(PDFText(francais: sens).semibold),
        .heading("Motif de la décision", level: 2),
      ] + decision.motif.lignes.map { .text(PDFText(francais: $0)) } + cadre.apres
      + cadre.signatures(sansLieu: true)
      + VoiesImprimees(decision.recours, avecErreur: false).blocs
  }

  private var demande: String {
    "Vous avez demandé, le \(decision.demande.enClair), une bonification pour l’activité "
      + "« \(decision.activite) » (\(decision.type)). La commission des bonifications, réunie le "
      + "\(decision.commission.enClair), a examiné votre demande (règlement des études, article 7)."
  }

  private var sens: String {
    switch decision.sens {
    case .accordee(let points):
      "Elle vous accorde une bonification de \(points) point, qui compte dans vos moyennes depuis "
        + "le \(decision.decision.enClair)."
    case .rejetee: "Elle ne vous accorde pas de bonification à ce titre."
    case .irrecevable(let cause):
      "Votre demande n’est pas recevable : \(cause.phrase) (\(cause.article))."
    }
  }
}

/// The minutes of a session of the commission of bonuses.
struct PageDeSeanceDeCommission {
  private let seance: SeanceDeCommission

  init(_ seance: SeanceDeCommission) { self.seance = seance }

  func blocs(_ cadre: Cadre) -> [PDFBlock] {
    cadre.entete + [cadre.titre] + tete + cadre.avant + [membres] + decisions + observations
      + cadre.apres + cadre.signatures(sansLieu: false)
  }

  private var tete: [PDFBlock] {
    let lieu = seance.lieu.isEmpty ? "" : ", \(seance.lieu)"
    return [
      .ligne(PDFText(francais: "Année universitaire \(seance.annee)").semibold),
      .ligne(PDFText(francais: "Séance du \(seance.jour.enClair)\(lieu)")),
      .ligne(PDFText(francais: "Close le \(seance.close.enClair)")), .space(4),
    ]
  }

  private var membres: PDFBlock {
    let table = PDFTable(
      [.init(.share(1.5)), .init(.share(2.5)), .init(.fixed(70)), .init(.share(1.5))],
      header: [["Membre", "Qualité", "Présence", "Signature"].enTete],
      rows: seance.membres.map { membre in
        [
          .init(PDFText(membre.nom), isHeader: true), .init(PDFText(francais: membre.qualite)),
          .init(PDFText(francais: membre.estPresent ? "présent" : "absent")), "",
        ]
      },
      rules: .grid,
      size: 8.5,
      padding: 5,
    )
    return .together([.heading("Composition", level: 2), .table(table)])
  }

  private var decisions: [PDFBlock] {
    let titre = PDFBlock.heading("Décisions", level: 2)
    guard !seance.decisions.isEmpty else {
      return [titre, .text(PDFText(francais: "Aucune demande n’était à examiner."))]
    }
    let table = PDFTable(
      [
        .init(.share(1.3)), .init(.fixed(80)), .init(.share(2)), .init(.share(1.5)),
        .init(.share(2)),
      ],
      header: [["Étudiant", "Promotion", "Activité", "Décision", "Motif"].enTete],
      rows: seance.decisions.map { decision in
        [
          .init(PDFText(decision.etudiant), isHeader: true), .init(PDFText(decision.promotion)),
          .init(PDFText(francais: decision.activite)),
          .init(PDFText(francais: decision.sens).semibold),
          .init(PDFText(francais: decision.motif)),
        ]
      },
      size: 8.5,
      padding: 3,
    )
    return [titre, .table(table)]
  }

  private var observations: [PDFBlock] {
    let lignes = seance.observations.lignes
    guard !lignes.isEmpty else { return [] }
    return [.heading("Observations", level: 2)]
      + lignes.map { .text(PDFText(francais: $0)) }
  }
}

extension String {
  /// Its lines, those without a word left out.
  fileprivate var lignes: [String] {
    split(whereSeparator: \.isNewline).map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
  }
}
