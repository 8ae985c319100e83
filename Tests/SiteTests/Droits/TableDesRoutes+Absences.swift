import Actes

extension TableDesRoutes {
  static let appels: [String: Qui] = [
    "GET /appels": .tousLesConnectes, "GET /appels/nouveau": .tousLesConnectes,
    "POST /appels/nouveau": .tousLesConnectes,
    "GET /appels/importer": .tousLesConnectes, "POST /appels/importer": .tousLesConnectes,
    "GET /appels/{seance}": .seulement(appellent), "POST /appels/{seance}": .seulement(appellent),
    "POST /appels/{seance}/ouvrir": .seulement(appellent),
    "POST /appels/{seance}/fermer": .seulement(appellent),
    "GET /appels/{seance}/code": .seulement(appellent),
    "GET /emarger": .seulement([.etudiant]), "POST /emarger": .seulement([.etudiant]),
    "GET /emarger/{seance}/{code}": .seulement([.etudiant]),
  ]

  static let absences: [String: Qui] = {
    let suivent = Qui.seulement(justifient)
    var table: [String: Qui] = [
      "GET /absences": .tousLesConnectes,
      "GET /promotions/{promotion}/absences": suivent,
      "GET /promotions/{promotion}/absences.xlsx": suivent,
      "GET /promotions/{promotion}/absences.csv": suivent,
      "GET /autorisations/{autorisation}": .seulement(justifient.union([.etudiant])),
      "POST /autorisations/{autorisation}": .seulement([.responsableDeDepartement]),
      "GET /evaluations/{evaluation}/rattrapages":
        .seulement(gerent.union([.responsableDeDepartement])),
      "POST /evaluations/{evaluation}/rattrapages":
        .seulement(gerent.union([.responsableDeDepartement])),
      "GET /moi/demarches": .seulement([.etudiant]),
      "GET /etudiants/{etudiant}/demarches": .seulement(justifient.union([.etudiant])),
      "POST /etudiants/{etudiant}/demarches/signalement":
        .seulement(justifient.union([.etudiant])),
    ]
    for suite in ["annonce", "indisponibilite", "autorisation", "rattrapage"] {
      table["POST /moi/demarches/\(suite)"] = .seulement([.etudiant])
      table["POST /etudiants/{etudiant}/demarches/\(suite)"] =
        .seulement(justifient.union([.etudiant]))
    }
    return table
  }()
}
