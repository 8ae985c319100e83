internal import Actes
internal import Echanges
internal import Scolarite
internal import Spreadsheets
internal import Text

/// `delibere notes feuille`: makes the sheet of a test for a teacher to fill in.
enum FeuilleARemplir {
  static func executer(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let fil = ["delibere", "notes", "feuille"]
    let nom = try Releves.promotion(saisie, fil)
    guard let module = saisie.valeur("module"), let intitule = saisie.valeur("evaluation") else {
      throw .usage("il manque --module ou --evaluation", fil)
    }
    let chemin = saisie.arguments[0]
    let texte = try Guichet.ouvrir(saisie) { guichet in
      let promotion = try guichet.promotion(nom)
      let evaluation = try guichet.evaluation(intitule, module, promotion)
      let contenu = try guichet.demander(PreparerUneFeuille(evaluation.id))
      guard let jour = SpreadsheetDate(Horloge.reelle.maintenant().jour) else {
        throw Refus.inconnu(.evaluation)
      }
      try Classeurs.ecrire(FeuilleDeNotes(contenu).ecrire(leJour: jour), chemin)
      return "\(chemin) : \(contenu.releve.lignes.count) étudiants, \(module) — \(intitule).\n"
    }
    console.print(frenchSpacing(texte))
    return .succes
  }
}
