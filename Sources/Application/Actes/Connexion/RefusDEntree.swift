/// Why somebody is not let in.
public enum RefusDEntree: Error, Hashable, Sendable {
  /// Login or password; it is not said which, nor whether the account exists or is active.
  case nonReconnu
  case bloque(minutes: Int)
  /// The password is right, and the second factor is asked for.
  case secondFacteurAttendu
  case secondFacteurFaux
  /// A code that was used, replaced or is too old.
  case codeInvalide
  case motDePasse(MotDePasse.Defaut)
  /// Nobody here bears the name that the university gave.
  case inconnuIci(String)
  /// Too many people sign in at once.
  case affluence
  /// The password is the new one, and the second factor is still asked for.
  case motDePasseChoisi
}

extension RefusDEntree {
  /// What happened and what to do, in French.
  public var phrase: String {
    switch self {
    case .nonReconnu:
      "L’identifiant ou le mot de passe n’est pas le bon. Vérifiez les deux ; après "
        + "\(Serrure.essais) essais, il faudra attendre."
    case .bloque(let minutes):
      "Trop d’essais : ce compte attend encore \(minutes) min. Vous pouvez aussi demander un code à "
        + "qui administre l’établissement."
    case .secondFacteurAttendu:
      "Donnez les six chiffres que montre votre application d’authentification."
    case .secondFacteurFaux:
      "Ces six chiffres ne sont pas, ou plus, les bons : donnez ceux que l’application montre "
        + "maintenant."
    case .codeInvalide:
      "Ce code a déjà servi, a été remplacé ou n’est plus valable. Demandez-en un autre à qui "
        + "administre l’établissement."
    case .motDePasse(let defaut): "Le mot de passe \(defaut.phrase)."
    case .inconnuIci(let nom):
      "L’université vous connaît sous le nom « \(nom) », qui n’a pas de compte ici. Demandez-le à qui "
        + "administre l’établissement."
    case .affluence:
      "Beaucoup de personnes se connectent en ce moment. Recommencez dans quelques secondes."
    case .motDePasseChoisi:
      "Le nouveau mot de passe est enregistré. Connectez-vous avec lui et votre second facteur."
    }
  }
}
