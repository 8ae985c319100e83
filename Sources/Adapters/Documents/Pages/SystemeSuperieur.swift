internal import PDF
internal import Scolarite

/// What a supplement says of French higher education, the same whoever holds the diploma.
enum SystemeSuperieur {
  static let acces = """
    Baccalauréat, titre admis en équivalence ou validation d’acquis ; l’admission en première \
    année se fait sur dossier, et l’établissement peut admettre en cours de cursus.
    """

  /// The eighth section.
  static var blocs: [PDFBlock] {
    [
      .together([
        .heading("8. Système national d’enseignement supérieur", level: 2),
        .text(PDFText(francais: organisation)), .text(PDFText(francais: technologie)), .space(4),
        .table(cycles),
      ])
    ]
  }

  private static let organisation = """
    L’enseignement supérieur français suit les trois cycles de l’espace européen, que marquent la \
    licence, le master et le doctorat. Les diplômes nationaux sont délivrés par les établissements \
    que l’État accrédite à cette fin, et ont la même valeur partout en France. Une année à temps \
    plein compte 60\u{A0}crédits européens (ECTS), qui restent acquis et peuvent être transférés.
    """

  private static let technologie = """
    Les instituts universitaires de technologie (IUT), qui font partie des universités, préparent \
    en trois ans au bachelor universitaire de technologie : c’est le nom d’usage des licences \
    professionnelles organisées chez eux en 180\u{A0}crédits. Un programme national fixe les \
    compétences de chaque spécialité. Le diplôme universitaire de technologie est attribué en \
    cours de cursus, à 120\u{A0}crédits.
    """

  private static let lignes = [
    ["Baccalauréat", "–", "–", "4"],
    ["Brevet de technicien supérieur (BTS), diplôme universitaire de technologie (DUT)"]
      + ["2 ans", "120", "5"],
    ["Licence, licence professionnelle, bachelor universitaire de technologie (BUT)"]
      + ["3 ans", "180", "6"], ["Master, diplôme d’ingénieur", "5 ans", "300", "7"],
    ["Doctorat", "8 ans", "–", "8"],
  ]

  private static var cycles: PDFTable {
    PDFTable(
      [
        .init(), .init(.fixed(66), .centre), .init(.fixed(72), .centre),
        .init(.fixed(44), .centre),
      ],
      header: [["Diplôme", "Après le bac", "Crédits cumulés", "Niveau"].enTete],
      rows: lignes.map { ligne in
        .init(
          ligne.enumerated().map { rang, texte in
            .init(PDFText(francais: texte), isHeader: rang == 0)
          }
        )
      },
      size: 7.6,
      padding: 1.8,
    )
  }
}

extension DiplomeAttribue {
  /// What kind of diploma it is, and the grade that it gives.
  var nature: String {
    switch self {
    case .dut: "Diplôme national, attribué au cours du bachelor universitaire de technologie"
    case .but: "Diplôme national de licence professionnelle, qui confère le grade de licence"
    }
  }

  /// In the frameworks of qualifications.
  var niveau: String {
    switch self {
    case .dut:
      """
      Niveau 5 du cadre national et du cadre européen des certifications ; cycle court de l’espace \
      européen de l’enseignement supérieur
      """
    case .but:
      """
      Niveau 6 du cadre national et du cadre européen des certifications ; premier cycle de \
      l’espace européen de l’enseignement supérieur
      """
    }
  }

  var duree: String {
    switch self {
    case .dut: "Deux ans à temps plein (quatre semestres), 120 crédits européens (ECTS)"
    case .but: "Trois ans à temps plein (six semestres), 180 crédits européens (ECTS)"
    }
  }

  /// What it gives access to.
  var poursuite: String {
    switch self {
    case .dut:
      """
      Permet de continuer en troisième année de bachelor universitaire de technologie, et de \
      demander une admission dans une autre formation qui recrute après deux ans d’études.
      """
    case .but:
      """
      Permet de demander une admission en master, et dans toute formation qui recrute au niveau 6.
      """
    }
  }
}
