import Actes

/// Who gets an answer from each route, in their own department: the one table of the site.
///
/// The acts decide; the table says it once more, route by route, so that a page that would forget
/// to ask is seen.
enum TableDesRoutes {
  enum Qui: Hashable, Sendable {
    case tousMemeInconnus
    case tousLesConnectes
    case seulement(Set<Role>)
  }

  static let toutes: [String: Qui] = [
    notes, compte, administration, reglage, etudiants, inscrits, promotions, jurys, redoublement,
    bonifications, copies, anneeSuivante, documents, discipline, appels, absences, sessionDeux,
    calendrierDeSession2, bts,
  ]
  .reduce(entree) {
    $0.merging($1) { premiere, _ in premiere }
  }

  private static let entree: [String: Qui] = [
    "GET /connexion": .tousMemeInconnus, "POST /connexion": .tousMemeInconnus,
    "GET /api": .tousMemeInconnus,
    "GET /code": .tousMemeInconnus, "POST /code": .tousMemeInconnus,
    "GET /universite/{fournisseur}": .tousMemeInconnus,
    "GET /universite/{fournisseur}/retour": .tousMemeInconnus,
    "GET /composants": .tousMemeInconnus, "GET /calendriers/{calendrier}": .tousMemeInconnus,
    "GET /mot-de-passe-oublie": .tousMemeInconnus,
    "POST /mot-de-passe-oublie": .tousMemeInconnus,
    "GET /courrier/desinscription/{droit}": .tousMemeInconnus,
    "POST /courrier/desinscription/{droit}": .tousMemeInconnus,
    "POST /deconnexion": .tousLesConnectes,
    "GET /": .tousLesConnectes, "GET /procedures": .tousLesConnectes,
  ]

  private static let notes: [String: Qui] = [
    "GET /modules": .tousLesConnectes,
    "GET /promotions/{promotion}/modules/{module}": .seulement(voientLesNotes),
    "GET /promotions/{promotion}/modules/{module}/nouvelle": .seulement(gerent),
    "POST /promotions/{promotion}/modules/{module}/nouvelle": .seulement(gerent),
    "GET /evaluations/{evaluation}": .seulement(voientLesNotes),
    "GET /evaluations/{evaluation}/resume": .seulement(voientLesNotes),
    "GET /evaluations/{evaluation}/reglages": .seulement(reglent),
    "GET /evaluations/{evaluation}/reprise": .seulement(saisissent),
    "GET /evaluations/{evaluation}/notes/{etudiant}": .seulement(voientLesNotes),
    "GET /evaluations/{evaluation}/feuille": .seulement(saisissent),
    "POST /evaluations/{evaluation}/reprise": .seulement(saisissent),
    "GET /promotions/{promotion}/notes/feuille": .seulement(saisissent),
    "GET /promotions/{promotion}/notes/reprise": .seulement(saisissent),
    "POST /promotions/{promotion}/notes/reprise": .seulement(saisissent),
    "POST /evaluations/{evaluation}/notes": .seulement(saisissent),
    "POST /evaluations/{evaluation}/notes/{etudiant}": .seulement(saisissent),
    "POST /evaluations/{evaluation}/reglages": .seulement(reglent),
    "POST /evaluations/{evaluation}/publier": .seulement(gerent),
    "POST /evaluations/{evaluation}/depublier": .seulement(gerent),
    "POST /evaluations/{evaluation}/verrouiller": .seulement(gerent),
    "POST /evaluations/{evaluation}/deverrouiller": .seulement(rouvrent),
    "POST /evaluations/{evaluation}/supprimer": .seulement(gerent),
  ]

  private static let appels: [String: Qui] = [
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

  private static let appellent = saisissent.union([.surveillant])

  private static let absences: [String: Qui] = {
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

  private static let calendrierDeSession2: [String: Qui] = {
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
      "calendrier/signalements/{signalement}", "jour/places", "jour/cloture", "jour/documents",
    ] {
      table["POST /session-2/{campagne}/\(suite)"] = conduisent
    }
    return table
  }()

  private static let promotions: [String: Qui] = {
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

  /// Those who see the marks of a promotion as a whole.
  static let suivent: Set<Role> = [
    .direction, .directeurDesEtudes, .responsableDeDepartement, .secretariat, .jury,
  ]

  private static let etudiants: [String: Qui] = [
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

  private static let inscrits: [String: Qui] = [
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

  private static let jurys: [String: Qui] = [
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

  static let decident: Set<Role> = [.direction, .jury]
  static let voientLesDecisions: Set<Role> = structurent.union([.jury])
  private static let redoublement: [String: Qui] = [
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

  private static let sessionDeux: [String: Qui] = {
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

  private static let commission: Set<Role> = [.commissionDesBonifications]
  // Sessions are of the whole IUT: a role in one department is not enough.
  private static let bonifications: [String: Qui] = [
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

  private static let copies: [String: Qui] = {
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

  private static let duModule: Set<Role> = [.enseignant, .responsableDeModule]

  private static let bts: [String: Qui] = {
    let gerent: Set<Role> = [
      .direction, .directeurDesEtudes, .responsableDeDepartement, .secretariat,
    ]
    let lisent = Qui.seulement(gerent.union([.jury]))
    var table: [String: Qui] = [
      "GET /bts": lisent, "POST /bts": .seulement(gerent),
      "GET /bts/{bts}": lisent,
      "POST /bts/{bts}/candidats": .seulement(gerent),
      "POST /bts/{bts}/proclamation": .seulement([.direction]),
      "POST /bts/{bts}/convoquer": .seulement(gerent),
      "POST /bts/{bts}/convocations": .seulement(gerent),
      "POST /bts/{bts}/cloture": .seulement([.direction]),
      "GET /bts/candidats/{candidat}": lisent,
      "GET /bts/candidats/{candidat}/pourquoi": lisent,
      "POST /bts/candidats/{candidat}/decision": .seulement([.direction, .jury]),
      "POST /bts/candidats/{candidat}/oral": .seulement(gerent),
      "POST /bts/candidats/{candidat}/accompagnement": .seulement(gerent),
      "GET /moi/bts": .seulement([.etudiant]), "POST /moi/bts": .seulement([.etudiant]),
      "POST /moi/bts/convocation": .seulement([.etudiant]),
    ]
    for suite in ["resultats", "discipline", "note"] {
      table["POST /bts/candidats/{candidat}/\(suite)"] = .seulement([.secretariat])
    }
    for route in ["GET /bts/{bts}/liste", "POST /bts/{bts}/liste", "GET /bts/{bts}/liste.xlsx"] {
      table[route] = .seulement([.secretariat])
    }
    return table
  }()

  private static let discipline: [String: Qui] = {
    let etapes = [
      "identification", "degat", "proces-verbal", "invitation", "explications", "direction",
      "rapport", "section", "classement", "decision", "notification", "recours", "annulation",
      "documents/{papier}",
    ]
    var table: [String: Qui] = [
      "GET /discipline": .seulement(signalent),
      "GET /promotions/{promotion}/incidents/nouveau": .seulement(signalent),
      "POST /promotions/{promotion}/incidents/nouveau": .seulement(signalent),
      "GET /discipline/{incident}": .seulement(suiventLaDiscipline),
      "GET /evaluations/{evaluation}/salle": .seulement(signalent),
      "POST /evaluations/{evaluation}/salle": .seulement(signalent),
      "POST /evaluations/{evaluation}/salle/{constat}": .seulement(signalent),
      "GET /moi/discipline": .seulement([.etudiant]),
      // The paper is in the form: nothing is given without it.
      "POST /moi/discipline": .seulement([]),
    ]
    for etape in etapes {
      table["POST /discipline/{incident}/\(etape)"] = .seulement(suiventLaDiscipline)
    }
    return table
  }()

  static let suiventLaDiscipline: Set<Role> = [.direction, .responsableDeDepartement]
  static let signalent: Set<Role> = structurent.union([
    .responsableDeModule, .enseignant, .surveillant,
  ])

  private static let anneeSuivante: [String: Qui] = [
    "GET /promotions/{promotion}/annee-suivante": .seulement(suivent),
    "POST /promotions/{promotion}/annee-suivante": .seulement(gerentLesEtudiants),
    "POST /promotions/{promotion}/annee-suivante/defaire": .seulement(gerentLesEtudiants),
    "GET /promotions/{promotion}/annee-suivante/{etudiant}": .seulement(gerentLesEtudiants),
    "POST /promotions/{promotion}/annee-suivante/{etudiant}": .seulement(gerentLesEtudiants),
  ]

  private static let documents: [String: Qui] = [
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

  static let voientLesEtudiants = Set(Role.allCases).subtracting([.administrateur, .etudiant])
  static let structurent: Set<Role> = rouvrent.union([.secretariat])
  static let gerentLesEtudiants: Set<Role> = [.directeurDesEtudes, .secretariat]
  static let justifient: Set<Role> = [.directeurDesEtudes, .responsableDeDepartement, .secretariat]

  private static let compte: [String: Qui] = [
    "GET /compte": .tousLesConnectes, "GET /compte/mot-de-passe": .tousLesConnectes,
    "POST /compte/mot-de-passe": .tousLesConnectes,
    "GET /compte/second-facteur": .tousLesConnectes,
    "POST /compte/second-facteur": .tousLesConnectes,
    "POST /compte/second-facteur/retirer": .tousLesConnectes,
    "POST /compte/navigateurs/fermer": .tousLesConnectes,
    "POST /compte/courrier": .tousLesConnectes,
    "GET /compte/jetons/nouveau": .tousLesConnectes,
    "POST /compte/jetons/nouveau": .tousLesConnectes,
    "GET /compte/calendrier": .tousLesConnectes, "POST /compte/calendrier": .tousLesConnectes,
    "POST /compte/calendrier/retirer": .tousLesConnectes,
    // A token is of one person; here it is nobody’s.
    "POST /compte/jetons/{jeton}/revoquer": .seulement([]),
  ]

  private static let administration: [String: Qui] = [
    "GET /administration": .seulement(structurent.union([.administrateur])),
    "GET /administration/comptes": admin,
    "GET /administration/comptes/nouveau": admin, "POST /administration/comptes/nouveau": admin,
    "GET /administration/comptes/inviter": admin,
    "GET /administration/comptes/inviter/{promotion}": admin,
    "POST /administration/comptes/inviter/{promotion}": admin,
    "GET /administration/comptes/{compte}": admin,
    "POST /administration/comptes/{compte}/roles": admin,
    "POST /administration/comptes/{compte}/roles/terminer": admin,
    "POST /administration/comptes/{compte}/code": admin,
    "POST /administration/comptes/{compte}/debloquer": admin,
    "POST /administration/comptes/{compte}/activer": admin,
    "POST /administration/comptes/{compte}/fermer": admin,
    "POST /administration/comptes/{compte}/adresse": admin,
    "GET /administration/courrier": admin,
    "POST /administration/courrier/essai": admin,
    // Nothing there: found by nobody.
    "POST /administration/courrier/{courrier}/relancer": .seulement([]),
    "GET /administration/reglements": admin, "GET /administration/reglements/{annee}": admin,
    "GET /administration/reglements/{annee}/{profil}": admin,
    "GET /administration/calendrier": admin,
    "GET /administration/calendrier/{annee}/agenda.ics": admin,
    "GET /administration/journal": admin, "GET /administration/journal/{numero}": admin,
    "GET /administration/maintenance": admin,
    "GET /administration/recours": admin, "POST /administration/recours": admin,
    "POST /administration/maintenance/conservation": admin,
    "POST /administration/maintenance/effacement": admin,
  ]

  /// Whoever adopts règlements and changes the calendar does so for the whole establishment.
  private static let reglage: [String: Qui] = [
    "GET /administration/reglements/{annee}/adopter": .seulement([]),
    "POST /administration/reglements/{annee}/adopter": .seulement([]),
    "POST /administration/reglements/{annee}/{profil}": .seulement([]),
    "GET /administration/calendrier/nouvelle": .seulement([]),
    "POST /administration/calendrier/nouvelle": .seulement([]),
    "GET /administration/calendrier/{annee}": .seulement([]),
    "POST /administration/calendrier/{annee}": .seulement([]),
  ]

  private static let admin = Qui.seulement([.administrateur])

  static let voientLesNotes: Set<Role> = [
    .direction, .directeurDesEtudes, .responsableDeDepartement, .responsableDeModule, .enseignant,
    .secretariat, .jury,
  ]
  static let gerent: Set<Role> = [
    .directeurDesEtudes, .responsableDeModule, .enseignant, .secretariat,
  ]
  static let saisissent: Set<Role> = [.responsableDeModule, .enseignant, .secretariat]
  static let reglent = gerent.union(rouvrent)
  static let rouvrent: Set<Role> = [.direction, .directeurDesEtudes, .responsableDeDepartement]
}
