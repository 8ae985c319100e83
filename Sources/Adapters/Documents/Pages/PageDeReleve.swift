internal import Actes
internal import PDF
internal import Scolarite

/// A transcript: a small table for each UE, in two columns, then what the jury decided.
struct PageDeReleve {
  private let releve: Releve

  init(_ releve: Releve) { self.releve = releve }

  func blocs(_ cadre: Cadre) -> [PDFBlock] {
    cadre.entete + [cadre.titre, .space(3)]
      + Presentation(titulaire: releve.titulaire, cursus: releve.cursus).blocs
      + cadre.avant + semestres + (releve.bilan.map { BilanDeReleve($0).blocs } ?? [])
      + cadre.fin(hauteur: 36)
  }

  private var semestres: [PDFBlock] {
    guard !releve.semestres.isEmpty else {
      return [.text(PDFText(francais: "Aucun semestre n’a encore de notes."))]
    }
    return releve.semestres.flatMap { semestre(de: $0) }
  }

  private func semestre(de semestre: Releve.Semestre) -> [PDFBlock] {
    let titre = PDFBlock.heading(PDFText("Semestre\u{A0}\(semestre.numero.valeur)"), level: 2)
    guard !semestre.ues.isEmpty else {
      return [titre, .text(PDFText(francais: "Aucune UE n’est connue pour ce semestre."))]
    }
    let milieu = Self.milieu(semestre.ues)
    let (gauche, droite) = (semestre.ues[..<milieu], semestre.ues[milieu...])
    let colonnes = [gauche, droite].map { ues in
      PDFColumn(ues.enumerated().flatMap { Self.tableau(de: $1, estPremiere: $0 == 0) })
    }
    return [titre, .columns(colonnes, gap: 16)]
  }

  /// After how many UE the second column starts, so that both are of one height.
  private static func milieu(_ ues: [Releve.UE]) -> Int {
    let hauteurs = ues.map { 4 + max($0.modules.count, 1) }
    let total = hauteurs.reduce(0, +)
    var (gauche, meilleur, ecart) = (0, 0, Int.max)
    for (rang, hauteur) in hauteurs.enumerated() {
      gauche += hauteur
      if abs(2 * gauche - total) < ecart {
        (meilleur, ecart) = (rang + 1, abs(2 * gauche - total))
      }
    }
    return meilleur
  }

  private static func tableau(de ue: Releve.UE, estPremiere: Bool) -> [PDFBlock] {
    let table = PDFTable(
      [
        .init(.fixed(codes(ue))), .init(), .init(.fixed(31), .trailing),
        .init(.fixed(44), .decimal),
      ],
      header: [entete(ue), ["Code", "Module", "Coef.", "Note"].enTete],
      rows: modules(ue) + [pied(ue)],
      size: 7,
      padding: 1.2,
    )
    return estPremiere ? [.table(table)] : [.space(3), .table(table)]
  }

  /// The room of the codes: « R101 » is short, « Saé 3.IOM.03 » is not.
  private static func codes(_ ue: Releve.UE) -> Double {
    let signes = ue.modules.reduce(0) { max($0, $1.code.count) }
    return min(max(8 + 4.1 * Double(signes), 43), 60)
  }

  private static func entete(_ ue: Releve.UE) -> PDFTable.Row {
    let titre = PDFText(ue.code.texte).bold + PDFText(francais: "  \(ue.libelle)")
    let moyenne = PDFText(francais: ue.moyenne ?? "en attente").bold
    return .init(
      [
        .init(titre.sized(7.6), span: 3),
        .init(ue.moyenne == nil ? moyenne : moyenne.sized(8.2), alignment: .trailing),
      ],
      ground: PDFColour(0xe4, 0xea, 0xf2),
    )
  }

  private static func modules(_ ue: Releve.UE) -> [PDFTable.Row] {
    guard !ue.modules.isEmpty else {
      return [.init([.init(PDFText(francais: "Aucun module.").discret, span: 4)])]
    }
    return ue.modules.map { module in
      [
        .init(PDFText(module.code)), .init(francais: module.titre),
        .init(PDFText(module.coefficient)), .init(francais: module.moyenne),
      ]
    }
  }

  /// What the average became: points taken and given, decision, credits.
  private static func pied(_ ue: Releve.UE) -> PDFTable.Row {
    var faits: [PDFText] = []
    if let malus = ue.malus { faits.append(PDFText(francais: "malus \(malus)")) }
    if let bonus = ue.bonus { faits.append(PDFText(francais: "bonification \(bonus)")) }
    if let annee = ue.capitaliseeEn { faits.append(PDFText("capitalisée en \(annee)")) }
    if let decision = ue.decision { faits.append(PDFText(decision).bold) }
    let possibles = ue.creditsPossibles
    faits.append(
      PDFText(
        ue.credits.map { "\($0)/\(possibles)\u{A0}crédits" }
          ?? "\(possibles)\u{A0}crédits possibles"
      )
    )
    return .init([.init(faits.joined, span: 4, alignment: .trailing)])
  }
}

extension [PDFText] {
  /// One after the other, with a dot between two.
  var joined: PDFText {
    reduce("") { $0.isEmpty ? $1 : $0 + PDFText("  ·  ").discret + $1 }
  }
}

extension [String] {
  /// Names of columns, in small letters.
  var enTete: PDFTable.Row {
    PDFTable.Row(map { .init(PDFText(francais: $0).discret) })
  }
}
