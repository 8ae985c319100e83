/// Why a file of a benchmark cannot be read.
public struct FauteDInstance: Error, Hashable, Sendable {
  /// Line of the file, from 1; 0 for the file as a whole.
  public let ligne: Int
  public let raison: Raison

  public enum Raison: Hashable, Sendable {
    case tropLong(octets: Int)
    case sectionAttendue
    case sectionInconnue(String)
    case sectionDeuxFois(String)
    case sectionManquante(String)
    case aucuneSalle
    case nombreManquant
    case nombreInvalide(String)
    case valeursAttendues(Int, lues: Int)
    case effectifFaux(annonce: Int, lu: Int)
    case heureInvalide(String)
    case contrainteInconnue(String)
    case poidsInconnu(String)
    case poidsDeuxFois(String)
    case epreuveInconnue(String)
    case epreuveDeuxFois(String)
    case candidatDeuxFois(String)
    case placeInvalide(String)
    case probleme(ProblemeDExamens.Faute)
  }
}

extension FauteDInstance: CustomStringConvertible {
  /// One French sentence, with its line.
  public var description: String {
    (ligne > 0 ? "Ligne \(ligne) : " : "") + raison.phrase
  }
}

extension FauteDInstance.Raison {
  var phrase: String {
    switch self {
    case .tropLong(let octets): "le fichier dépasse \(octets) octets."
    case .sectionAttendue: "un titre de section entre crochets est attendu avant toute donnée."
    case .sectionInconnue(let nom): "la section « \(nom) » est inconnue."
    case .sectionDeuxFois(let nom): "la section « \(nom) » figure deux fois."
    case .sectionManquante(let nom): "la section « \(nom) » manque."
    case .aucuneSalle: "il n’y a aucune salle."
    case .nombreManquant: "il faut au moins un nombre."
    case .nombreInvalide(let texte): "« \(texte) » n’est pas un nombre entier permis."
    case .valeursAttendues(let attendues, let lues):
      "\(attendues) valeurs sont attendues, il y en a \(lues)."
    case .effectifFaux(let annonce, let lu): "\(annonce) lignes sont annoncées, il y en a \(lu)."
    case .heureInvalide(let texte): "« \(texte) » n’est pas une heure, comme 09:30:00."
    case .contrainteInconnue(let nom): "la contrainte « \(nom) » est inconnue."
    case .poidsInconnu(let nom): "la pondération « \(nom) » est inconnue."
    case .poidsDeuxFois(let nom): "la pondération « \(nom) » figure deux fois."
    case .epreuveInconnue(let nom): "l’épreuve « \(nom) » n’existe pas."
    case .epreuveDeuxFois(let nom): "l’épreuve « \(nom) » figure deux fois."
    case .candidatDeuxFois(let nom): "le candidat « \(nom) » figure deux fois sur la ligne."
    case .placeInvalide(let texte): "« \(texte) » n’est ni une période ni une salle du problème."
    case .probleme(let faute): faute.description
    }
  }
}
