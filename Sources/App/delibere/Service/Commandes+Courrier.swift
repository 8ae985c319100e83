extension Commandes {
  static let courrier = Commande(
    nom: "courrier",
    resume: "Essaie le courrier, et dit où en est la file d’attente.",
    action: .groupe([
      Commande(
        nom: "essayer",
        resume: "Écrit à une adresse, pour vérifier que le courrier part.",
        details: """
          Donnez les mêmes options qu’à « servir ». Le message part tout de suite, sans passer par \
          la file d’attente, et la réponse du serveur est dite.
          """,
        arguments: [.init(nom: "ADRESSE", aide: "à qui écrire")],
        options: ReglagesDuCourrier.options + [ReglagesDuCourrier.optionDesAutorites],
        exemples: [
          "delibere courrier essayer --smtp smtp.univ.example:587 \\",
          "  --expediteur scolarite@iut.example moi@iut.example",
        ],
        action: .execution(GererLeCourrier.essayer),
      ),
      Commande(
        nom: "etat",
        resume: "Compte les messages qui attendent, partis, refusés, abandonnés.",
        options: Guichet.options,
        action: .execution(GererLeCourrier.etat),
      ),
    ]),
  )
}
