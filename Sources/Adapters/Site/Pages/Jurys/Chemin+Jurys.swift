internal import Actes
internal import HTML
internal import HTTPServer
internal import Scolarite

extension Chemin {
  static let jurys: SafeURL = "/jurys"

  static func jury(_ id: Identifiant<SessionDeJury>, _ suite: String...) -> SafeURL {
    de(["jurys", "\(id)"] + suite)
  }

  static func examen(
    _ jury: Identifiant<SessionDeJury>,
    _ etudiant: Identifiant<Etudiant>,
    _ suite: String...,
  ) -> SafeURL {
    de(["jurys", "\(jury)", "etudiants", "\(etudiant)"] + suite)
  }
}

extension SessionDeJury {
  /// « Jury du semestre 1 », « Jury de fin d’année ».
  var titre: String {
    switch nature {
    case .semestre(let numero): "Jury du semestre \(numero.valeur)"
    case .annee: "Jury de fin d’année"
    }
  }

  /// Where it stands.
  var etat: (mot: String, estClos: Bool) {
    if close { return ("clos et scellé", true) }
    return (rectification == nil ? "en préparation ou en séance" : "nouvelle délibération", false)
  }
}

extension SessionDeJury.Membre.Qualite {
  var phrase: String {
    switch self {
    case .president: "présidence"
    case .enseignant: "enseignement"
    case .professionnel: "milieu professionnel"
    case .autre: "autre"
    }
  }
}
