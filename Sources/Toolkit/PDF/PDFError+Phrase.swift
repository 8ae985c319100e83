extension PDFError: CustomStringConvertible {
  /// The fault in French and what to do about it.
  public var description: String {
    switch self {
    case .missingFont(let family, let file, let package):
      "la police « \(family) » manque (fichier \(file)) : installez le paquet Debian « \(package) », "
        + "par exemple avec « apt-get install \(package) »"
    case .fontNotInPress(let family):
      "la police « \(family) » n’est pas de celles que ce programme a ouvertes : choisissez-en une "
        + "autre dans le modèle"
    case .missingHyphenation(let language, let package):
      "les règles de coupure des mots manquent pour la langue « \(language) » : installez le paquet "
        + "Debian « \(package) »"
    case .unknownCharacters(let characters, let text):
      "aucune police n’a "
        + characters.map { "« \($0) » (\(Self.codes($0)))" }.joined(separator: ", ")
        + ", dans le texte « \(text) » : récrivez-le sans ces caractères, ou en lettres latines"
    case .controlCharacters(let text):
      "« \(text) » contient des caractères invisibles de contrôle : ôtez-les"
    case .badLanguage(let language):
      "« \(language) » n’est pas le code d’une langue : écrivez par exemple « fr-FR »"
    case .notAnImage:
      "le fichier n’est ni une image PNG ni une image JPEG : choisissez-en une autre"
    case .damagedImage(let detail):
      "l’image est abîmée ou incomplète (\(detail)) : enregistrez-la de nouveau, puis redéposez-la"
    case .imageTooLarge:
      "l’image est trop grande : réduisez-la à \(PDFImage.maximumSide) pixels de côté et "
        + "\(PDFImage.maximumBytes >> 20) Mio au plus"
    case .noDocument: "il n’y a aucun document à réunir : choisissez-en un au moins"
    case .drawing(let detail): "le document n’a pas pu être dessiné (\(detail))"
    }
  }

  private static func codes(_ character: Character) -> String {
    character.unicodeScalars.map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }.joined(separator: " ")
  }
}
