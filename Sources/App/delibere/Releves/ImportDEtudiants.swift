internal import Actes
internal import Echanges
internal import Spreadsheets
internal import Text

/// `delibere etudiants importer`: enrols the students of a list.
enum ImportDEtudiants {
  static func executer(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let chemin = saisie.arguments[0]
    let nom = try Releves.promotion(saisie, ["delibere", "etudiants", "importer"])
    let essai = saisie.porte("essai")
    let texte = try Guichet.ouvrir(saisie) { guichet in
      let promotion = try guichet.promotion(nom)
      let classeur = try Classeurs.lire(chemin)
      let liste = try liste(classeur, Classeurs.nom(chemin))
      let plan =
        try essai
        ? guichet.demander(
          PrevoirDesInscriptions(promotion: promotion.id, etudiants: liste.nouveaux)
        )
        : guichet.faire(
          ImporterDesEtudiants(
            promotion: promotion.id,
            etudiants: liste.nouveaux,
            source: Classeurs.nom(chemin),
          )
        )
      return rapport(plan, promotion, essai) + ignorees(liste)
    }
    console.print(frenchSpacing(texte))
    return .succes
  }

  /// The students of the sheet; refused for a sheet of marks, or without student numbers.
  private static func liste(_ classeur: Workbook, _ nom: String) throws -> ListeDEtudiants {
    guard FeuilleDeNotes.numero(de: classeur) == nil else {
      throw Abandon(
        code: .fichier,
        messages: [
          "\(nom) : c’est une feuille de notes, non une liste d’étudiants. Rien n’a été écrit ; "
            + "elle se reprend par « delibere notes importer »"
        ],
      )
    }
    let liste = try Classeurs.expliquer { try ListeDEtudiants.lire(classeur, nom: nom) }
    guard !liste.lignes.isEmpty else {
      throw Abandon(
        code: .fichier,
        messages: ["\(nom) : aucun étudiant sous la ligne de titres ; rien n’a été écrit"],
      )
    }
    let sans = liste.lignes.filter { $0.nip ?? "" == "" }
    guard sans.isEmpty else {
      let noms = sans.prefix(5).map { "\($0.nom) \($0.prenom) (\($0.place(.nom)))" }
      throw Abandon(
        code: .fichier,
        messages: [
          "\(nom) : \(compte(sans.count, "étudiant")) sans numéro d’étudiant : "
            + noms.joined(separator: ", ") + (sans.count > 5 ? "…" : ""),
          "rien n’a été écrit ; ajoutez une colonne « N° étudiant », puis recommencez",
        ],
      )
    }
    return liste
  }

  private static func rapport(_ plan: PlanDInscription, _ promotion: Promotion, _ essai: Bool)
    -> String
  {
    var lignes = [
      essai
        ? "Essai : rien n’est écrit. Dans « \(promotion.nom) » (\(promotion.annee)), il y aurait :"
        : "Dans « \(promotion.nom) » (\(promotion.annee)) :",
      "  nouveaux : \(plan.nouveaux.count) ; déjà connus, inscrits : \(plan.connus.count) ; déjà "
        + "inscrits : \(plan.dejaInscrits.count)",
    ]
    for rapproche in plan.connus + plan.dejaInscrits {
      for changement in rapproche.changements {
        lignes.append(
          "  \(rapproche.etudiant.nomAffiche), \(mots[changement.champ] ?? changement.champ) : "
            + "« \(changement.avant ?? "") » devient « \(changement.apres ?? "") »"
        )
      }
    }
    let ailleurs = plan.connus.filter(\.estDAilleurs).map(\.nouveau.identite.nip)
    if !ailleurs.isEmpty {
      lignes.append(
        "  d’un autre département, fiche laissée telle quelle : "
          + ailleurs.joined(separator: ", ")
      )
    }
    return lignes.joined(separator: "\n") + "\n"
  }

  /// The fields of an identity, as a person says them.
  private static let mots = [
    "ine": "INE", "nip": "numéro d’étudiant", "prenom": "prénom", "nomDUsage": "nom d’usage",
    "prenomDUsage": "prénom d’usage", "telephone": "téléphone", "baccalaureat": "baccalauréat",
  ]

  private static func ignorees(_ liste: ListeDEtudiants) -> String {
    guard !liste.ignorees.isEmpty else { return "" }
    let noms = liste.ignorees.map { "« \($0.intitule) »" }.joined(separator: ", ")
    return "  colonnes non lues : \(noms)\n"
  }
}

/// What the commands on sheets share.
enum Releves {
  static let optionPromotion = Commande.Option(
    nom: "promotion",
    valeur: "NOM",
    aide: "la promotion, par son nom",
  )

  static let optionModule = Commande.Option(
    nom: "module",
    valeur: "CODE",
    aide: "le module : R101",
  )

  static let optionEvaluation = Commande.Option(
    nom: "evaluation",
    valeur: "NOM",
    aide: "le nom de l’évaluation",
  )

  static let optionEssai = Commande.Option(
    nom: "essai",
    aide: "dit ce qui changerait, sans rien écrire",
  )

  static func promotion(_ saisie: Saisie, _ chemin: [String]) throws(Abandon) -> String {
    guard let nom = saisie.valeur("promotion") else {
      throw .usage("il manque --promotion", chemin)
    }
    return nom
  }
}
