import Actes

extension TableDesRoutes {
  static let administration: [String: Qui] = [
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
  static let reglage: [String: Qui] = [
    "GET /administration/reglements/{annee}/adopter": .seulement([]),
    "POST /administration/reglements/{annee}/adopter": .seulement([]),
    "POST /administration/reglements/{annee}/{profil}": .seulement([]),
    "GET /administration/calendrier/nouvelle": .seulement([]),
    "POST /administration/calendrier/nouvelle": .seulement([]),
    "GET /administration/calendrier/{annee}": .seulement([]),
    "POST /administration/calendrier/{annee}": .seulement([]),
  ]
}
