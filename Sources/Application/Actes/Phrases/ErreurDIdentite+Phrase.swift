extension ErreurDIdentite {
  /// What the person reads, and what to do next; nothing of what is for the administrator.
  public var phrase: String {
    switch self {
    case .injoignable:
      "Le service de connexion de l’université ne répond pas. Réessayez dans quelques minutes."
    case .refusee:
      "Le service de connexion de l’université n’a pas confirmé votre identité."
    case .reponseInvalide:
      "La réponse du service de connexion n’a pas pu être vérifiée. Recommencez ; si cela se "
        + "reproduit, prévenez l’administrateur."
    case .expiree:
      "La connexion a pris trop de temps ou a déjà servi. Recommencez."
    }
  }
}
