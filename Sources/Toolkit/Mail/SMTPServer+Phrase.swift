extension SMTPServer.Fault {
  /// The fault in French and what to do about it, without any value.
  public var phrase: String {
    switch self {
    case .host: "le serveur de courrier n’a pas un nom valide"
    case .port: "le port va de 1 à 65535"
    case .passwordInClear:
      "le mot de passe passerait en clair : choisissez TLS ou STARTTLS obligatoire"
    case .credentials: "le compte ou le mot de passe est vide ou contient un saut de ligne"
    }
  }
}
