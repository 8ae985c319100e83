extension BilanDuJournal {
  /// The report in French, one line a journal and one an anomaly.
  public var texte: String {
    let lignes =
      chaines.flatMap(\.lignes)
      + absents.map {
        "« \($0) » : la tête donnée nomme cet établissement, que la base ne contient pas"
      }
    let verdict =
      estIntact
      ? "Le journal est intact : rien n’y a été changé, déplacé ni retiré."
      : "Le journal n’est PAS intact. Ne corrigez rien : gardez cette base à part, comparez-la à la "
        + "dernière sauvegarde, et faites constater."
    return (lignes + [verdict]).joined(separator: "\n") + "\n"
  }
}

extension BilanDuJournal.Chaine {
  fileprivate var lignes: [String] {
    var details = ["entrées : \(entrees)", "notes comparées : \(notes - notesSansContenu)"]
    if scelles > 0 { details.append("décisions scellées : \(scelles)") }
    if effacees > 0 { details.append("contenus effacés : \(effacees)") }
    if notesSansContenu > 0 {
      details.append("notes dont l’entrée a perdu son contenu : \(notesSansContenu)")
    }
    let tues = nombreDAnomalies - anomalies.count
    return ["« \(etablissement) » : " + details.joined(separator: " ; ")]
      + anomalies.map { "  entrée \($0.entree) : \($0.phrase)" }
      + (tues > 0 ? ["  autres anomalies : \(tues)"] : [])
  }
}

extension Anomalie {
  /// What is wrong, in French.
  public var phrase: String {
    switch nature {
    case .contenuAltere: "son contenu a été modifié"
    case .entreeAlteree:
      "l’un de ses champs a été modifié (date, auteur, acte, objet, sujet ou empreintes)"
    case .suiteRompue: "elle ne suit pas l’entrée précédente : l’une a été remplacée ou déplacée"
    case .manquantes(let derniere) where derniere == entree: "elle manque"
    case .manquantes(let derniere): "elle manque, et toutes jusqu’à la \(derniere)"
    case .coupee(let attendue): "le journal s’arrête là, il allait jusqu’à la \(attendue)"
    case .enTrop: "elle vient après la tête que la base garde"
    case .teteDifferente: "son empreinte n’est pas celle de la tête attendue"
    case .effaceeSansActe: "son contenu manque sans qu’aucun acte ne l’ait effacé"
    case .noteSansEntree(let evaluation, let etudiant):
      "la note de l’étudiant \(etudiant) à l’évaluation \(evaluation) la nomme, elle n’existe pas"
    case .noteHorsActe(let evaluation, let etudiant):
      "la note de l’étudiant \(etudiant) à l’évaluation \(evaluation) la nomme, elle n’écrit pas "
        + "de note"
    case .noteDifferente(let evaluation, let etudiant):
      "la note de l’étudiant \(etudiant) à l’évaluation \(evaluation) n’est pas celle qu’elle écrit"
    case .notesDifferentes: "les notes qu’elle a écrites ensemble ne donnent plus son empreinte"
    case .noteDisparue: "la note qu’elle écrit n’est plus dans la base"
    case .scelleAltere(let jury, let etudiant?):
      "ce que le jury \(jury) a scellé pour l’étudiant \(etudiant) n’est plus ce qu’elle a scellé"
    case .scelleAltere(let jury, nil):
      "la clôture du jury \(jury) (membres, règlement, dates) n’est plus celle qu’elle a scellée"
    case .scelleDisparu: "ce qu’elle a scellé n’est plus dans la base"
    }
  }
}
