public import Scolarite
public import Spreadsheets
internal import Text

extension FeuilleDeNotes {
  /// The columns of the sheet, the first of them hidden.
  private enum Colonne: Int, CaseIterable {
    case identite
    case nom
    case prenom
    case groupe
    case note

    var largeur: Int {
      switch self {
      case .identite: 4
      case .nom: 28
      case .prenom: 22
      case .groupe: 12
      case .note: 14
      }
    }
  }

  /// The row of the heading, under the title and what is said of the evaluation.
  private static let ligneDEnTete = 7
  private static let auteur = "Délibéré"

  /// The title of the column of marks starts with it.
  static let titreDeNote = "Note"

  /// The XLSX file to be filled in; only the column of marks can be typed in.
  public func ecrire(leJour jour: SpreadsheetDate) throws(SpreadsheetWriteError) -> [UInt8] {
    var feuille = WrittenSheet(name: "\(module) \(evaluation)")
    feuille.columns = Colonne.allCases.map { colonne in
      .init(width: colonne.largeur, isHidden: colonne == .identite)
    }
    feuille.rows = presentation + [enTete] + lignes.map(Self.ligne)
    feuille.frozenRows = Self.ligneDEnTete + 1
    feuille.isProtected = true
    feuille.repeatedRow = Self.ligneDEnTete
    if !lignes.isEmpty {
      let derniere = Self.ligneDEnTete + lignes.count
      feuille.filter = Self.plage(.identite, Self.ligneDEnTete, derniere)
      feuille.validations = [saisie(Self.plage(.note, Self.ligneDEnTete + 1, derniere))]
    }
    return try SpreadsheetWriter.write(
      WrittenWorkbook(
        title: "\(titre), \(module), \(evaluation)",
        author: Self.auteur,
        created: jour,
        sheets: [feuille],
      )
    )
  }

  /// From a column to that of the marks.
  private static func plage(_ colonne: Colonne, _ premiere: Int, _ derniere: Int) -> WrittenRange {
    WrittenRange(
      CellReference(row: premiere, column: colonne.rawValue),
      CellReference(row: derniere, column: Colonne.note.rawValue),
    )
  }

  private var presentation: [[WrittenCell]] {
    let quand = date.map { "le \(SpreadsheetDate($0)?.displayed ?? $0.description)" }
    let evaluation = [self.evaluation, quand].compactMap(\.self).joined(separator: ", ")
    let consigne =
      "Écrivez dans la colonne jaune une note de 0 à \(bareme), ou l’un des mots \(Entree.motsAdmis)."
    let suite = "Laissez vide ce que vous ne savez pas ; rien d’autre n’est à remplir."
    return [
      [WrittenCell(.empty), WrittenCell(.text(titre), .title)],
      Self.mention("Module", module), Self.mention("Évaluation", evaluation),
      Self.mention("Barème, coefficient", "sur \(bareme), coefficient \(coefficient)"),
      [WrittenCell(.empty), WrittenCell(.text(consigne))],
      [WrittenCell(.empty), WrittenCell(.text(suite))], [],
    ]
  }

  private static func mention(_ nom: String, _ valeur: String) -> [WrittenCell] {
    var gras = WrittenStyle.plain
    gras.isBold = true
    return [WrittenCell(.empty), WrittenCell(.text(nom), gras), WrittenCell(.text(valeur))]
  }

  private var enTete: [WrittenCell] {
    let marque = MarqueDeFeuille(evaluation: identite, version: version).texte
    return [marque, "Nom", "Prénom", "Groupe", "\(Self.titreDeNote) sur \(bareme)"].map { titre in
      WrittenCell(.text(titre), .heading)
    }
  }

  private static func ligne(_ ligne: Ligne) -> [WrittenCell] {
    var texte = WrittenStyle.plain
    texte.hasBorder = true
    var identite = WrittenStyle.plain
    identite.numberFormat = .text
    return [
      WrittenCell(.text(ligne.identite), identite), WrittenCell(.text(ligne.nom), texte),
      WrittenCell(.text(ligne.prenom), texte), WrittenCell(.text(ligne.groupe), texte),
      WrittenCell(ligne.valeur.map(cellule) ?? .empty, .input),
    ]
  }

  /// A mark as a number, so that the spreadsheet can count with it; on its own scale as a text.
  private static func cellule(_ entree: Entree) -> Cell {
    guard case .note(let note) = entree else { return .text(entree.cellule) }
    return .number(note.valeur.litteralJSON)
  }

  /// What may be typed: a number of the scale, or a word.
  private func saisie(_ plage: WrittenRange) -> WrittenValidation {
    let case1 = plage.first.description
    let mots = Entree.mots.map { "\(case1)=\"\($0)\"" }.joined(separator: ",")
    let nombre = "AND(ISNUMBER(\(case1)),\(case1)>=0,\(case1)<=\(bareme.litteralJSON))"
    return WrittenValidation(
      plage,
      .formula("=OR(\(nombre),\(mots))"),
      hint: "Une note de 0 à \(bareme), ou \(Entree.motsAdmis).",
      refusal: "Écrivez une note de 0 à \(bareme), avec une virgule, ou l’un des mots "
        + "\(Entree.motsAdmis).",
    )
  }
}

extension SpreadsheetDate {
  /// The same day.
  public init?(_ jour: Jour) {
    self.init(jour.annee, jour.mois, jour.quantieme)
  }
}
