extension Commandes {
  static let base = Commande(
    nom: "base",
    resume: "Crée, sauvegarde, restaure et vérifie la base d’un établissement.",
    details: """
      Une base est un fichier SQLite ou une base PostgreSQL. Une sauvegarde est toujours un fichier
      SQLite : restaurée ailleurs, elle fait aussi passer d’un moteur à l’autre. Voir
      docs/administration.md.
      """,
    action: .groupe([creer, migrer, sauvegarder, restaurer, verifierLaBase, demonstration]),
  )

  private static let creer = Commande(
    nom: "creer",
    resume: "Crée la base et y fonde un établissement avec son administrateur.",
    details:
      "Le code ne change plus ensuite. Un établissement peut être ajouté à une base qui sert.",
    options: [
      AccesALaBase.option,
      Commande.Option(nom: "code", valeur: "CODE", aide: "un nom court : iut-nulle-part"),
      Commande.Option(nom: "nom", valeur: "NOM", aide: "le nom de l’établissement"),
      Commande.Option(nom: "ville", valeur: "VILLE", aide: "sa ville"),
      Commande.Option(
        nom: "administrateur",
        valeur: "IDENTIFIANT",
        aide: "ce avec quoi l’administrateur se connecte",
      ),
      Commande.Option(
        nom: "nom-administrateur",
        valeur: "NOM",
        aide: "le nom de l’administrateur",
      ),
    ],
    exemples: [
      "delibere base creer --code iut-nulle-part --nom 'IUT de Nulle-Part' --ville Nulle-Part \\",
      "  --administrateur ada --nom-administrateur 'Ada Ministre'",
    ],
    action: .execution(GererLaBase.creer),
  )

  private static let migrer = Commande(
    nom: "migrer",
    resume: "Met une base plus ancienne au schéma du programme.",
    details: """
      C’est fait aussi quand le programme s’ouvre dessus. D’un fichier SQLite une copie est gardée à
      côté, « .avant-migration-N ». Toutes les étapes sont faites, ou aucune.
      """,
    options: [AccesALaBase.option],
    action: .execution(GererLaBase.migrer),
  )

  private static let sauvegarder = Commande(
    nom: "sauvegarder",
    resume: "Copie la base dans un fichier pendant que les gens travaillent.",
    details: """
      Le fichier est l’état d’un seul instant. À côté, FICHIER.tete.json garde son empreinte et la
      tête de chaque journal : les deux vont ensemble.
      """,
    arguments: [
      Commande.Argument(nom: "FICHIER", aide: "la sauvegarde à faire, qui ne doit pas exister")
    ],
    options: [AccesALaBase.option],
    exemples: ["delibere base sauvegarder /sauvegardes/iut-2026-07-01.sqlite"],
    action: .execution(GererLaBase.sauvegarder),
  )

  private static let restaurer = Commande(
    nom: "restaurer",
    resume: "Remet une sauvegarde là où il n’y a encore rien.",
    details: """
      Un fichier qui n’existe pas, ou une base PostgreSQL vide. L’empreinte, le fichier et le journal
      sont vérifiés avant ; interrompue, la restauration ne laisse rien.
      """,
    arguments: [Commande.Argument(nom: "FICHIER", aide: "la sauvegarde, avec son .tete.json")],
    options: [AccesALaBase.option],
    exemples: [
      "delibere base restaurer --base exercice.sqlite /sauvegardes/iut-2026-07-01.sqlite",
      "delibere base restaurer --base postgresql://delibere@serveur/iut iut-2026-07-01.sqlite",
    ],
    action: .execution(GererLaBase.restaurer),
  )

  private static let verifierLaBase = Commande(
    nom: "verifier",
    resume: "Vérifie tout : fichier, références, protections, journal et notes.",
    options: [AccesALaBase.option, AccesALaBase.optionTete],
    action: .execution(GererLaBase.verifier),
  )

  static let journal = Commande(
    nom: "journal",
    resume: "Vérifie et exporte le journal de ce qui a été fait.",
    details: """
      Chaque entrée est liée à la précédente par une empreinte : ce qui serait changé, déplacé ou
      retiré se voit, pour peu qu’une tête ait été gardée ailleurs.
      """,
    action: .groupe([verifierLeJournal, exporterLeJournal, tete]),
  )

  private static let verifierLeJournal = Commande(
    nom: "verifier",
    resume: "Refait chaque empreinte du journal et compare les notes à ses entrées.",
    options: [AccesALaBase.option, AccesALaBase.optionTete],
    exemples: ["delibere journal verifier --tete tete-2026-07-01.json"],
    action: .execution(LireLeJournal.verifier),
  )

  private static let exporterLeJournal = Commande(
    nom: "exporter",
    resume: "Écrit le journal, une ligne de JSON par entrée.",
    details:
      "tools/verifier_journal.py vérifie un tel export sans rien partager avec ce programme.",
    options: [AccesALaBase.option],
    exemples: ["delibere journal exporter > journal.jsonl"],
    action: .execution(LireLeJournal.exporter),
  )

  private static let tete = Commande(
    nom: "tete",
    resume: "Écrit la tête de chaque journal, à garder ailleurs que la base.",
    options: [AccesALaBase.option],
    exemples: ["delibere journal tete > tete-2026-07-01.json"],
    action: .execution(LireLeJournal.tete),
  )
}
