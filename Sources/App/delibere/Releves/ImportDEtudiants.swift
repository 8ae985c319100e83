internal import Actes
internal import Echanges
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
      let liste = try Classeurs.expliquer {
        try ListeDEtudiants.lire(classeur, nom: Classeurs.nom(chemin))
      }
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
          "  \(rapproche.etudiant.nomAffiche), \(changement.champ) : "
            + "« \(changement.avant ?? "") » devient « \(changement.apres ?? "") »"
        )
      }
    }
    return lignes.joined(separator: "\n") + "\n"
  }

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
