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
  case identiteModifiee = "identite-modifiee"
  case confianceDesignee = "confiance-designee"
  case amenagementAccorde = "amenagement-accorde"
  case amenagementTermine = "amenagement-termine"
  case justificatifDepose = "justificatif-depose"
  case justificatifTraite = "justificatif-traite"
  case etudiantsPlaces = "etudiants-places"
  case etudiantsRetires = "etudiants-retires"
  case groupeCree = "groupe-cree"
  case etudiantInscrit = "etudiant-inscrit"
  case inscriptionModifiee = "inscription-modifiee"
  case inscriptionTerminee = "inscription-terminee"
  case finAnnulee = "fin-annulee"

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
    case .identiteModifiee: "L’identité est enregistrée."
    case .confianceDesignee: "La personne de confiance est enregistrée."
    case .amenagementAccorde: "L’aménagement est accordé."
    case .amenagementTermine: "L’aménagement prend fin aujourd’hui."
    case .justificatifDepose: "Le justificatif est déposé ; le secrétariat va le traiter."
    case .justificatifTraite: "La réponse est enregistrée ; les absences couvertes la suivent."
    case .etudiantsPlaces: "Les étudiants cochés sont dans le groupe."
    case .etudiantsRetires: "Les étudiants cochés ne sont plus dans le groupe."
    case .groupeCree: "Le groupe est créé ; placez-y des étudiants depuis la liste de tous."
    case .etudiantInscrit: "L’étudiant est inscrit."
    case .inscriptionModifiee: "Le statut est enregistré."
    case .inscriptionTerminee: "L’inscription a pris fin ; rien de ce qui était noté n’est perdu."
    case .finAnnulee: "L’inscription reprend son cours."
    }
  }
}
