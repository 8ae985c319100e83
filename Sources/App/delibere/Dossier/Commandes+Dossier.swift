extension Commandes {
  static let dossier = Commande(
    nom: "dossier",
    resume: "Applique le règlement au dossier d’un étudiant et donne les motifs.",
    details: """
      Moyennes exactes, acquisitions, compensations, crédits, passage, session 2, diplômes et
      propositions, chacun avec l’article, la règle, les données, le calcul et ce qui changerait le
      résultat. La proposition n’est pas la décision : le jury est souverain. Le format du dossier
      est décrit dans docs/dossiers.md.
      """,
    arguments: [
      Commande.Argument(nom: "FICHIER", aide: "dossier en JSON ; « - » lit l’entrée standard")
    ],
    options: [
      Commande.Option(
        nom: "format",
        valeur: "texte|json",
        aide: "texte pour lire (par défaut), json pour un programme",
        choix: ["texte", "json"],
      ),
      Commande.Option(
        nom: "preuves",
        aide: "donne aussi l’arbre des motifs de chaque résultat",
      ),
      Commande.Option(
        nom: "expliquer",
        aide:
          "dit chaque résultat à l’étudiant, en phrases : pourquoi, comment, ce qui le changerait",
      ),
      Commande.Option(
        nom: "sur",
        valeur: "SUJET",
        aide: "un seul résultat : UE12, C3, S3, DUT (avec --preuves ou --expliquer)",
      ),
    ],
    exemples: [
      "delibere dossier Exemples/dossiers/annee-mmi.json",
      "delibere dossier --preuves --sur UE12 Exemples/dossiers/annee-mmi.json",
      "delibere dossier --expliquer --sur UE12 Exemples/dossiers/annee-mmi.json",
      "delibere dossier --preuves --format json dossier.json > resultat.json",
    ],
    action: .execution(DossierEtudiant.run),
  )
}
