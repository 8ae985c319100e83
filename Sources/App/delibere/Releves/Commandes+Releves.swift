extension Commandes {
  static let etudiants = Commande(
    nom: "etudiants",
    resume: "Inscrit les étudiants d’une liste.",
    details: "Les titres reconnus et les fautes possibles sont dans docs/feuilles.md.",
    action: .groupe([importerDesEtudiants]),
  )

  static let notes = Commande(
    nom: "notes",
    resume: "Fait les feuilles de notes et reprend celles qui sont remplies.",
    details: "Les tableaux acceptés et les fautes possibles sont dans docs/feuilles.md.",
    action: .groupe([feuille, importerDesNotes, saisirUneNote]),
  )

  private static let importerDesEtudiants = Commande(
    nom: "importer",
    resume: "Inscrit dans une promotion les étudiants d’une liste XLSX, ODS ou CSV.",
    details: """
      Un étudiant connu par son INE ou son numéro n’est pas créé deux fois ; une case vide ne change
      rien. Une seule faute, et rien n’est écrit : toutes sont dites, avec leur cellule.
      """,
    arguments: [Commande.Argument(nom: "FICHIER", aide: "la liste")],
    options: Guichet.options + [Releves.optionPromotion, Releves.optionEssai],
    exemples: ["delibere etudiants importer --promotion 'MMI 1' --essai liste.xlsx"],
    action: .execution(ImportDEtudiants.executer),
  )

  private static let feuille = Commande(
    nom: "feuille",
    resume: "Fait la feuille d’une évaluation, à remplir par l’enseignant.",
    arguments: [Commande.Argument(nom: "FICHIER", aide: "la feuille à faire, .xlsx")],
    options: Guichet.options + [
      Releves.optionPromotion, Releves.optionModule, Releves.optionEvaluation,
    ],
    exemples: [
      "delibere notes feuille --promotion 'MMI 1' --module R101 --evaluation 'DS 1' ds1.xlsx"
    ],
    action: .execution(FeuilleARemplir.executer),
  )

  private static let importerDesNotes = Commande(
    nom: "importer",
    resume: "Écrit les notes d’une feuille remplie, ou d’un tableau.",
    details: """
      Une feuille faite par Délibéré sait de quelle évaluation elle est et ce qu’elle montrait : une
      note écrite depuis par quelqu’un d’autre est un conflit. Un tableau venu d’ailleurs a une
      colonne par évaluation et demande --promotion. Une seule faute, et rien n’est écrit.
      """,
    arguments: [Commande.Argument(nom: "FICHIER", aide: "la feuille, XLSX, ODS ou CSV")],
    options: Guichet.options + [
      Releves.optionPromotion, Releves.optionEssai,
      Commande.Option(
        nom: "remplacer",
        aide: "les notes du fichier prennent la place de celles qui sont déjà là",
      ),
      Commande.Option(
        nom: "motif",
        valeur: "TEXTE",
        aide: "pourquoi ; il en faut un quand une note publiée change",
      ),
    ],
    exemples: ["delibere notes importer --essai ds1.xlsx"],
    action: .execution(ImportDeNotes.executer),
  )
}
