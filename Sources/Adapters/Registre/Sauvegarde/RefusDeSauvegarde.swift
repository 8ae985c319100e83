public import Files

/// Why a backup was not made, or not restored: nothing was changed.
public enum RefusDeSauvegarde: Error, Hashable, Sendable {
  /// A file of that name is there.
  case dejaLa(String)
  /// A file cannot be read or written.
  case fichier(String, FileError)
  /// The file that goes with the backup is not one.
  case descriptionIllisible(String)
  /// The file is not the one that was saved.
  case empreinteDifferente
  /// The engine finds the file damaged.
  case abimee([String])
  /// The journal is not the one that was saved.
  case journalAltere(BilanDuJournal)
  /// Where it is to be restored is already in use.
  case destinationOccupee
}

extension RefusDeSauvegarde {
  /// What happened and what to do, in French.
  public var phrase: String {
    switch self {
    case .dejaLa(let chemin):
      "« \(chemin) » existe déjà et n’a pas été touché : choisissez un autre nom"
    case .fichier(let chemin, let erreur): "« \(chemin) » : \(erreur.description)"
    case .descriptionIllisible(let chemin):
      "« \(chemin) » n’est pas le fichier qui accompagne une sauvegarde ; rien n’a été restauré, "
        + "prenez les deux fichiers ensemble ou une autre sauvegarde"
    case .empreinteDifferente:
      "le fichier n’est pas celui qui a été sauvegardé (son empreinte diffère) ; rien n’a été "
        + "restauré, prenez une autre copie ou une autre sauvegarde"
    case .abimee(let constats):
      "la sauvegarde est abîmée, rien n’a été restauré : " + constats.joined(separator: " ; ")
    case .journalAltere(let bilan):
      "le journal n’est pas celui qui a été sauvegardé, rien n’a été restauré :\n" + bilan.texte
    case .destinationOccupee:
      "il y a déjà des données là où il faudrait restaurer ; rien n’a été touché, donnez un fichier "
        + "qui n’existe pas ou une base vide"
    }
  }
}
