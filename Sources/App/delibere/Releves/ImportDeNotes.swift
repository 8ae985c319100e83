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
      let plan = try contraires {
        try essai
          ? guichet.demander(PrevoirDesNotes(releve))
          : guichet.faire(ImporterDesNotes(releve, motif: saisie.valeur("motif")))
      }
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
        try ReleveRapporte(
          feuille: classeur,
          nom: nom,
          contenu,
          remplacer: saisie.porte("remplacer"),
        )
      }
    }
    let promotion = try guichet.promotion(
      Releves.promotion(saisie, ["delibere", "notes", "importer"])
    )
    let lues = try Classeurs.expliquer { try NotesLues.lire(classeur, nom: nom) }
    let evaluations = try guichet.demander(VoirLesEvaluations(promotion.id))
    do {
      return try ReleveRapporte(
        lues,
        nom: nom,
        promotion,
        evaluations,
        remplacer: saisie.porte("remplacer"),
      )
    } catch {
      throw Abandon(
        code: .fichier,
        messages: error.lignes + [
          "rien n’a été écrit ; corrigez le titre (delibere evaluation lister, docs/feuilles.md), ou "
            + "créez l’évaluation (delibere evaluation creer)"
        ],
      )
    }
  }

  /// Says of marks that stand already how to keep them or to take their place.
  private static func contraires<Resultat>(_ corps: () throws -> Resultat) throws -> Resultat {
    do {
      return try corps()
    } catch Refus.donnees(let fautes) where fautes.allSatisfy(\.estContraire) {
      throw Abandon(
        code: .refus,
        messages: fautes.map { "\($0.lieu) : \($0.nature.phrase)" } + [
          "rien n’a été écrit ; relisez ces notes, puis retirez-les du fichier, ou recommencez avec "
            + "--remplacer pour écrire celles du fichier"
        ],
      )
    }
  }

  private static func rapport(_ plan: PlanDeNotes, _ essai: Bool) -> String {
    var lignes = [
      essai
        ? "Essai : rien n’est écrit. Il y aurait :"
        : plan.nouvelles.isEmpty && plan.changees.isEmpty
          ? "Rien n’était à écrire :" : "C’est écrit :",
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

extension Refus.Faute {
  /// Whether another value stands there.
  fileprivate var estContraire: Bool {
    guard case .contraire = nature else { return false }
    return true
  }
}
