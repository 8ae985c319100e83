extension Commandes {
  static let demonstration = Commande(
    nom: "demonstration",
    resume: "Crée une base où visiter un IUT qui n’existe pas.",
    details: """
      Deux départements, trois promotions d’étudiants fictifs (une complète, deux au milieu d’un
      semestre), une antenne dont l’année attend sa session 2, un compte au moins pour chaque rôle.
      Une base qui a déjà un établissement est refusée.
      """,
    options: [
      AccesALaBase.option,
      Commande.Option(
        nom: "le",
        valeur: "JOUR",
        aide: "le jour de la visite, JJ/MM/AAAA ; par défaut, aujourd’hui",
      ),
    ],
    exemples: ["delibere base demonstration --base demonstration.sqlite --le 20/11/2025"],
    action: .execution(FaireUneDemonstration.executer),
  )
}
