internal import Spreadsheets

extension FautesDeFeuille: CustomStringConvertible {
  /// One line for each fault, after the name of the file, and how many others there are.
  public var lignes: [String] {
    let reste = "et \(autres) autre\(autres > 1 ? "s" : "") faute\(autres > 1 ? "s" : "")"
    return fautes.map { "\(fichier) : \($0)" } + (autres > 0 ? [reste] : [])
  }

  public var description: String { lignes.joined(separator: "\n") }
}

extension FauteDeFeuille: CustomStringConvertible {
  /// « feuille « DS », cellule B7 : lu « 25 », … ».
  public var description: String {
    let debut = place.map { "\($0) : " } ?? ""
    return debut + (lu.isEmpty ? "" : "lu « \(lu) », ") + nature.phrase
  }
}

extension FauteDeFeuille.Nature {
  /// What is wrong and what to do about it.
  var phrase: String {
    switch self {
    case .sansEntete(let attendu):
      "aucune ligne de titres reconnue : une ligne doit nommer les colonnes, dont \(attendu)"
    case .colonneManquante(let nom): "il manque la colonne « \(nom) »"
    case .colonneDouble(let autre):
      "deux colonnes disent la même chose, l’autre est à la \(autre) : supprimez-en une"
    case .evaluationSansNom:
      "cette colonne contient des valeurs mais n’a pas de titre : nommez l’évaluation"
    case .valeur(let attendu): "attendu : \(attendu)"
    case .celluleVide(let attendu): "cellule vide, attendu : \(attendu)"
    case .doublon(let champ, let autre):
      "\(champ) déjà écrit à la \(autre) : gardez une seule ligne"
    case .erreurDeFormule:
      "la formule ne donne pas de valeur : corrigez-la, ou collez les valeurs seules"
    case .devenueDate(let saisie):
      "le tableur a changé la note en date : « \(saisie) » a sans doute été tapé ; mettez la cellule "
        + "au format « Nombre », puis tapez de nouveau la note avec une virgule"
    case .horsBareme(let bareme): "attendu : une note de 0 à \(bareme)"
    case .tropDeDecimales: "une note a six décimales au plus : arrondissez-la dans le tableur"
    case .feuilleNonReconnue:
      "ce classeur n’est pas une feuille de notes de Délibéré, ou sa colonne cachée a été supprimée : "
        + "repartez de la feuille d’origine"
    case .plusieursFeuilles(let autre):
      "une autre feuille de notes est à la \(autre) : gardez celle qui est remplie"
    case .autreEvaluation(let attendue):
      "cette feuille est celle d’une autre évaluation, attendue : « \(attendue) »"
    case .identiteInconnue:
      "cet étudiant n’est pas de cette évaluation : repartez de la feuille d’origine"
    case .ligneSansIdentite:
      "cette ligne a une note mais aucun étudiant : une ligne ajoutée à la main ne peut pas être lue"
    }
  }
}
