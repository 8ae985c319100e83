internal import Actes
internal import PDF

/// Who is expected in a room: a list for the door, or a sheet to sign.
struct PageDePresence {
  private let liste: ListeDePresence
  private let aSigner: Bool

  init(_ liste: ListeDePresence, aSigner: Bool) {
    self.liste = liste
    self.aSigner = aSigner
  }

  func blocs(_ cadre: Cadre) -> [PDFBlock] {
    cadre.entete + [cadre.titre, .space(3)] + epreuve + cadre.avant + lignes + regles + cadre.apres
      + (aSigner ? surveillance : []) + cadre.signatures()
  }

  private var epreuve: [PDFBlock] {
    let cursus = liste.cursus
    let gauche =
      [
        PDFBlock.paragraph(
          PDFParagraph(PDFText(francais: liste.epreuve.module).semibold.sized(12), before: 0)
        )
      ]
      + [liste.epreuve.intitule, cursus.formation, cursus.parcoursEnClair, cursus.annees]
      .compactMap { $0 }.filter { !$0.isEmpty }.map { .ligne(PDFText(francais: $0)) }
    let droite = liste.epreuve.faits.map { fait in
      PDFBlock.ligne(PDFText(francais: "\(fait.0) : ").discret + PDFText(francais: fait.1))
    }
    return [.columns([PDFColumn(share: 1.3, gauche), PDFColumn(droite)], gap: 24), effectif]
  }

  /// What holds in the room (article 5).
  private var regles: [PDFBlock] {
    guard !liste.regles.isEmpty else { return [] }
    return [.space(4), .text(PDFText(francais: liste.regles).discret)]
  }

  private var effectif: PDFBlock {
    let nombre = liste.lignes.count
    let attendus = nombre > 1 ? "\(nombre) personnes attendues." : "Une personne attendue."
    let noms = liste.surveillants.joined(separator: ", ")
    let surveillance = noms.isEmpty || aSigner ? "" : " Surveillance : \(noms)."
    return .text(
      PDFText(francais: (nombre == 0 ? "Personne n’est attendu." : attendus) + surveillance)
    )
  }

  private var lignes: [PDFBlock] {
    guard !liste.lignes.isEmpty else { return [] }
    let noms = ["N°", "Nom", "NIP", "Place", "Aménagements"] + (aSigner ? ["Signature"] : [])
    let colonnes: [PDFTable.Column] =
      [
        .init(.fixed(26), .trailing), .init(.share(1.5)), .init(.fixed(62)), .init(.fixed(58)),
        .init(.share(1.3)),
      ] + (aSigner ? [.init(.fixed(126))] : [])
    let table = PDFTable(
      colonnes,
      header: [noms.enTete],
      rows: liste.lignes.enumerated().map { ligne($1, rang: $0) },
      rules: aSigner ? .grid : .rows,
      size: 9,
      padding: aSigner ? 8 : 3,
    )
    return [.table(table)]
  }

  private func ligne(_ ligne: ListeDePresence.Ligne, rang: Int) -> PDFTable.Row {
    let amenagements = ligne.amenagements.joined(separator: ", ")
    let cases: [PDFTable.Cell] = [
      .init(PDFText(String(rang + 1)).discret), .init(PDFText(ligne.nom), isHeader: true),
      .init(PDFText(ligne.nip)), .init(PDFText(ligne.place)),
      .init(PDFText(francais: amenagements).sized(7.8)),
    ]
    return .init(aSigner ? cases + [""] : cases)
  }

  /// What whoever supervises fills in and signs.
  private var surveillance: [PDFBlock] {
    let surveillants = liste.surveillants.isEmpty ? [""] : liste.surveillants
    let table = PDFTable(
      [.init(.share(1.5)), .init(.fixed(110)), .init(.fixed(110)), .init(.share(1.2))],
      header: [["Surveillance", "Présents", "Copies remises", "Signature"].enTete],
      rows: surveillants.map { [.init(PDFText($0), isHeader: true), "", "", ""] },
      rules: .grid,
      size: 9,
      padding: 10,
    )
    return [.space(8), .together([.table(table)])]
  }
}

extension Epreuve {
  /// When and where, in the order in which people look for it.
  fileprivate var faits: [(String, String)] {
    [
      ("Jour", jour?.enClair ?? "à préciser"), ("Heure", heure.isEmpty ? "à préciser" : heure),
      ("Durée", duree), ("Lieu", lieu.isEmpty ? "à préciser" : lieu), ("Consignes", consignes),
    ].filter { !$0.1.isEmpty }
  }
}
