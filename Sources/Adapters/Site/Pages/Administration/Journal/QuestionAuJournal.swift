internal import Actes
internal import HTML

/// What the address asks of the journal.
struct QuestionAuJournal {
  var acte: String
  var auteur: String
  var objet: String
  var avant: Int64?

  init(_ visite: Visite) {
    // « Saisir une note » is the act saisir-une-note.
    acte = visite.question("acte").lowercased().split(separator: " ").joined(separator: "-")
    auteur = visite.question("auteur")
    objet = visite.question("objet").lowercased()
    avant = Int64(visite.question("avant"))
  }

  var demande: VoirLeJournal {
    VoirLeJournal(acte: acte, auteur: auteur, objet: objet, avant: avant)
  }

  var estFiltree: Bool { !acte.isEmpty || !auteur.isEmpty || !objet.isEmpty }

  /// The same question from another entry.
  func adresse(avant numero: Int64?) -> SafeURL {
    Chemin.administration(
      .journal,
      [
        ("acte", acte), ("auteur", auteur), ("objet", objet),
        ("avant", numero.map { "\($0)" } ?? ""),
      ],
    )
  }

  /// The same question for one act, one person or one thing.
  func adresse(_ champ: WritableKeyPath<QuestionAuJournal, String>, _ valeur: String) -> SafeURL {
    var autre = self
    autre[keyPath: champ] = valeur
    return autre.adresse(avant: nil)
  }
}
