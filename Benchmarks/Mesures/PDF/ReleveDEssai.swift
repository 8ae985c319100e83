internal import PDF
internal import Terrain

/// A transcript of forty rows that means nothing, as a document and as bare texts.
struct ReleveDEssai {
  /// One text of the page, where a bare page shows it.
  struct Texte {
    let texte: String
    let x: Double
    let y: Double
    var estGras = false
    /// The width in which it is cut into lines.
    var largeur: Double?
  }

  private let rang: Int
  private let lignes: [[String]]
  private static let modules = 5
  private static let entete = ["Code", "Module", "Coef.", "Note", "Moyenne", "Décision"]
  private static let paragraphes = [
    "Née le 3 mai 2007 à Dijon. Bachelor universitaire de technologie, métiers du multimédia et de "
      + "l’internet, première année, semestre 1, année universitaire 2025-2026.",
    "Le semestre est validé : trente crédits européens sont acquis. Absences injustifiées : trois "
      + "demi-journées. Bonification effective : deux dixièmes de point sur chaque unité.",
    "Document à conserver : il n’en est délivré aucun duplicata. Sa vérification se fait par le code "
      + "imprimé en haut de la page.",
  ]

  init(_ rang: Int) {
    self.rang = rang
    lignes = (0..<40).map { ligne in
      let estUE = ligne % 8 == 0
      return [
        estUE ? "UE 1.\(ligne / 8 + 1)" : "R1.\(ligne < 10 ? "0" : "")\(ligne)",
        estUE ? "Compétence \(ligne / 8 + 1), niveau 1" : "Ressource ou situation, module \(ligne)",
        "\(ligne % 7 + 1)", Self.note(rang, ligne, 3), Self.note(rang, ligne, 17),
        estUE ? "ADM" : "",
      ]
    }
  }

  /// A mark that differs from one student to the next.
  private static func note(_ rang: Int, _ ligne: Int, _ sel: Int) -> String {
    let centiemes = (rang &* 7919 &+ ligne &* 104_729 &+ sel &* 1_299_709) % 2000
    return "\(centiemes / 100),\(centiemes % 100 < 10 ? "0" : "")\(centiemes % 100)"
  }

  private var nom: String { "Étudiante \(rang), numéro \(22_000_000 + rang)" }

  /// The square of a verification code, whose modules differ from one student to the next.
  var modules: [Bool] {
    (0..<33 * 33).map { module in (module &* 2_654_435_761 &+ rang &* 40_503) % 11 < 5 }
  }

  func document(le jour: PDFDate) -> PDFDocument {
    let carre = exige(
      PDFSquare(
        modules,
        count: 33,
        side: 52,
        alignment: .trailing,
        alternative: "Code de vérification",
      ),
      "33 × 33 modules make a square",
    )
    let rows = lignes.map { ligne in
      PDFTable.Row(
        ligne.enumerated().map { colonne, texte in
          .init(PDFText(texte), isHeader: colonne == 0)
        }
      )
    }
    let colonnes: [PDFTable.Column] = [
      .init(.fixed(48)), .init(), .init(.fixed(44), .trailing), .init(.fixed(56), .decimal),
      .init(.fixed(56), .decimal), .init(.fixed(56), .centre),
    ]
    return PDFDocument(
      PDFInfo(title: "Relevé de notes – \(nom)", author: "IUT fictif", created: jour),
      page: PDFPage(
        margins: .init(top: 46, right: 48, bottom: 46, left: 48),
        footer: { .init(left: "IUT fictif", right: PDFText($0.text)) },
      ),
      typography: PDFTypography(size: 8.5),
      blocks: [
        .columns([
          PDFColumn(share: 3, [.heading("Relevé de notes", level: 1), .text(PDFText(nom))]),
          PDFColumn([.square(carre)]),
        ]), .text(PDFText(Self.paragraphes[0])),
        .table(
          PDFTable(
            colonnes,
            header: [.init(Self.entete.map { .init(PDFText($0)) })],
            rows: rows,
            size: 7.4,
            padding: 1.6,
          )
        ), .text(PDFText(Self.paragraphes[1])), .text(PDFText(Self.paragraphes[2])),
      ],
    )
  }

  /// The same texts, without any page to make of them.
  var textes: [Texte] {
    var textes = [
      Texte(texte: "Relevé de notes", x: 48, y: 46, estGras: true),
      Texte(texte: nom, x: 48, y: 72), Texte(texte: "IUT fictif", x: 48, y: 800),
      Texte(texte: "page\u{A0}1/1", x: 510, y: 800),
    ]
    for (paragraphe, y) in zip(Self.paragraphes, [105.0, 720, 745]) {
      textes.append(Texte(texte: paragraphe, x: 48, y: y, largeur: 500))
    }
    let colonnes = [52.0, 100, 350, 390, 446, 500]
    for (ligne, cases) in ([Self.entete] + lignes).enumerated() {
      for (colonne, texte) in cases.enumerated() {
        textes.append(
          Texte(
            texte: texte,
            x: colonnes[colonne],
            y: 130 + 13 * Double(ligne),
            estGras: ligne == 0 || colonne == 0,
          )
        )
      }
    }
    return textes
  }
}
