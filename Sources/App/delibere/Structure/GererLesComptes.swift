internal import Actes
internal import Coffre
internal import Scolarite
internal import Text

/// `delibere compte creer`: lets somebody act in their own name.
enum GererLesComptes {
  /// The roles that a person of the IUT holds.
  static let roles = Role.allCases.filter { $0 != .etudiant }.map(\.rawValue)

  static func creer(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let fil = ["delibere", "compte", "creer"]
    let nom = try saisie.exiger("nom", fil)
    guard let role = Role(rawValue: try saisie.exiger("role", fil)) else {
      throw .usage("il manque --role", fil)
    }
    let nouveau = NouvelUtilisateur(identifiant: saisie.arguments[0], nom: nom)
    try Guichet.ouvrir(saisie) { guichet in
      let portee: Portee =
        try saisie.valeur("promotion").map { .promotion(try guichet.promotion($0).id) }
        ?? .etablissement
      try guichet.faire(CreerUnCompte(nouveau: nouveau, role: role, portee: portee))
    }
    let lieu = saisie.valeur("promotion").map { "« \($0) »" } ?? "tout l’établissement"
    console.print(
      frenchSpacing("Compte « \(nouveau.identifiant) » créé : \(nom), \(role.rawValue), \(lieu).\n")
    )
    return .succes
  }

  static func donnerUnCode(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let identifiant = saisie.arguments[0]
    let code = Coffre().code()
    try Guichet.ouvrir(saisie) { guichet in
      guard let utilisateur = try guichet.compte(identifiant) else {
        throw Refus.inconnu(.utilisateur)
      }
      _ = try guichet.faire(DonnerUnCode(a: utilisateur.id, code.empreinte))
    }
    console.print(
      frenchSpacing(
        "Code de « \(identifiant) », bon une fois et pendant trois jours : \(code.texte)\n"
          + "À remettre à la personne seule ; elle l’emploie à la page /code du site.\n"
      )
    )
    return .succes
  }
}

/// A user with a first role, both or neither.
private struct CreerUnCompte: Acte {
  static let nom = "creer-un-compte"
  let nouveau: NouvelUtilisateur
  let role: Role
  let portee: Portee

  func executer(_ travail: Travail) throws {
    let utilisateur = try CreerUnUtilisateur(nouveau).executer(travail)
    _ = try DonnerUnRole(role, sur: portee, a: utilisateur.id, depuis: travail.moment.jour)
      .executer(travail)
  }
}
