import Actes

extension TableDesRoutes {
  static let sessionDeux: [String: Qui] = {
    let conduisent = Qui.seulement(structurent)
    let service = Qui.seulement([.serviceHandicap])
    let choisissent = Qui.seulement([.directeurDesEtudes, .responsableDeModule])
    let session = "/session-2/{campagne}"
    return [
      "GET /session-2":
        .seulement(structurent.union(duModule).union([.serviceHandicap])),
      "POST /session-2": conduisent,
      "GET \(session)": .seulement(structurent.union([.serviceHandicap])),
      "POST \(session)": conduisent,
      "POST \(session)/tardives/{tardive}":
        .seulement([.direction, .responsableDeDepartement]),
      "GET \(session)/admissibilite": conduisent, "POST \(session)/admissibilite": conduisent,
      "POST \(session)/admissibilite/{etudiant}": conduisent,
      "POST \(session)/renoncements": conduisent, "POST \(session)/rappel": conduisent,
      "GET \(session)/epreuves": .seulement(structurent.union([.responsableDeModule])),
      "GET \(session)/epreuves/{epreuve}": choisissent,
      "POST \(session)/epreuves/{epreuve}": choisissent,
      "GET \(session)/amenagements": .seulement(structurent.union([.serviceHandicap])),
      "POST \(session)/amenagements": service, "POST \(session)/amenagements/arret": service,
      "GET /moi/session-2": .seulement([.etudiant]),
      "POST /moi/session-2/{campagne}": .seulement([.etudiant]),
      "POST /moi/session-2/{campagne}/tardive": .seulement([.etudiant]),
      "POST /moi/session-2/{campagne}/amenagement": .seulement([.etudiant]),
      "GET /etudiants/{etudiant}/session-2": .seulement(structurent.union([.etudiant])),
      "POST /etudiants/{etudiant}/session-2/{campagne}":
        .seulement(structurent.union([.etudiant])),
      "POST /etudiants/{etudiant}/session-2/{campagne}/tardive":
        .seulement([.secretariat, .etudiant]),
    ]
  }()

  static let calendrierDeSession2: [String: Qui] = {
    let conduisent = Qui.seulement(structurent)
    let conduisentOuSurveillent = Qui.seulement(structurent.union(appellent))
    var table: [String: Qui] = [
      "POST /session-2/{campagne}/calendrier/signer": .seulement([.directeurDesEtudes]),
      "GET /session-2/{campagne}/jour": conduisentOuSurveillent,
      "GET /session-2/{campagne}/jour/{cle}": conduisentOuSurveillent,
      "POST /session-2/{campagne}/jour/{cle}/etudiants/{etudiant}": .seulement(appellent),
      "POST /session-2/{campagne}/jour/{cle}/absences/{etudiant}": .seulement([.secretariat]),
      "GET /moi/session-2/calendrier": .seulement([.etudiant]),
      "POST /moi/session-2/{campagne}/contraintes": .seulement([.etudiant]),
      "POST /moi/session-2/{campagne}/contraintes/{contrainte}": .seulement([.etudiant]),
      "POST /moi/session-2/{campagne}/signalements": .seulement([.etudiant]),
      "POST /moi/session-2/{campagne}/convocation": .seulement([.etudiant]),
    ]
    for suite in ["", "/lieux", "/recherches", "/grille", "/prix"] {
      table["GET /session-2/{campagne}/calendrier\(suite)"] = conduisent
    }
    for suite in [
      "calendrier/lieux", "calendrier/recherches", "calendrier/recherches/{course}",
      "calendrier/grille", "calendrier/solution", "calendrier/publier", "calendrier/confirmer",
      "calendrier/mise-a-jour", "calendrier/signalements/{signalement}", "jour/places",
      "jour/cloture", "jour/documents",
    ] {
      table["POST /session-2/{campagne}/\(suite)"] = conduisent
    }
    return table
  }()

  static let copies: [String: Qui] = {
    let notent = Qui.seulement(structurent.union(saisissent))
    let pointent = Qui.seulement(structurent.union(saisissent).union([.surveillant]))
    let demande = "/session-2/{campagne}/contestations/{consultation}"
    return [
      "GET /session-2/{campagne}/copies": notent,
      "GET /session-2/{campagne}/effets": .seulement(voientLesNotes.subtracting(duModule)),
      "GET /session-2/{campagne}/copies/{epreuve}": notent,
      "GET /session-2/{campagne}/copies/{epreuve}/numeros": .seulement(structurent),
      "POST /session-2/{campagne}/copies/{epreuve}/preparer": .seulement(structurent),
      "POST /session-2/{campagne}/copies/{epreuve}/lectures": .seulement(saisissent),
      "POST /session-2/{campagne}/copies/{epreuve}/accord": .seulement(saisissent),
      "POST /session-2/{campagne}/copies/{epreuve}/verser": .seulement([.secretariat]),
      "GET /session-2/{campagne}/contestations": .seulement(structurent),
      "POST \(demande)/fixer": .seulement(structurent),
      "POST \(demande)/constater": .seulement(structurent),
      "POST \(demande)/maintenir": .seulement(structurent),
      "POST \(demande)/reconnaitre": .seulement([.direction]),
      "POST \(demande)/reporter": .seulement([.secretariat]),
      "POST \(demande)/reprendre": .seulement([.secretariat]),
      "GET /moi/session-2/copies": .seulement([.etudiant]),
      "POST /moi/session-2/copies/{epreuve}": .seulement([.etudiant]),
      "GET /session-2/{campagne}/soutien": pointent,
      "POST /session-2/{campagne}/soutien": .seulement(structurent),
      "POST /session-2/{campagne}/soutien/fondamentales": .seulement(structurent),
      "POST /session-2/{campagne}/soutien/{soutien}/annuler": .seulement(structurent),
      "POST /session-2/{campagne}/soutien/{soutien}/appel": pointent,
      "GET /moi/session-2/soutien": .seulement([.etudiant]),
      "POST /moi/session-2/soutien/{soutien}": .seulement([.etudiant]),
    ]
  }()
}
