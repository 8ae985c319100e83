internal import Calendrier

extension Commandes {
  static let calendrier = Commande(
    nom: "calendrier",
    resume: "Place des épreuves dans des périodes et des salles, et dit pourquoi.",
    details: """
      Une session est un classeur (XLSX ou ODS), ou une instance de la recherche : celle du concours
      ITC 2007 et celle de Toronto (deux fichiers, .crs et .stu). docs/epreuves.md dit comment
      remplir le classeur et lire ce qui est répondu ; docs/calendrier.md donne les mesures.
      """,
    action: .groupe([
      resoudre, valider, expliquerUnCalendrier, convertir, inventer, dessiner,
    ]),
  )

  static let instanceDExamens = Commande.Argument(nom: "INSTANCE", aide: "le problème à lire")
  static let calendrierFait = Commande.Argument(
    nom: "CALENDRIER",
    aide: "un calendrier déjà fait",
  )

  static let formatDInstance = [
    Commande.Option(
      nom: "format",
      valeur: "FORMAT",
      aide: "itc2007, toronto ou xlsx ; par défaut, selon l’extension du fichier",
      choix: InstanceDExamens.Format.allCases.map(\.rawValue),
    ),
    Commande.Option(
      nom: "periodes",
      valeur: "NOMBRE",
      aide: "le nombre de périodes, pour toronto",
    ),
  ]

  private static let resoudre = Commande(
    nom: "resoudre",
    resume: "Cherche le meilleur calendrier dans le temps donné.",
    details: """
      Chaque cœur cherche avec une autre graine ; le meilleur est gardé. Même graine et même nombre
      de propositions, même calendrier sur toute machine. Ctrl-C arrête et garde le meilleur trouvé.
      """,
    arguments: [instanceDExamens],
    options: formatDInstance + [
      Commande.Option(nom: "duree", valeur: "SECONDES", aide: "combien de temps chercher (60)"),
      Commande.Option(
        nom: "propositions",
        valeur: "NOMBRE",
        aide: "chercher ce nombre de propositions plutôt qu’un temps",
      ),
      Commande.Option(nom: "graine", valeur: "NOMBRE", aide: "la première graine (1)"),
      Commande.Option(nom: "coeurs", valeur: "NOMBRE", aide: "autant de recherches de front (2)"),
      Commande.Option(nom: "sortie", valeur: "FICHIER", aide: "où écrire le calendrier"),
    ],
    exemples: [
      "delibere calendrier resoudre session.xlsx --duree 60 --sortie calendrier.xlsx",
      "delibere calendrier resoudre exam_comp_set1.exam --duree 120 --sortie set1.sol",
      "delibere calendrier resoudre car-f-92 --format toronto --periodes 32 --sortie car-f-92.sol",
    ],
    action: .execution(ResoudreUnCalendrier.executer),
  )

  private static let valider = Commande(
    nom: "valider",
    resume: "Recalcule ce que coûte un calendrier et nomme ce qu’il enfreint.",
    arguments: [instanceDExamens, calendrierFait],
    options: formatDInstance,
    exemples: ["delibere calendrier valider session.xlsx calendrier.xlsx"],
    action: .execution(LireUnCalendrier.valider),
  )

  private static let expliquerUnCalendrier = Commande(
    nom: "expliquer",
    resume: "Dit pourquoi une épreuve est là, ou ce que vit un candidat.",
    details: """
      Avec --epreuve, ce que chaque autre période changerait. Avec --candidat, ses épreuves et ce
      qu’elles ont de gênant. Avec --changer, ce qu’un déplacement coûte et le moins à changer pour
      le réparer.
      """,
    arguments: [instanceDExamens, calendrierFait],
    options: formatDInstance + [
      Commande.Option(nom: "epreuve", valeur: "NOM", aide: "cette épreuve"),
      Commande.Option(nom: "candidat", valeur: "NOM", aide: "ce candidat"),
      Commande.Option(nom: "changer", valeur: "NOM", aide: "déplacer cette épreuve, avec --vers"),
      Commande.Option(
        nom: "vers",
        valeur: "CRÉNEAU",
        aide: "le code du créneau : P1 est le premier",
      ),
      Commande.Option(nom: "sortie", valeur: "FICHIER", aide: "où écrire le calendrier réparé"),
    ],
    exemples: [
      "delibere calendrier expliquer session.xlsx calendrier.xlsx --candidat 22400012",
      "delibere calendrier expliquer exam_comp_set1.exam set1.sol --epreuve 12",
      "delibere calendrier expliquer exam_comp_set1.exam set1.sol --changer 12 --vers P4",
    ],
    action: .execution(LireUnCalendrier.expliquer),
  )
}
