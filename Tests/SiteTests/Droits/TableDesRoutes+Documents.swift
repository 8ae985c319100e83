import Actes

extension TableDesRoutes {
  static let documents: [String: Qui] = [
    "GET /verifier": .tousMemeInconnus, "GET /verifier/{code}": .tousMemeInconnus,
    "GET /promotions/{promotion}/documents": .seulement(structurent),
    "GET /promotions/{promotion}/documents/{nature}": .seulement(structurent),
    "POST /promotions/{promotion}/documents/{nature}": .seulement(structurent),
    "GET /jurys/{jury}/documents/{piece}": .seulement(structurent),
    "POST /jurys/{jury}/documents/{piece}": .seulement(structurent),
    "GET /evaluations/{evaluation}/documents": .seulement(structurent),
    "GET /evaluations/{evaluation}/documents/{liste}": .seulement(structurent),
    "POST /evaluations/{evaluation}/documents/{liste}": .seulement(structurent),
    "GET /seances/{seance}/documents/{liste}": .seulement(structurent),
    "POST /seances/{seance}/documents/{liste}": .seulement(structurent),
    "POST /documents/calendrier": .seulement(structurent),
    "POST /etudiants/{etudiant}/documents/{nature}": .seulement(structurent.union([.etudiant])),
    // The kind is in the form: nothing is given without it.
    "POST /moi/documents": .seulement([]),
    "GET /administration/documents": .seulement(structurent),
    "GET /administration/documents/{lieu}": .seulement(structurent),
    "GET /administration/documents/{lieu}/{modele}": .seulement(structurent),
    "POST /administration/documents/{lieu}/{modele}": .seulement(structurent),
    "POST /administration/documents/{lieu}/{modele}/apercu": .seulement(structurent),
    "GET /administration/documents/{lieu}/{modele}/versions": .seulement(structurent),
    "GET /administration/documents/{lieu}/en-tete": .seulement(structurent),
    "POST /administration/documents/{lieu}/en-tete": .seulement(structurent),
    "POST /administration/documents/{lieu}/en-tete/apercu": .seulement(structurent),
    "GET /administration/documents/{lieu}/en-tete/versions": .seulement(structurent),
    // No image was given: found by nobody.
    "GET /administration/documents/images/{image}": .seulement([]),
  ]
}
