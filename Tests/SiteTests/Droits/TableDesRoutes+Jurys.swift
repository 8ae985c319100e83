import Actes

extension TableDesRoutes {
  static let jurys: [String: Qui] = [
    "GET /jurys": .tousLesConnectes,
    "GET /promotions/{promotion}/jurys/nouveau": .seulement(structurent),
    "POST /promotions/{promotion}/jurys/nouveau": .seulement(structurent),
    "GET /jurys/{jury}": .seulement(voientLesDecisions),
    "POST /jurys/{jury}/seance": .seulement(structurent),
    "POST /jurys/{jury}/annuler": .seulement(structurent),
    "GET /jurys/{jury}/deliberation": .seulement(voientLesDecisions),
    "POST /jurys/{jury}/adopter": .seulement(decident),
    "GET /jurys/{jury}/etudiants/{etudiant}": .seulement(voientLesDecisions),
    "POST /jurys/{jury}/etudiants/{etudiant}": .seulement(decident),
    "POST /jurys/{jury}/etudiants/{etudiant}/commission": .seulement(structurent),
    "POST /jurys/{jury}/etudiants/{etudiant}/situations": .seulement(structurent),
    "POST /jurys/{jury}/etudiants/{etudiant}/avis": .seulement(rouvrent),
    "POST /jurys/{jury}/situations/{situation}/lever": .seulement(structurent),
    "GET /jurys/{jury}/cloture": .seulement([.direction]),
    "POST /jurys/{jury}/cloture": .seulement([.direction]),
    "GET /jurys/{jury}/scelles": .seulement(voientLesDecisions),
    "GET /jurys/{jury}/synthese": .seulement(voientLesDecisions),
    "GET /jurys/{jury}/synthese.xlsx": .seulement(voientLesDecisions),
    "GET /jurys/{jury}/synthese.csv": .seulement(voientLesDecisions),
    "GET /jurys/{jury}/scelles.json": .seulement(voientLesDecisions),
    "GET /jurys/{jury}/rectification": .seulement([.direction]),
    "POST /jurys/{jury}/rectification": .seulement([.direction]),
  ]

  static let redoublement: [String: Qui] = [
    "GET /promotions/{promotion}/redoublements": .seulement(suivent),
    "GET /promotions/{promotion}/redoublements/saisir": .seulement(suivent),
    "GET /redoublements/{redoublement}": .seulement(suivent),
    "POST /redoublements/{redoublement}/audition": .seulement(structurent),
    "POST /redoublements/{redoublement}/proposition": .seulement(rouvrent),
    "POST /redoublements/{redoublement}/supplement": .seulement([.direction]),
    "POST /redoublements/{redoublement}/decision": .seulement([.direction, .jury]),
    "POST /redoublements/{redoublement}/notification": .seulement(structurent),
    "POST /redoublements/{redoublement}/demande": .seulement([.secretariat, .etudiant]),
    "GET /etudiants/{etudiant}/redoublement": .seulement([.secretariat, .etudiant]),
    "POST /etudiants/{etudiant}/redoublement": .seulement([.secretariat, .etudiant]),
    "GET /moi/redoublement": .seulement([.etudiant]),
    "POST /moi/redoublement": .seulement([.etudiant]),
  ]

  static let anneeSuivante: [String: Qui] = [
    "GET /promotions/{promotion}/annee-suivante": .seulement(suivent),
    "POST /promotions/{promotion}/annee-suivante": .seulement(gerentLesEtudiants),
    "POST /promotions/{promotion}/annee-suivante/defaire": .seulement(gerentLesEtudiants),
    "GET /promotions/{promotion}/annee-suivante/{etudiant}": .seulement(gerentLesEtudiants),
    "POST /promotions/{promotion}/annee-suivante/{etudiant}": .seulement(gerentLesEtudiants),
  ]
}
