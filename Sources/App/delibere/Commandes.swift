/// The tree of the command line.
enum Commandes {
  static let racine = Commande(
    nom: "delibere",
    resume: "Délibéré : la scolarité d’un IUT, de la maquette imprimée au diplôme.",
    details: """
      Chaque chiffre et chaque décision répondent à « pourquoi ? » par l’article, les données et le
      calcul. Les nombres sont exacts ; rien n’est jamais corrigé sans qu’on l’ait demandé.

      Codes de sortie : 0 tout va bien ; 1 des erreurs ont été trouvées dans ce qui était examiné ;
      2 la ligne de commande est fautive ; 3 un fichier ne peut être lu ou écrit ; 4 la base ne peut
      servir ; 5 ce qui était demandé est refusé.
      """,
    action: .groupe([
      maquette, dossier, deliberer, expliquer, simuler, generer, regles, base, compte, annee,
      departement, formation, reglement, promotion, etudiants, evaluation, notes, documents,
      calendrier, journal, courrier, servir, version,
    ]),
  )

  /// The version of the program.
  static let numeroDeVersion = "0.1.0"

  private static let version = Commande(
    nom: "version",
    resume: "Dit la version du programme.",
    action: .execution { _, console in
      console.print("delibere \(numeroDeVersion)\n")
      return .succes
    },
  )
}
