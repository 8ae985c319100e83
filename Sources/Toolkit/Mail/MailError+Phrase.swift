extension MailError {
  /// The fault in French, without the value.
  public var phrase: String {
    switch self {
    case .controlCharacter(let field):
      "\(field.phrase) : un saut de ligne ou un caractère de commande n’y est pas permis"
    case .tooLong(let field, let limit): "\(field.phrase) : plus de \(limit) octets"
    case .malformed(let field): "\(field.phrase) : forme incorrecte"
    case .noRecipient: "le message n’a aucun destinataire"
    case .tooLarge(let limit): "le message dépasse \(limit) octets"
    }
  }
}

extension MailError.Field {
  fileprivate var phrase: String {
    switch self {
    case .name: "nom affiché"
    case .subject: "objet"
    case .date: "date"
    case .identifier: "identifiant du message"
    case .attachmentName: "nom de la pièce jointe"
    case .attachmentType: "type de la pièce jointe"
    case .unsubscribe: "adresse de désinscription"
    }
  }
}
