extension Commandes {
  static let maquette = Commande(
    nom: "maquette",
    resume: "Lit, vérifie, affiche et convertit une maquette de BUT.",
    details: """
      FICHIER est le texte d’une feuille de maquette tel qu’une extraction de PDF le laisse
      (UTF-8), ou une maquette au format JSON de Délibéré ; « - » lit l’entrée standard.
      """,
    action: .groupe([lire, verifier, exporter, afficher, deposerUneMaquette]),
  )

  private static let fichiers = [
    Commande.Argument(
      nom: "FICHIER",
      aide: "feuille de maquette en texte, ou maquette en JSON",
      repete: true,
    )
  ]

  private static let format = Commande.Option(
    nom: "format",
    valeur: "table|json",
    aide: "table pour lire, json pour un programme",
    choix: ["table", "json"],
  )

  private static let referentiel = Commande.Option(
    nom: "referentiel",
    valeur: "FICHIER",
    aide: "référentiel de compétences à la place de celui qui est embarqué (JSON)",
  )

  private static let sortie = Commande.Option(
    nom: "sortie",
    valeur: "FICHIER",
    aide: "écrit là plutôt qu’à l’écran",
  )

  private static let lire = Commande(
    nom: "lire",
    resume: "Lit une maquette et dit ce qui y a été trouvé.",
    details: """
      Identité, semestres, UE, volumes, et les particularités de forme que la lecture a notées
      (intitulés absents ou mal imprimés, totaux imprimés deux fois).
      """,
    arguments: fichiers,
    options: [format, referentiel],
    exemples: ["delibere maquette lire feuille.txt"],
    action: .execution(LireMaquette.run),
  )

  private static let verifier = Commande(
    nom: "verifier",
    resume: "Recalcule chaque chiffre imprimé et contrôle la conformité.",
    details: """
      Sommes par ligne, colonne, pôle, UE, semestre, année et première page ; poids des pôles
      (40 à 60 %) ; ECTS ; colonnes absentes ; codes et intitulés ; niveaux du référentiel.
      Le contrôle avertit et ne change rien. Une erreur donne le code de sortie 1 ; avec --strict,
      un avertissement aussi.
      """,
    arguments: fichiers,
    options: [
      format, referentiel,
      Commande.Option(nom: "strict", aide: "sort avec le code 1 dès un avertissement"),
    ],
    exemples: [
      "delibere maquette verifier feuille.txt",
      "delibere maquette verifier --format json maquette.json",
    ],
    action: .execution(VerifierMaquette.run),
  )

  private static let exporter = Commande(
    nom: "exporter",
    resume: "Convertit une maquette en JSON, ou en tableau à plat pour un tableur.",
    details: """
      json (par défaut) : le format décrit par docs/schemas/maquette.schema.json.
      table : une ligne par module et par UE, colonnes séparées par des tabulations.
      """,
    arguments: [Commande.Argument(nom: "FICHIER", aide: fichiers[0].aide)],
    options: [format, sortie, referentiel],
    exemples: ["delibere maquette exporter feuille.txt --sortie maquette.json"],
    action: .execution(ExporterMaquette.run),
  )

  private static let afficher = Commande(
    nom: "afficher",
    resume: "Affiche les tableaux : UE, modules, totaux recalculés, regroupements.",
    details: """
      Les totaux affichés sont recalculés depuis les lignes. Sous les tableaux : les regroupements
      cohérents d’UE (RCUE) et les volumes de chaque semestre. json donne les mêmes vues.
      """,
    arguments: fichiers,
    options: [format, referentiel],
    exemples: ["delibere maquette afficher feuille.txt"],
    action: .execution(AfficherMaquette.run),
  )
}
