internal import Actes

extension Commandes {
  static let documents = Commande(
    nom: "documents",
    resume: "Édite relevés, attestations, procès-verbaux et convocations en PDF.",
    details: """
      Chaque document porte un code, qu’une page publique du site confirme. Réimprimé sans que rien
      n’ait changé, il garde son code et sa date. Tant qu’une procédure disciplinaire est en cours,
      ni relevé ni attestation (règlement des études, article 5).
      """,
    action: .groupe([editerDesDocuments, confirmerUnDocument]),
  )

  private static let editerDesDocuments = Commande(
    nom: "editer",
    resume: "Édite les documents d’une promotion, d’une année entière ou d’un jury.",
    details: """
      Sans --chacun, un fichier par promotion, à imprimer ; avec, un fichier par étudiant, balisé.
      En session 2, chaque inscription tardive et chaque copie à consulter a son fichier, au numéro
      de la demande. Qui n’a pas de document est nommé avec la raison. Un fichier déjà là n’est
      jamais remplacé.
      """,
    arguments: [
      Commande.Argument(
        nom: "NATURE",
        aide: EditerDesDocuments.natures.map(\.rawValue).joined(separator: ", "),
      )
    ],
    options: Guichet.options + [
      Commande.Option(
        nom: "promotion",
        valeur: "NOM",
        aide: "de cette promotion ; peut être répété",
        repete: true,
      ),
      Commande.Option(
        nom: "annee",
        valeur: "ANNÉE",
        aide: "de toutes les promotions de l’année, ou son calendrier",
      ),
      Releves.optionModule,
      Commande.Option(
        nom: "evaluation",
        valeur: "NOM",
        aide: "de cette évaluation : liste de salle, émargement, convocations",
      ),
      Commande.Option(nom: "jury", valeur: "NUMÉRO", aide: "de ce jury, clos"),
      Commande.Option(
        nom: "demande",
        valeur: "NUMÉRO",
        aide: "de cette inscription tardive, ou de cette copie à consulter",
      ),
      Commande.Option(
        nom: "etudiant",
        valeur: "NIP",
        aide: "pour cet étudiant seulement ; peut être répété",
        repete: true,
      ),
      Commande.Option(nom: "chacun", aide: "un fichier par étudiant"),
      Commande.Option(
        nom: "site",
        valeur: "ADRESSE",
        aide: "où le site confirme les codes : https://scolarite.iut.example",
      ),
      Commande.Option(nom: "sortie", valeur: "DOSSIER", aide: "où les écrire ; ici par défaut"),
    ],
    exemples: [
      "delibere documents editer releve-provisoire --promotion 'MMI 1' --sortie releves",
      "delibere documents editer releve-definitif --annee 2025-2026 --chacun --sortie releves",
      "delibere documents editer proces-verbal --jury 12",
      "delibere documents editer liste-de-salle --promotion 'MMI 1' --module R101 --evaluation 'DS 1'",
      "delibere documents editer accuse-de-session-2 --promotion 'MMI 1' --chacun --sortie accuses",
      "delibere documents editer reponse-a-contestation --promotion 'MMI 1' --etudiant 22000417",
    ],
    action: .execution(EditerDesDocuments.executer),
  )

  private static let confirmerUnDocument = Commande(
    nom: "confirmer",
    resume: "Dit ce qu’un code de vérification confirme.",
    arguments: [Commande.Argument(nom: "CODE", aide: "tel qu’il est imprimé, ou sans tirets")],
    options: Guichet.options,
    exemples: ["delibere documents confirmer 7KQ2-M9FD-XW4T-3HBN"],
    action: .execution(EditerDesDocuments.confirmer),
  )
}
