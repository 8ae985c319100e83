/// What a form has just done, as the next page says it.
enum Fait: String, CaseIterable, Sendable {
  case connecte
  case deconnecte
  case motDePasseChange = "mot-de-passe-change"
  case secondFacteurPose = "second-facteur-pose"
  case secondFacteurRetire = "second-facteur-retire"
  case jetonRevoque = "jeton-revoque"
  case evaluationCreee = "evaluation-creee"
  case autresNavigateursFermes = "autres-navigateurs-fermes"
  case compteCree = "compte-cree"
  case compteOuvert = "compte-ouvert"
  case compteFerme = "compte-ferme"
  case compteDebloque = "compte-debloque"
  case roleDonne = "role-donne"
  case roleTermine = "role-termine"
  case reglementAdopte = "reglement-adopte"
  case anneeOuverte = "annee-ouverte"
  case calendrierChange = "calendrier-change"
  case conservationFixee = "conservation-fixee"
  case conservationAppliquee = "conservation-appliquee"
  case evaluationModifiee = "evaluation-modifiee"
  case evaluationSupprimee = "evaluation-supprimee"
  case notesEnregistrees = "notes-enregistrees"
  case notesReprises = "notes-reprises"
  case publiee, depubliee, verrouillee, deverrouillee

  var phrase: String {
    switch self {
    case .connecte: "Vous êtes connecté."
    case .deconnecte: "Vous êtes déconnecté."
    case .motDePasseChange:
      "Votre mot de passe est changé ; les autres navigateurs sont déconnectés."
    case .secondFacteurPose: "Le second facteur sera demandé à la prochaine connexion."
    case .secondFacteurRetire: "Le second facteur ne sera plus demandé."
    case .jetonRevoque: "Le jeton ne sert plus."
    case .evaluationCreee: "L’évaluation est créée : voici sa grille de notes."
    case .autresNavigateursFermes: "Vos autres navigateurs sont déconnectés."
    case .compteCree: "Le compte est créé : donnez-lui un rôle, et un code s’il en faut un."
    case .compteOuvert: "Le compte peut de nouveau entrer."
    case .compteFerme: "Le compte n’entre plus."
    case .compteDebloque: "La personne peut essayer de nouveau tout de suite."
    case .roleDonne: "Le rôle est donné."
    case .roleTermine: "La fin du rôle est enregistrée."
    case .reglementAdopte: "Le règlement est enregistré."
    case .anneeOuverte: "L’année est ouverte."
    case .calendrierChange: "Le calendrier est enregistré."
    case .conservationFixee: "Les durées de conservation sont enregistrées."
    case .conservationAppliquee:
      "Ce qui était au-delà de sa durée est effacé ; le journal dit combien."
    case .evaluationModifiee: "L’évaluation est modifiée."
    case .evaluationSupprimee: "L’évaluation est retirée."
    case .notesEnregistrees: "Les notes sont enregistrées."
    case .notesReprises: "Les notes de la feuille sont enregistrées."
    case .publiee: "Les étudiants voient maintenant ces notes."
    case .depubliee: "Les étudiants ne voient plus ces notes."
    case .verrouillee: "Les notes sont closes : plus personne ne les change."
    case .deverrouillee: "Les notes peuvent de nouveau être changées."
    }
  }
}
