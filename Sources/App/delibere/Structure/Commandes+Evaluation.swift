internal import Actes

extension Commandes {
  static let evaluation = Commande(
    nom: "evaluation",
    resume: "Crée, liste, publie et verrouille les évaluations d’une promotion.",
    action: .groupe([
      creerUneEvaluation, listerLesEvaluations, publierUneEvaluation, verrouillerUneEvaluation,
    ]),
  )

  static let saisirUneNote = Commande(
    nom: "saisir",
    resume: "Écrit une note.",
    details: "Pour un rattrapage tenu : « ABJ 12 ». Une note publiée ne change pas sans motif.",
    arguments: [Commande.Argument(nom: "NOTE", aide: "« 12,5 », ou un mot : ABI, ABJ, EXC…")],
    options: Guichet.options + [
      Releves.optionPromotion, Releves.optionModule, Releves.optionEvaluation,
      Commande.Option(
        nom: "etudiant",
        valeur: "ÉTUDIANT",
        aide: "son numéro, son INE, ou son nom s’il est seul à le porter",
      ),
      Commande.Option(nom: "motif", valeur: "TEXTE", aide: "pourquoi la note change"),
    ],
    exemples: [
      "delibere notes saisir --promotion 'MMI 1' --module R101 --evaluation 'DS 1' \\",
      "  --etudiant 22300123 12,5",
    ],
    action: .execution(SaisieDeNote.executer),
  )

  private static let nomDEvaluation = [
    Commande.Argument(nom: "NOM", aide: "le nom de l’évaluation : « DS 1 »")
  ]

  private static let creerUneEvaluation = Commande(
    nom: "creer",
    resume: "Crée une évaluation d’un module.",
    arguments: nomDEvaluation,
    options: Guichet.options + [
      Releves.optionPromotion, Releves.optionModule,
      Commande.Option(nom: "semestre", valeur: "1…6", aide: "si le module est de plusieurs"),
      Commande.Option(
        nom: "nature",
        valeur: "NATURE",
        aide: "ce qu’on y fait",
        choix: NatureDEvaluation.allCases.map(\.rawValue),
      ),
      Commande.Option(nom: "date", valeur: "JOUR", aide: "« 2025-10-15 » ou « 15/10/2025 »"),
      Commande.Option(nom: "coefficient", valeur: "NOMBRE", aide: "dans le module ; 1 par défaut"),
      Commande.Option(nom: "bareme", valeur: "POINTS", aide: "sur combien ; 20 par défaut"),
    ],
    exemples: ["delibere evaluation creer 'DS 1' --promotion 'MMI 1' --module R101"],
    action: .execution(GererLesEvaluations.creer),
  )

  private static let listerLesEvaluations = Commande(
    nom: "lister",
    resume: "Liste les évaluations d’une promotion.",
    options: Guichet.options + [Releves.optionPromotion],
    action: .execution(GererLesEvaluations.lister),
  )

  private static let publierUneEvaluation = Commande(
    nom: "publier",
    resume: "Montre une évaluation aux étudiants, ou la leur retire.",
    arguments: nomDEvaluation,
    options: Guichet.options + [
      Releves.optionPromotion, Releves.optionModule,
      Commande.Option(nom: "retirer", aide: "ne la montre plus"),
    ],
    action: .execution(GererLesEvaluations.publier),
  )

  private static let verrouillerUneEvaluation = Commande(
    nom: "verrouiller",
    resume: "Ferme les notes d’une évaluation, ou les rouvre avec un motif.",
    arguments: nomDEvaluation,
    options: Guichet.options + [
      Releves.optionPromotion, Releves.optionModule,
      Commande.Option(nom: "rouvrir", aide: "permet de nouveau de changer les notes"),
      Commande.Option(nom: "motif", valeur: "TEXTE", aide: "pourquoi les rouvrir"),
    ],
    action: .execution(GererLesEvaluations.verrouiller),
  )
}
