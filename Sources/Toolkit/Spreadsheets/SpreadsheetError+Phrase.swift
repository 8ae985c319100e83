internal import CSV
internal import Text

extension SpreadsheetError: CustomStringConvertible {
  /// « notes.xlsx : feuille « DS », cellule B7 : … », with what to do next.
  public var description: String {
    let place = [sheet.map { "feuille « \($0) »" }, cell.map { "cellule \($0)" }]
      .compactMap(\.self).joined(separator: ", ")
    return [file, place, cause.phrase].filter { !$0.isEmpty }.joined(separator: " : ")
  }
}

extension SpreadsheetError.Cause {
  private static let saveAgain =
    "ouvrez le fichier dans votre tableur, puis enregistrez-le au format XLSX ou ODS"

  /// The fault in French and what to do about it, without its place.
  public var phrase: String {
    switch self {
    case .empty: "le fichier est vide"
    case .foreign(let format): format.phrase
    case .passwordProtected:
      "le classeur est protégé par un mot de passe : enregistrez-en une copie sans mot de passe, au "
        + "format XLSX ou ODS"
    case .damagedArchive(let detail):
      "le fichier est abîmé ou incomplet (\(detail)) : transmettez-le de nouveau, ou "
        + Self.saveAgain
    case .missingPart(let part):
      "le fichier n’a pas de partie « \(part) », ce n’est pas un classeur complet : \(Self.saveAgain)"
    case .malformedXML(let part, let line):
      "la partie « \(part) » est illisible à la ligne \(line) : \(Self.saveAgain)"
    case .documentType(let part):
      "la partie « \(part) » déclare un type de document, ce qu’aucun tableur n’écrit : le fichier "
        + "est refusé par prudence ; \(Self.saveAgain)"
    case .limit(let limit): limit.phrase
    case .noSheet: "le classeur n’a aucune feuille de calcul"
    case .badReference(let text):
      "« \(text) » n’est pas une position de cellule : \(Self.saveAgain)"
    case .badNumber(let text): "« \(text) » n’est pas un nombre : \(Self.saveAgain)"
    case .badSharedText(let text):
      "le texte numéro « \(text) » n’existe pas dans le classeur : \(Self.saveAgain)"
    case .csv(let error):
      (error.position.map { "ligne \($0.line), caractère \($0.column) : " } ?? "")
        + error.description
    case .unknownEncoding:
      "le texte n’est ni en UTF-8 ni en Windows-1252 : enregistrez-le en « CSV UTF-8 »"
    case .outOfMemory: "mémoire insuffisante pour lire ce fichier"
    }
  }
}

extension ForeignFormat {
  /// What the file is, and how to get sheets out of it.
  var phrase: String {
    switch self {
    case .excel97:
      "classeur à l’ancien format d’Excel (.xls) : ouvrez-le, puis enregistrez-le au format XLSX"
    case .excelBinary:
      "classeur binaire d’Excel (.xlsb) : ouvrez-le, puis enregistrez-le au format XLSX"
    case .excelXML:
      "classeur XML d’Excel 2003 : ouvrez-le, puis enregistrez-le au format XLSX"
    case .otherOffice:
      "document d’une ancienne suite bureautique : s’il contient un tableau, enregistrez-le au "
        + "format XLSX"
    case .wordProcessing:
      "document de traitement de texte : copiez son tableau dans un tableur, puis enregistrez au "
        + "format XLSX ou ODS"
    case .presentation:
      "présentation : copiez son tableau dans un tableur, puis enregistrez au format XLSX ou ODS"
    case .appleNumbers:
      "classeur de Numbers : choisissez « Exporter vers › Excel », puis déposez le fichier XLSX"
    case .pdf: "document PDF : demandez le tableau d’origine, au format XLSX, ODS ou CSV"
    case .image: "image : demandez le tableau d’origine, au format XLSX, ODS ou CSV"
    case .webPage:
      "page web, même si son nom finit par .xls : ouvrez-la dans un tableur, puis enregistrez-la au "
        + "format XLSX"
    case .richText:
      "document RTF : copiez son tableau dans un tableur, puis enregistrez au format XLSX ou ODS"
    case .archive: "archive : sortez-en le tableau, au format XLSX, ODS ou CSV"
    case .binary:
      "fichier binaire d’un format inconnu : un tableau au format XLSX, ODS ou CSV est attendu"
    }
  }
}

extension SpreadsheetLimit {
  /// What is too large, and what to do.
  var phrase: String {
    switch self {
    case .fileSize: "le fichier dépasse \(maximum >> 20) Mio : découpez-le, ou retirez ses images"
    case .unpackedSize: "le contenu du classeur dépasse \(maximum >> 20) Mio : découpez-le"
    case .ratio:
      "le contenu est plus de \(maximum) fois plus gros que le fichier : il est refusé par prudence"
    case .parts: "le fichier contient plus de \(maximum) parties : retirez ses images et objets"
    case .sheets: "le classeur a plus de \(maximum) feuilles : gardez celle à lire"
    case .rows: "la feuille a plus de \(maximum) lignes : supprimez celles qui ne servent pas"
    case .columns:
      "la feuille a plus de \(maximum) colonnes : supprimez le contenu de celles qui ne servent pas"
    case .cells: "le classeur a plus de \(maximum) cellules : supprimez celles qui ne servent pas"
    case .cellLength: "le texte dépasse \(maximum) caractères : raccourcissez-le"
    case .sharedTexts: "le classeur a plus de \(maximum) textes différents : découpez-le"
    case .mergedRanges: "la feuille a trop de cellules fusionnées : défusionnez-les"
    case .cellFormats:
      "le classeur a plus de \(maximum) mises en forme : recopiez les seules valeurs"
    case .depth: "éléments imbriqués sur plus de \(maximum) niveaux : recopiez les seules valeurs"
    case .tagLength: "balise de plus de \(maximum >> 20) Mio : recopiez les seules valeurs"
    }
  }
}
