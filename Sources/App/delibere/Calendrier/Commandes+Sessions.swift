// What surrounds a search: conversions, invented sessions, drawings.
extension Commandes {
  static let convertir = Commande(
    nom: "convertir",
    resume: "Dit une session dans un autre format.",
    details: """
      Refuse, avec la raison, ce que l’autre format ne peut pas dire. Avec --calendrier, le calendrier
      suit : dans le classeur, ou dans un fichier .sol à côté.
      """,
    arguments: [instanceDExamens],
    options: formatDInstance + [
      Commande.Option(
        nom: "vers",
        valeur: "FORMAT",
        aide: "par défaut, selon l’extension de la sortie",
        choix: InstanceDExamens.Format.allCases.map(\.rawValue),
      ),
      Commande.Option(nom: "calendrier", valeur: "FICHIER", aide: "un calendrier déjà fait"),
      Commande.Option(nom: "sortie", valeur: "FICHIER", aide: "où écrire"),
    ],
    exemples: [
      "delibere calendrier convertir exam_comp_set1.exam --vers xlsx --sortie set1.xlsx",
      "delibere calendrier convertir car-f-92.crs --periodes 32 --sortie car-f-92.xlsx",
    ],
    action: .execution(ConvertirUneInstance.executer),
  )

  static let inventer = Commande(
    nom: "inventer",
    resume: "Écrit le classeur d’une session qui n’existe pas, comme modèle ou pour essayer.",
    details: """
      Un calendrier sans chevauchement y est caché, sauf pour les étudiants de --chevauchements.
      Même graine, même session.
      """,
    options: [
      Commande.Option(nom: "graine", valeur: "NOMBRE", aide: "la graine du tirage (1)"),
      Commande.Option(nom: "formations", valeur: "NOMBRE", aide: "combien de formations (12)"),
      Commande.Option(nom: "inscrits", valeur: "NOMBRE", aide: "combien d’étudiants (1500)"),
      Commande.Option(nom: "epreuves", valeur: "NOMBRE", aide: "combien d’épreuves (220)"),
      Commande.Option(nom: "salles", valeur: "NOMBRE", aide: "combien de salles (25)"),
      Commande.Option(nom: "jours", valeur: "NOMBRE", aide: "combien de jours (3)"),
      Commande.Option(
        nom: "chevauchements",
        valeur: "NOMBRE",
        aide: "combien d’étudiants auront deux épreuves à la fois (0)",
      ),
      Commande.Option(nom: "sortie", valeur: "FICHIER", aide: "le classeur à écrire"),
    ],
    exemples: ["delibere calendrier inventer --graine 7 --sortie session.xlsx"],
    action: .execution(InventerUneSession.executer),
  )

  static let dessiner = Commande(
    nom: "dessiner",
    resume: "Dessine un calendrier en SVG : salles et créneaux, charge des étudiants par jour.",
    arguments: [instanceDExamens, calendrierFait],
    options: formatDInstance + [
      Commande.Option(nom: "titre", valeur: "TEXTE", aide: "le titre du dessin"),
      Commande.Option(nom: "sortie", valeur: "FICHIER", aide: "le dessin à écrire"),
    ],
    exemples: [
      "delibere calendrier dessiner session.xlsx calendrier.xlsx --sortie calendrier.svg"
    ],
    action: .execution(DessinerUnCalendrier.executer),
  )
}
