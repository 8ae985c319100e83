internal import PDF

/// Facts under one another, each named on its left: a part of a form.
struct Rubrique {
  /// A line of a form: its number, its name, what it says.
  struct Fait {
    let numero: String
    let nom: String
    let texte: PDFText

    init(_ numero: String, _ nom: String, _ texte: PDFText) {
      self.numero = numero
      self.nom = nom
      self.texte = texte
    }

    init(_ numero: String, _ nom: String, _ texte: String) {
      self.init(numero, nom, PDFText(francais: texte))
    }
  }

  private let titre: String
  private let faits: [Fait]

  init(_ titre: String, _ faits: [Fait]) {
    self.titre = titre
    self.faits = faits
  }

  var blocs: [PDFBlock] {
    let titre = PDFBlock.heading(PDFText(francais: titre), level: 2)
    return faits.isEmpty ? [titre] : [titre, .table(table)]
  }

  private var table: PDFTable {
    PDFTable(
      [.init(.fixed(26)), .init(.fixed(168)), .init()],
      rows: faits.map { fait in
        [
          .init(PDFText(fait.numero).discret),
          .init(PDFText(francais: fait.nom).discret, isHeader: true), .init(fait.texte),
        ]
      },
      padding: 2.2,
    )
  }
}
