import Actes

extension TableDesRoutes {
  static let etudiants: [String: Qui] = [
    "GET /etudiants": .tousLesConnectes,
    "GET /etudiants/{etudiant}": .seulement(voientLesEtudiants.union([.etudiant])),
    "GET /etudiants/{etudiant}/notes": .seulement(voientLesNotes.union([.etudiant])),
    "GET /etudiants/{etudiant}/absences": .seulement(structurent.union([.jury, .etudiant])),
    "GET /etudiants/{etudiant}/documents": .seulement(structurent.union([.etudiant])),
    "GET /etudiants/{etudiant}/journal": .seulement(rouvrent),
    "GET /etudiants/{etudiant}/identite":
      .seulement(structurent.union([.serviceHandicap, .etudiant])),
    "POST /etudiants/{etudiant}/identite": .seulement(gerentLesEtudiants),
    "POST /etudiants/{etudiant}/confiance": .seulement(gerentLesEtudiants),
    "POST /etudiants/{etudiant}/amenagements": .seulement([.serviceHandicap]),
    "POST /etudiants/{etudiant}/amenagements/{amenagement}": .seulement([.serviceHandicap]),
    "GET /etudiants/{etudiant}/justificatifs/nouveau": .seulement([.secretariat, .etudiant]),
    "POST /etudiants/{etudiant}/justificatifs/nouveau": .seulement([.secretariat, .etudiant]),
    "GET /moi": .seulement([.etudiant]), "GET /moi/notes": .seulement([.etudiant]),
    "GET /moi/absences": .seulement([.etudiant]), "GET /moi/documents": .seulement([.etudiant]),
    "GET /moi/identite": .seulement([.etudiant]),
    "GET /moi/resultats": .seulement([.etudiant]),
    "GET /moi/objectifs": .seulement([.etudiant]),
    "GET /moi/comparaison": .seulement([.etudiant]),
    "POST /moi/nouvelles": .seulement([.etudiant]),
    "GET /moi/justificatifs/nouveau": .seulement([.etudiant]),
    "POST /moi/justificatifs/nouveau": .seulement([.etudiant]),
    "GET /justificatifs/{justificatif}": .seulement(justifient.union([.etudiant])),
    "POST /justificatifs/{justificatif}": .seulement(justifient),
    "POST /justificatifs/{justificatif}/piece": .seulement(justifient.union([.etudiant])),
    "GET /fichiers/{fichier}": .seulement(justifient.union([.etudiant])),
  ]
}
