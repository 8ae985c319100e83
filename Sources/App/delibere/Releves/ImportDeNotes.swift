internal import Actes
internal import Echanges
internal import Scolarite
internal import Spreadsheets
internal import Text

/// `delibere notes importer`: writes the marks of a sheet.
enum ImportDeNotes {
  static func executer(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let chemin = saisie.arguments[0]
    let essai = saisie.porte("essai")
    let texte = try Guichet.ouvrir(saisie) { guichet in
      let classeur = try Classeurs.lire(chemin)
      let releve = try releve(classeur, Classeurs.nom(chemin), saisie, guichet)
      let plan =
        try essai
        ? guichet.demander(PrevoirDesNotes(releve))
        : guichet.faire(ImporterDesNotes(releve, motif: saisie.valeur("motif")))
      return rapport(plan, essai)
    }
    console.print(frenchSpacing(texte))
    return .succes
  }

  /// A sheet of the program says of which test it is; any other needs the promotion.
  private static func releve(
    _ classeur: Workbook,
    _ nom: String,
    _ saisie: Saisie,
    _ guichet: Guichet,
  ) throws -> ReleveRapporte {
    if let evaluation = FeuilleDeNotes.numero(de: classeur) {
      let contenu = try guichet.demander(PreparerUneFeuille(evaluation))
      return try Classeurs.expliquer {
        try ReleveRapporte(feuille: classeur, nom: nom, contenu)
      }
    }
    let promotion = try guichet.promotion(
      Releves.promotion(saisie, ["delibere", "notes", "importer"])
    )
    let lues = try Classeurs.expliquer { try NotesLues.lire(classeur, nom: nom) }
    return ReleveRapporte(
      lues,
      nom: nom,
      promotion: promotion.id,
      remplacer: saisie.porte("remplacer"),
    )
  }

  private static func rapport(_ plan: PlanDeNotes, _ essai: Bool) -> String {
    var lignes = [
      essai ? "Essai : rien n’est écrit. Il y aurait :" : "C’est écrit :",
      "  nouvelles : \(plan.nouvelles.count) ; changées : \(plan.changees.count) ; déjà là : "
        + "\(plan.identiques)",
    ]
    for ligne in plan.changees {
      lignes.append(
        "  \(ligne.etudiant.nomAffiche), \(ligne.evaluation.module) — \(ligne.evaluation.nom) : "
          + "« \(ligne.avant?.entree.mot ?? "") » devient « \(ligne.apres.mot) » (\(ligne.lieu))"
      )
    }
    return lignes.joined(separator: "\n") + "\n"
  }
}
