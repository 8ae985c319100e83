internal import Actes
internal import PDF

/// A paper of a disciplinary procedure: a letter to one student, or a report.
struct PageDeDiscipline {
  private let piece: PieceDisciplinaire

  init(_ piece: PieceDisciplinaire) { self.piece = piece }

  func blocs(_ cadre: Cadre) -> [PDFBlock] {
    tete(cadre) + cadre.avant + piece.parties.flatMap(Self.partie) + cadre.apres + contreseings
      + cadre.signatures(sansLieu: piece.titulaire != nil)
  }

  private func tete(_ cadre: Cadre) -> [PDFBlock] {
    if let titulaire = piece.titulaire {
      return Courrier(titulaire: titulaire, cursus: piece.cursus).tete(cadre)
    }
    let lignes = [piece.cursus.formation, piece.cursus.annees]
    return cadre.entete + [cadre.titre, .space(3)]
      + lignes.map { .ligne(PDFText(francais: $0)) }
  }

  private static func partie(_ partie: PieceDisciplinaire.Partie) -> [PDFBlock] {
    let textes = partie.textes.map { PDFBlock.text(PDFText(francais: $0)) }
    return partie.titre.isEmpty
      ? textes : [.heading(PDFText(francais: partie.titre), level: 2)] + textes
  }

  /// Who countersigns: room to sign, or the mention of the refusal.
  private var contreseings: [PDFBlock] {
    guard !piece.signatures.isEmpty else { return [] }
    let table = PDFTable(
      [.init(.share(1.5)), .init(.fixed(110)), .init(.share(1.5))],
      header: [["Nom", "Qualité", "Signature"].enTete],
      rows: piece.signatures.map { signature in
        [
          .init(PDFText(signature.nom), isHeader: true),
          .init(PDFText(francais: signature.qualite)),
          .init(PDFText(francais: signature.mention)),
        ]
      },
      rules: .grid,
      size: 9,
      padding: 10,
    )
    return [.space(8), .together([.heading("Contreseings", level: 2), .table(table)])]
  }
}
