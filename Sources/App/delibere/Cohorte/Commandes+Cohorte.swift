extension Commandes {
  private static let dossierDeCohorte = Commande.Argument(
    nom: "COHORTE",
    aide: "dossier de la cohorte (cohorte.json, notes.csv…), décrit dans docs/cohortes.md",
    facultatif: true,
  )
  private static let enPlaceDesSiens = [
    Commande.Option(
      nom: "profil",
      valeur: "PROFIL",
      aide: "le règlement à appliquer, au lieu de celui de cohorte.json",
    ),
    Commande.Option(
      nom: "maquette",
      valeur: "MAQUETTE",
      aide: "la maquette à appliquer, au lieu de celle de cohorte.json",
    ),
  ]

  private static let formatDeTexte = Commande.Option(
    nom: "format",
    valeur: "texte|json",
    aide: "texte pour lire (par défaut), json pour un programme",
    choix: ["texte", "json"],
  )

  static let deliberer = Commande(
    nom: "deliberer",
    resume: "Propose au jury les résultats d’une promotion.",
    details: """
      Applique un règlement et une maquette aux notes, aux absences et aux bonifications d’une
      cohorte : moyennes et codes des UE et des regroupements, crédits, passage, session 2,
      statistiques de chaque UE, et la liste de ce que le jury doit voir.
      """,
    arguments: [dossierDeCohorte],
    options: [
      Commande.Option(
        nom: "format",
        valeur: "table|json|csv",
        aide: "table pour lire (par défaut), json pour un programme, csv pour un tableur",
        choix: ["table", "json", "csv"],
      ),
      Commande.Option(
        nom: "marge",
        valeur: "POINTS",
        aide: "jusqu’où sous un seuil une moyenne est signalée au jury (0,25 par défaut)",
      ),
      Commande.Option(nom: "resume", aide: "sans la liste des étudiants"),
    ] + enPlaceDesSiens + PromotionDeLaBase.options,
    exemples: [
      "delibere deliberer Exemples/cohortes/mmi-but1",
      "delibere deliberer --format csv COHORTE > resultats.csv",
      "delibere deliberer --resume --profil but-national-2022 COHORTE",
      "delibere deliberer --promotion 'MMI 1' --base /var/lib/delibere/iut.sqlite",
    ],
    action: .execution(Deliberer.run),
  )

  static let expliquer = Commande(
    nom: "expliquer",
    resume: "Explique les résultats d’un étudiant, ou une UE d’une promotion.",
    details: """
      À un étudiant, dit pourquoi : chaque résultat en mots simples, avec ses chiffres, son article
      et ce qui le changerait. D’une UE, dit ce que pèsent ses modules, comment la promotion y a
      réussi et qui ne l’a pas acquise.
      """,
    arguments: [dossierDeCohorte],
    options: [
      Commande.Option(
        nom: "etudiant",
        valeur: "ÉTUDIANT",
        aide: "son identifiant, ou son nom s’il est seul à le porter",
      ),
      Commande.Option(nom: "ue", valeur: "UE", aide: "une UE : de l’étudiant, ou de la promotion"),
      Commande.Option(
        nom: "sur",
        valeur: "SUJET",
        aide: "un seul résultat de l’étudiant : UE12, C3, S3",
      ),
      Commande.Option(
        nom: "profondeur",
        valeur: "0…9",
        aide: "jusqu’où détailler ce dont dépend chaque résultat : 2 par défaut, 9 pour tout",
      ),
      Commande.Option(
        nom: "format",
        valeur: "texte|json",
        aide: "json donne les résultats de l’étudiant et leurs preuves à un programme",
        choix: ["texte", "json"],
      ),
    ] + enPlaceDesSiens + PromotionDeLaBase.options,
    exemples: [
      "delibere expliquer --etudiant e002 --ue UE12 Exemples/cohortes/mmi-but1",
      "delibere expliquer --ue UE12 Exemples/cohortes/mmi-but1",
    ],
    action: .execution(Expliquer.run),
  )

  static let simuler = Commande(
    nom: "simuler",
    resume: "Dit ce qu’une hypothèse changerait, et ce qu’il faut encore pour un objectif.",
    details: """
      Avec --si, suppose et explique la différence : « R103=11 », « R103/E2=ABJ » (une évaluation),
      « UE12=10,5 », « session2:R103=14 », « session2:UE12=12 », « S1:abi=0 », « S1:abj=4 »,
      « S1:justifie=3 » (heures injustifiées acceptées), « 2026-03-02=ABJ » (un jour justifié),
      « S1:avis=oui » (avis contraire à la règle des 30 %), « sport=0,5 », « engagement:tutorat=0,5 ».

      Avec --pour, cherche le moins à faire : le plus petit ensemble d’épreuves et la plus basse note
      qui suffisent, la note qu’il faudrait à chaque épreuve seule, ce qu’une note basse coûterait,
      ou la preuve que c’est impossible. La réponse est exacte. Avec les deux, l’hypothèse d’abord.
      """,
    arguments: [
      Commande.Argument(
        nom: "SOURCE",
        aide: "dossier d’une cohorte, ou dossier d’un étudiant en JSON",
      )
    ],
    options: [
      Commande.Option(
        nom: "etudiant",
        valeur: "ÉTUDIANT",
        aide: "dans une cohorte : son identifiant, ou son nom",
      ),
      Commande.Option(nom: "si", valeur: "HYPOTHÈSE", aide: "ce qui est supposé", repete: true),
      Commande.Option(
        nom: "pour",
        valeur: "OBJECTIF",
        aide: "UE12, C2 (le regroupement), passage ou annee",
      ),
      Commande.Option(
        nom: "epreuves",
        valeur: "modules|ue|notes",
        aide: "ce qui se repasse : des modules en session 2 (par défaut), des UE entières, ou les "
          + "notes elles-mêmes, comme si elles avaient été autres",
        choix: ["modules", "ue", "notes"],
      ),
      Commande.Option(
        nom: "pas",
        valeur: "POINTS",
        aide: "le pas des notes : 0,01 (par défaut), 0,25, 0,5, 1…",
      ),
      formatDeTexte,
    ] + enPlaceDesSiens,
    exemples: [
      "delibere simuler --etudiant e002 --si R103=11 Exemples/cohortes/mmi-but1",
      "delibere simuler --pour UE12 --epreuves ue Exemples/dossiers/annee-mmi.json",
    ],
    action: .execution(Simuler.run),
  )

  static let generer = Commande(
    nom: "generer",
    resume: "Écrit la cohorte d’étudiants qui n’existent pas.",
    details: """
      Pour essayer, montrer et mesurer : notes corrélées, absences, redoublants, alternants, UE
      capitalisées, entrées spéciales. La même graine donne toujours les mêmes étudiants.
      """,
    arguments: [
      Commande.Argument(nom: "DOSSIER", aide: "où écrire les fichiers de la cohorte")
    ],
    options: [
      Commande.Option(nom: "etudiants", valeur: "NOMBRE", aide: "100 par défaut"),
      Commande.Option(nom: "graine", valeur: "NOMBRE", aide: "1 par défaut"),
      Commande.Option(nom: "nom", valeur: "NOM", aide: "le nom de la cohorte"),
      Commande.Option(nom: "annee", valeur: "ANNÉE", aide: "où l’année commence, 2025 par défaut"),
      Commande.Option(nom: "but", valeur: "1|2|3", aide: "l’année de BUT, 1 par défaut"),
      Commande.Option(nom: "maquette", valeur: "MAQUETTE", aide: "mmi-but1 par défaut"),
      Commande.Option(
        nom: "anterieure",
        valeur: "MAQUETTE",
        aide: "la maquette d’une année précédente",
        repete: true,
      ),
      Commande.Option(nom: "profil", valeur: "PROFIL", aide: "but-national-2022 par défaut"),
      Commande.Option(nom: "apprentis", aide: "tous les étudiants sont alternants"),
    ],
    exemples: [
      "delibere generer --etudiants 120 --profil iut-larochesuryon-2025 /tmp/mmi"
    ],
    action: .execution(Generer.run),
  )
}
