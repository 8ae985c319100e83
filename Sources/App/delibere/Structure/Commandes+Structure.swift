internal import Text

extension Commandes {
  static let annee = Commande(
    nom: "annee",
    resume: "Ouvre une année universitaire.",
    action: .groupe([
      Commande(
        nom: "ouvrir",
        resume: "Ouvre une année universitaire avec ses semestres.",
        details: "Un jour s’écrit « 2025-09-01 » ou « 01/09/2025 ».",
        arguments: [Commande.Argument(nom: "ANNÉE", aide: "« 2025-2026 »")],
        options: Guichet.options + [
          jour("debut", "premier jour de l’année (1er septembre)"),
          jour("fin", "dernier jour de l’année (31 août)"),
          jour("fin-impairs", "dernier jour des semestres 1, 3 et 5 (31 janvier)"),
          jour("debut-pairs", "premier jour des semestres 2, 4 et 6 (1er février)"),
        ],
        exemples: ["delibere annee ouvrir --fin-impairs 2026-01-24 2025-2026"],
        action: .execution(GererLaStructure.ouvrirUneAnnee),
      )
    ]),
  )

  static let departement = Commande(
    nom: "departement",
    resume: "Crée un département.",
    action: .groupe([
      Commande(
        nom: "creer",
        resume: "Crée un département de l’établissement.",
        arguments: [Commande.Argument(nom: "CODE", aide: "un nom court : MMI")],
        options: Guichet.options + [nomEntier],
        exemples: ["delibere departement creer MMI --nom 'Métiers du multimédia et de l’internet'"],
        action: .execution(GererLaStructure.creerUnDepartement),
      )
    ]),
  )

  static let formation = Commande(
    nom: "formation",
    resume: "Crée une formation.",
    action: .groupe([
      Commande(
        nom: "creer",
        resume: "Crée une formation d’un département.",
        arguments: [Commande.Argument(nom: "CODE", aide: "un nom court : BUT-MMI")],
        options: Guichet.options + [
          Commande.Option(
            nom: "departement",
            valeur: "CODE",
            aide: "le département qui l’enseigne",
          ),
          nomEntier,
        ],
        exemples: ["delibere formation creer BUT-MMI --departement MMI --nom 'BUT MMI'"],
        action: .execution(GererLaStructure.creerUneFormation),
      )
    ]),
  )

  static let deposerUneMaquette = Commande(
    nom: "deposer",
    resume: "Dépose une maquette dans la base, pour une formation.",
    details: """
      L’année universitaire et l’année de BUT sont celles de la feuille ; --annee la dépose pour une
      autre année universitaire. Une maquette déposée de
      nouveau est une version de plus ; un mois après le début de l’année, il faut un motif
      (code de l’éducation, article L. 613-1). Vérifiez-la d’abord : delibere maquette verifier.
      """,
    arguments: [Commande.Argument(nom: "FICHIER", aide: "le texte d’une feuille, ou du JSON")],
    options: Guichet.options + [
      optionFormation,
      Commande.Option(
        nom: "annee",
        valeur: "ANNÉE",
        aide: "l’année où elle sert, si la feuille est d’une autre",
      ),
      optionIrregularite,
    ],
    exemples: ["delibere maquette deposer --formation BUT-MMI mmi-but1.txt"],
    action: .execution(GererLaStructure.deposerUneMaquette),
  )

  static let reglement = Commande(
    nom: "reglement",
    resume: "Met un règlement en vigueur.",
    action: .groupe([
      Commande(
        nom: "adopter",
        resume: "Met un règlement en vigueur pour une année.",
        details: """
          Sans --departement, il vaut pour ceux qui n’ont pas le leur. Les dates d’adoption se
          complètent par la même commande ; un jury les demande avant de se clore.
          """,
        arguments: [
          Commande.Argument(
            nom: "PROFIL",
            aide: "un profil embarqué (delibere regles), ou le fichier d’un profil",
          )
        ],
        options: Guichet.options + [
          optionAnnee,
          Commande.Option(
            nom: "departement",
            valeur: "CODE",
            aide: "celui dont c’est le règlement",
          ),
          jour("conseil", "adoption par le conseil de l’IUT"),
          jour("cfvu", "adoption par la CFVU"),
          optionIrregularite,
        ],
        exemples: [
          "delibere reglement adopter --annee 2025-2026 --conseil 2025-06-23 --cfvu 2025-07-03 \\",
          "  iut-larochesuryon-2025",
        ],
        action: .execution(AdopterUnReglement.executer),
      )
    ]),
  )

  static let compte = Commande(
    nom: "compte",
    resume: "Crée les comptes de l’établissement et les jetons de programmes.",
    action: .groupe([
      Commande(
        nom: "creer",
        resume: "Crée un compte avec un rôle.",
        details: wrap("Rôles : \(GererLesComptes.roles.joined(separator: ", ")).", width: 96)
          .joined(separator: "\n"),
        arguments: [
          Commande.Argument(nom: "IDENTIFIANT", aide: "ce avec quoi la personne se connecte")
        ],
        options: Guichet.options + [
          nomEntier,
          Commande.Option(
            nom: "role",
            valeur: "RÔLE",
            aide: "ce qu’elle est dans l’établissement",
            choix: GererLesComptes.roles,
          ),
          Commande.Option(
            nom: "promotion",
            valeur: "NOM",
            aide: "la seule où elle l’est ; partout par défaut",
          ),
        ],
        exemples: ["delibere compte creer zoe --nom 'Zoé Lévêque' --role secretariat"],
        action: .execution(GererLesComptes.creer),
      ),
      Commande(
        nom: "code",
        resume: "Donne à une personne un code pour choisir son mot de passe.",
        details: """
          C’est ainsi que le premier administrateur entre, et que sort d’affaire qui a perdu mot de
          passe ou téléphone. Le code s’emploie une fois, à la page /code du site.
          """,
        arguments: [
          Commande.Argument(nom: "IDENTIFIANT", aide: "ce avec quoi la personne se connecte")
        ],
        options: Guichet.options,
        exemples: ["delibere compte code ada"],
        action: .execution(GererLesComptes.donnerUnCode),
      ),
      Commande(
        nom: "jeton",
        resume: "Donne à un programme un jeton pour l’API, au nom d’une personne.",
        details: """
          Son secret n’est montré qu’une fois : la base n’en garde que l’empreinte. Il a les droits
          donnés, là où vont les rôles de la personne, jusqu’au jour dit. Voir docs/api.md.
          """,
        arguments: [
          Commande.Argument(nom: "NOM", aide: "ce à quoi il sert : « emploi du temps »")
        ],
        options: Guichet.options + [
          Commande.Option(
            nom: "droit",
            valeur: "DROIT",
            aide: "ce que le programme pourra faire ; s’écrit plusieurs fois",
            choix: FaireUnJeton.droits,
            repete: true,
          ),
          jour("jusqua", "dernier jour où il sert, dans un an au plus"),
        ],
        exemples: [
          "delibere compte jeton --utilisateur zoe --droit voir-les-notes --jusqua 2026-12-31 \\",
          "  'emploi du temps'",
        ],
        action: .execution(FaireUnJeton.executer),
      ),
    ]),
  )

  static let promotion = Commande(
    nom: "promotion",
    resume: "Crée et liste les promotions.",
    action: .groupe([
      Commande(
        nom: "creer",
        resume: "Crée une promotion, qui suit la maquette déposée en dernier.",
        arguments: [Commande.Argument(nom: "NOM", aide: "« MMI 1 »")],
        options: Guichet.options + [
          optionFormation, optionAnnee,
          Commande.Option(
            nom: "but",
            valeur: "1|2|3",
            aide: "l’année de BUT, si plusieurs maquettes sont déposées",
            choix: ["1", "2", "3"],
          ),
        ],
        exemples: ["delibere promotion creer 'MMI 1' --formation BUT-MMI --annee 2025-2026"],
        action: .execution(GererLesPromotions.creer),
      ),
      Commande(
        nom: "lister",
        resume: "Liste les promotions, la dernière année d’abord.",
        options: Guichet.options,
        action: .execution(GererLesPromotions.lister),
      ),
    ]),
  )

  private static let nomEntier = Commande.Option(nom: "nom", valeur: "NOM", aide: "le nom entier")
  private static let optionFormation = Commande.Option(
    nom: "formation",
    valeur: "CODE",
    aide: "la formation, par son code",
  )
  private static let optionAnnee = Commande.Option(
    nom: "annee",
    valeur: "ANNÉE",
    aide: "« 2025-2026 »",
  )
  private static let optionIrregularite = Commande.Option(
    nom: "irregularite",
    valeur: "MOTIF",
    aide: "pourquoi changer hors délai ; le motif est gardé",
  )

  private static func jour(_ nom: String, _ aide: String) -> Commande.Option {
    Commande.Option(nom: nom, valeur: "JOUR", aide: aide)
  }
}
