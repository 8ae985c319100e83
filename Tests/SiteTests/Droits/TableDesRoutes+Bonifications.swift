import Actes

extension TableDesRoutes {
  // Sessions are of the whole IUT: a role in one department is not enough.
  static let bonifications: [String: Qui] = [
    "GET /bonifications": .seulement(structurent.union(commission).union([.jury, .suaps])),
    "POST /bonifications/campagnes": .seulement(structurent),
    "POST /bonifications/commissions": .seulement([]),
    "GET /moi/engagement": .seulement([.etudiant]),
    "POST /moi/engagement": .seulement([.etudiant]),
    "GET /etudiants/{etudiant}/engagement": .seulement([.secretariat, .etudiant]),
    "POST /etudiants/{etudiant}/engagement": .seulement([.secretariat, .etudiant]),
    "POST /bonifications/demandes/{engagement}/suite": .seulement([.secretariat, .etudiant]),
    "GET /bonifications/demandes/{engagement}": .seulement(
      structurent.union(commission).union([.jury])
    ),
    "POST /bonifications/demandes/{engagement}/documents": .seulement(
      structurent.union(commission).union([.etudiant])
    ),
    "POST /bonifications/demandes/{engagement}/complement": .seulement(
      structurent.union(commission)
    ),
    "POST /bonifications/demandes/{engagement}/assiduite": .seulement(decident),
    "GET /bonifications/commissions/{commission}": .seulement([]),
    "POST /bonifications/commissions/{commission}": .seulement([]),
    "POST /bonifications/commissions/{commission}/cloture": .seulement([]),
    "POST /bonifications/commissions/{commission}/demandes/{engagement}": .seulement([]),
    "GET /bonifications/commissions/{commission}/proces-verbal": .seulement([]),
    "POST /bonifications/commissions/{commission}/documents": .seulement([]),
    "GET /bonifications/sport": .seulement([.suaps]),
    "POST /bonifications/sport": .seulement([.suaps]),
    "POST /bonifications/sport/{bonus}": .seulement([.suaps]),
    "GET /amenagements": .seulement(structurent.union([.serviceHandicap])),
    "GET /amenagements/{demande}": .seulement([.direction, .responsableDeDepartement]),
    "POST /amenagements/{demande}": .seulement([.direction, .responsableDeDepartement]),
    "GET /moi/amenagements": .seulement([.etudiant]),
    "POST /moi/amenagements": .seulement([.etudiant]),
    "POST /moi/amenagements/{demande}": .seulement([.etudiant, .secretariat]),
  ]
}
