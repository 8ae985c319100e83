import Actes

extension TableDesRoutes {
  static let promotions: [String: Qui] = {
    let vues = [
      "", "/modules", "/maquette", "/resultats", "/repartition", "/modules.xlsx", "/modules.csv",
      "/maquette.xlsx", "/maquette.csv", "/resultats.xlsx", "/resultats.csv", "/repartition.xlsx",
      "/repartition.csv", "/reussite", "/reussite.xlsx", "/reussite.csv",
      "/diplomes", "/diplomes.xlsx", "/diplomes.csv",
    ]
    var table: [String: Qui] = [
      "GET /promotions": .tousLesConnectes,
      "GET /parcours": .tousLesConnectes, "GET /parcours.svg": .tousLesConnectes,
      "GET /parcours.xlsx": .tousLesConnectes, "GET /parcours.csv": .tousLesConnectes,
      "GET /promotions/{promotion}/resultats/{etudiant}/{ue}":
        .seulement(suivent.union([.etudiant])),
    ]
    for vue in vues { table["GET /promotions/{promotion}\(vue)"] = .seulement(suivent) }
    return table
  }()

  static let inscrits: [String: Qui] = [
    "GET /promotions/{promotion}/etudiants": .seulement(voientLesEtudiants),
    "POST /promotions/{promotion}/etudiants": .seulement(gerentLesEtudiants),
    "POST /promotions/{promotion}/groupes": .seulement(structurent),
    "POST /promotions/{promotion}/inscriptions": .seulement(gerentLesEtudiants),
    "GET /promotions/{promotion}/etudiants/importer": .seulement(gerentLesEtudiants),
    "POST /promotions/{promotion}/etudiants/importer": .seulement(gerentLesEtudiants),
    "GET /etudiants/{etudiant}/inscriptions/{inscription}": .seulement(gerentLesEtudiants),
    "POST /etudiants/{etudiant}/inscriptions/{inscription}/statut": .seulement(gerentLesEtudiants),
    "POST /etudiants/{etudiant}/inscriptions/{inscription}/fin": .seulement(gerentLesEtudiants),
  ]
}
