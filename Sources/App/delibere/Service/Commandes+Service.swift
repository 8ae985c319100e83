extension Commandes {
  static let servir = Commande(
    nom: "servir",
    resume: "Ouvre le site sur une base.",
    details: """
      Plusieurs processus peuvent servir la même base PostgreSQL. En production, nginx chiffre et
      passe les demandes : voir docs/administration.md et docs/nginx.conf.exemple. SIGTERM finit ce
      qui est en cours, puis arrête.
      """,
    options: [
      AccesALaBase.option,
      Commande.Option(
        nom: "etablissement",
        valeur: "CODE",
        aide: "celui de la base, s’il n’y en a pas qu’un",
      ),
      Commande.Option(
        nom: "ecoute",
        valeur: "IP",
        aide: "l’adresse où écouter ; par défaut 127.0.0.1, cette machine seulement",
      ),
      Commande.Option(nom: "port", valeur: "N", aide: "le port ; par défaut 8080, 0 en prend un"),
      Commande.Option(
        nom: "adresse",
        valeur: "URL",
        aide: "celle que les gens tapent, https://delibere.iut.example ; par défaut, l’écoute",
      ),
      Commande.Option(
        nom: "mandataire",
        valeur: "IP/N",
        aide: "la machine de nginx, crue sur l’origine des demandes",
        repete: true,
      ),
      Commande.Option(
        nom: "cas",
        valeur: "URL",
        aide: "le serveur CAS de l’université, sans /login",
      ),
      Commande.Option(
        nom: "cas-attribut",
        valeur: "NOM",
        aide: "l’attribut qui donne l’identifiant du compte ; par défaut, le nom de connexion",
      ),
      Commande.Option(
        nom: "openid",
        valeur: "URL",
        aide: "l’émetteur OpenID Connect ; le secret du client est dans DELIBERE_OPENID_SECRET",
      ),
      Commande.Option(nom: "openid-client", valeur: "ID", aide: "notre identifiant chez lui"),
      Commande.Option(
        nom: "openid-donnee",
        valeur: "NOM",
        aide: "la donnée du jeton qui donne l’identifiant du compte ; par défaut sub",
      ),
      Commande.Option(
        nom: "autorites",
        valeur: "FICHIER",
        aide: "les autorités de certification de ces services et du courrier, en PEM",
      ),
      Commande.Option(
        nom: "demonstration",
        aide: "fait la base si elle n’existe pas, avec un IUT fictif, et montre ses comptes",
      ),
      Commande.Option(
        nom: "le",
        valeur: "INSTANT",
        aide: "avec --demonstration, le jour ou la minute (2026-06-26T23:59) où la visite commence",
      ),
    ] + ReglagesDuCourrier.options,
    exemples: [
      "delibere servir --demonstration --base demonstration.sqlite",
      "delibere servir --demonstration --base demonstration.sqlite --le 12/06/2026",
      "delibere servir --base postgresql://delibere@localhost/iut \\",
      "  --adresse https://delibere.iut.example --mandataire 127.0.0.1",
    ],
    action: .execution(ServirLeSite.executer),
  )
}
