import Actes

extension TableDesRoutes {
  static let entree: [String: Qui] = [
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

  static let compte: [String: Qui] = [
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
}
