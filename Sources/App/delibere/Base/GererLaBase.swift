internal import Actes
internal import Echanges
internal import Files
internal import Registre
internal import Text

/// `delibere base`: makes, migrates, saves, restores and verifies a base.
enum GererLaBase {
  static func creer(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let chemin = ["delibere", "base", "creer"]
    func valeur(_ option: String) throws(Abandon) -> String {
      guard let valeur = saisie.valeur(option), !valeur.isEmpty else {
        throw .usage("il manque --\(option)", chemin)
      }
      return valeur
    }
    guard
      let fondation = Fondation(
        code: try valeur("code"),
        nom: try valeur("nom"),
        ville: try valeur("ville"),
      )
    else { throw .usage("le code a 60 signes au plus", chemin) }
    let administrateur = NouvelUtilisateur(
      identifiant: try valeur("administrateur"),
      nom: try valeur("nom-administrateur"),
    )
    let adresse = try AccesALaBase.entretien(saisie).adresse
    try AccesALaBase.exigerUneDestination(adresse)
    let acte = Fonder(fondation: fondation, administrateur: administrateur)
    let etablissement = try AccesALaBase.tenter { try fonder(acte, adresse) }
    console.print(
      frenchSpacing(
        "« \(etablissement.nom) » est fondé ; \(administrateur.nom) "
          + "(\(administrateur.identifiant)) l’administre.\n"
      )
    )
    return .succes
  }

  private static func fonder(_ acte: Fonder, _ adresse: AdresseDeBase) throws -> Etablissement {
    let registre = try RegistreSQL(adresse, lecteurs: 1)
    defer { registre.fermer() }
    let bureau = Bureau(registre: registre, horloge: .reelle, formats: FormatsDEchange())
    let compte = Guichet.compte
    return try attendre { try await bureau.fonder(acte, console: compte) }
  }

  static func migrer(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let entretien = try AccesALaBase.entretienDUneBase(saisie)
    let avant = try AccesALaBase.tenter { try entretien.migrer() }
    let apres = entretien.schemaDuProgramme
    console.print(
      frenchSpacing(
        avant == apres
          ? "La base est déjà au schéma \(apres) : rien n’était à faire.\n"
          : "La base est passée du schéma \(avant) au schéma \(apres).\n"
      )
    )
    return .succes
  }

  static func sauvegarder(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let entretien = try AccesALaBase.entretienDUneBase(saisie)
    let chemin = saisie.arguments[0]
    try AccesALaBase.exigerUneDestination(chemin)
    let description = try AccesALaBase.tenter {
      try entretien.sauvegarder(vers: chemin, le: Horloge.reelle.maintenant())
    }
    console.print(
      frenchSpacing(
        "Sauvegarde faite : \(chemin), avec \(DescriptionDeSauvegarde.chemin(de: chemin)).\n"
          + lignes(description)
      )
    )
    return .succes
  }

  static func restaurer(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let entretien = try AccesALaBase.entretien(saisie)
    try exigerUneSauvegarde(saisie.arguments[0])
    try AccesALaBase.exigerUneDestination(entretien.adresse)
    let restauration = try AccesALaBase.tenter { try entretien.restaurer(saisie.arguments[0]) }
    let comptes = [
      ("établissements", "etablissement"), ("comptes", "utilisateur"), ("promotions", "promotion"),
      ("étudiants", "etudiant"), ("notes", "note"), ("entrées du journal", "journal"),
    ].map { "\($0.0) : \(restauration.lignes($0.1))" }
    console.print(
      frenchSpacing(
        "Sauvegarde du \(restauration.description.date) restaurée et vérifiée.\n  "
          + comptes.joined(separator: " ; ") + "\n" + lignes(restauration.description)
      )
    )
    return .succes
  }

  static func verifier(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let entretien = try AccesALaBase.entretienDUneBase(saisie)
    let tetes = try AccesALaBase.tetes(saisie)
    let bilan = try AccesALaBase.tenter { try entretien.verifier(contre: tetes) }
    console.print(frenchSpacing(bilan.texte))
    return bilan.estIntact ? .succes : .erreursTrouvees
  }

  /// Checks that both files of a backup are there.
  private static func exigerUneSauvegarde(_ chemin: String) throws(Abandon) {
    guard fileExists(chemin) else {
      throw .fichier(["\(chemin) : fichier introuvable ; rien n’a été restauré"])
    }
    let tete = DescriptionDeSauvegarde.chemin(de: chemin)
    guard fileExists(tete) else {
      throw .fichier([
        "\(tete) : fichier introuvable ; rien n’a été restauré. Une sauvegarde a deux fichiers, "
          + "remettez celui-ci à côté de l’autre"
      ])
    }
  }

  private static func lignes(_ description: DescriptionDeSauvegarde) -> String {
    description.tetes.map {
      "  « \($0.etablissement) » : journal jusqu’à l’entrée \($0.numero), empreinte "
        + "\($0.empreinte.prefix(16))…\n"
    }.joined()
  }
}
