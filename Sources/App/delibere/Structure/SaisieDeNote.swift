internal import Actes
internal import Echanges
internal import Scolarite
internal import Text

/// `delibere notes saisir`: writes one mark.
enum SaisieDeNote {
  static func executer(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let fil = ["delibere", "notes", "saisir"]
    let (nom, module) = (try saisie.exiger("promotion", fil), try saisie.exiger("module", fil))
    let intitule = try saisie.exiger("evaluation", fil)
    let cherche = try saisie.exiger("etudiant", fil)
    let texte = try Guichet.ouvrir(saisie) { guichet in
      let evaluation = try guichet.evaluation(intitule, module, guichet.promotion(nom))
      guard let entree = Entree(tapee: saisie.arguments[0], bareme: evaluation.bareme) else {
        throw Abandon.usage(
          "« \(saisie.arguments[0]) » : attendu, \(Entree.attendueTapee(bareme: evaluation.bareme))",
          fil,
        )
      }
      let ligne = try ligne(cherche, guichet.demander(VoirUneEvaluation(evaluation.id)).lignes)
      let acte = SaisirUneNote(
        evaluation: evaluation.id,
        etudiant: ligne.etudiant.id,
        entree: entree,
        version: ligne.note?.version ?? 0,
        motif: saisie.valeur("motif"),
      )
      let lieu = "\(ligne.etudiant.nomAffiche), \(GererLesEvaluations.designation(evaluation))"
      try ecrire(acte, guichet, lieu)
      let avant = ligne.note.map { "« \($0.entree.mot) » devient " } ?? ""
      return "\(lieu) : \(avant)« \(entree.mot) »\n"
    }
    console.print(frenchSpacing(texte))
    return .succes
  }

  private static func ecrire(_ acte: SaisirUneNote, _ guichet: Guichet, _ lieu: String) throws {
    do {
      _ = try guichet.faire(acte)
    } catch Refus.conflit(let conflit) {
      throw Abandon(
        code: .refus,
        messages: [
          "\(lieu) : \(conflit.auteur) vient d’écrire « \(conflit.actuelle) », vous demandiez "
            + "« \(conflit.proposee) ». Rien n’a été écrit ; relisez, puis recommencez ou renoncez"
        ],
      )
    }
  }

  /// The row of a student, by number, INE or name when only one has it.
  private static func ligne(_ cherche: String, _ lignes: [VoirUneEvaluation.Ligne]) throws(Abandon)
    -> VoirUneEvaluation.Ligne
  {
    let trouvees = lignes.filter { ligne in
      guard let identite = ligne.etudiant.identite else { return false }
      return [identite.nip, identite.ine].contains(cherche)
        || identite.noms.contains { $0.folded == cherche.folded }
    }
    guard let trouvee = trouvees.first, trouvees.count == 1 else {
      let message =
        trouvees.isEmpty
        ? "aucun étudiant « \(cherche) » ne passe cette évaluation"
        : "plusieurs étudiants se nomment « \(cherche) », donnez un numéro : "
          + trouvees.compactMap(\.etudiant.identite?.nip).joined(separator: ", ")
      throw Abandon(code: .refus, messages: ["\(message) ; rien n’a été écrit"])
    }
    return trouvee
  }
}

extension IdentiteDEtudiant {
  /// What a person may call the student.
  fileprivate var noms: [String] {
    [nomUsuel, "\(nomUsuel) \(prenomUsuel)", "\(prenomUsuel) \(nomUsuel)"]
  }
}
