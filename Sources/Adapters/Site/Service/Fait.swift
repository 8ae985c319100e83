/// What a form has just done, as the next page says it.
enum Fait: String, CaseIterable, Sendable {
  case connecte
  case deconnecte
  case motDePasseChange = "mot-de-passe-change"
  case secondFacteurPose = "second-facteur-pose"
  case secondFacteurRetire = "second-facteur-retire"
  case jetonRevoque = "jeton-revoque"
  case evaluationCreee = "evaluation-creee"
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
