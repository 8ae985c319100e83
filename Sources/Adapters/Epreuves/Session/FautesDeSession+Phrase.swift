internal import Spreadsheets

extension FautesDeSession: CustomStringConvertible {
  /// One line for each fault, then how many others there are.
  public var lignes: [String] {
    let reste = autres > 1 ? "et \(autres) autres fautes" : "et une autre faute"
    return fautes.map { $0.ligne(fichier) } + (autres > 0 ? [reste] : [])
  }

  public var description: String { lignes.joined(separator: "\n") }
}

extension FauteDeSession {
  fileprivate func ligne(_ fichier: String) -> String {
    switch raison {
    case .classeur(let erreur): erreur.description
    case .feuilleManquante, .feuilleDouble, .entete, .colonneManquante, .colonneDouble, .vide,
      .valeur, .nombre, .doublon, .pointVirgule, .inconnu, .formule, .deuxFoisDansLaListe,
      .permisEtInterdits, .prixSansPlafond, .creneauContredit, .momentAmbigu, .autreProbleme,
      .probleme:
      "\(fichier) : \(self)"
    }
  }
}

extension FauteDeSession: CustomStringConvertible {
  /// « feuille « Épreuves », cellule D7 : lu « deux heures », … ».
  public var description: String {
    let debut = place.map { "\($0) : " } ?? ""
    return debut + (lu.isEmpty ? "" : "lu « \(lu) », ") + raison.phrase
  }
}

extension FauteDeSession.Raison {
  /// What is wrong and what to do about it.
  var phrase: String {
    switch self {
    case .classeur(let erreur): erreur.cause.phrase
    case .feuilleManquante(let nom): "il manque la feuille « \(nom) »"
    case .feuilleDouble(let nom): "deux feuilles s’appellent « \(nom) »"
    case .entete(let attendues):
      "aucune ligne de titres ne nomme " + attendues.map { "« \($0) »" }.joined(separator: " et ")
    case .colonneManquante(let nom): "il manque la colonne « \(nom) »"
    case .colonneDouble(let nom): "deux colonnes s’appellent « \(nom) »"
    case .vide(let attendu): "cellule vide, attendu : \(attendu)"
    case .valeur(let attendu): "attendu : \(attendu)"
    case .nombre(let maximum): "attendu : un nombre entier de 0 à \(maximum)"
    case .doublon(let autre): "déjà écrit à la \(autre) : gardez une seule ligne"
    case .pointVirgule:
      "un nom ne contient pas de point-virgule, qui sépare les éléments d’une liste"
    case .inconnu(let sorte): "\(sorte) ne porte ce nom"
    case .formule: "la formule ne donne pas de valeur : corrigez-la, ou collez les valeurs seules"
    case .deuxFoisDansLaListe(let nom): "« \(nom) » figure deux fois dans la liste"
    case .permisEtInterdits:
      "remplissez les créneaux possibles ou les créneaux interdits, pas les deux"
    case .prixSansPlafond: "ce prix demande un nombre d’épreuves par jour au plus"
    case .creneauContredit(let creneau):
      "le créneau « \(creneau) » a un autre jour ou une autre heure"
    case .momentAmbigu: "aucun créneau, ou plusieurs, ne commence ce jour à cette heure"
    case .autreProbleme: "ce calendrier n’est pas celui de cette session"
    case .probleme(let phrase): phrase
    }
  }
}
