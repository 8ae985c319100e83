/// What a form has just done, as the next page says it.
enum Fait: String, CaseIterable, Sendable {
  case connecte
  case deconnecte
  case motDePasseChange = "mot-de-passe-change"
  case secondFacteurPose = "second-facteur-pose"
  case secondFacteurRetire = "second-facteur-retire"
  case jetonRevoque = "jeton-revoque"
  case evaluationCreee = "evaluation-creee"

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
    }
  }
}
