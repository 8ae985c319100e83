/// Why a form cannot be read.
public enum HTTPFormError: Error, Hashable, Sendable {
  /// Neither of the two kinds of forms that browsers send.
  case unsupportedMediaType
  case malformed
  /// A field that is not UTF-8.
  case notText
  case tooManyFields(limit: Int)
  case fieldTooLong(limit: Int)
  case tooManyFiles(limit: Int)
  case fileTooLarge(limit: Int)

  /// What is answered when nothing else is.
  public var status: HTTPStatus {
    switch self {
    case .unsupportedMediaType: .unsupportedMediaType
    case .malformed, .notText: .badRequest
    case .tooManyFields, .fieldTooLong, .tooManyFiles, .fileTooLarge: .contentTooLarge
    }
  }
}

extension HTTPFormError: CustomStringConvertible {
  /// The reason in French and what to do.
  public var description: String {
    switch self {
    case .unsupportedMediaType: "ce n’est pas un formulaire : renvoyez-le depuis la page"
    case .malformed: "le formulaire est arrivé abîmé : renvoyez-le depuis la page"
    case .notText: "un champ n’est pas du texte en UTF-8 : saisissez-le de nouveau"
    case .tooManyFields(let limit): "trop de champs : \(limit) au plus, rien n’a été lu"
    case .fieldTooLong(let limit): "un champ est trop long : \(limit) octets au plus"
    case .tooManyFiles(let limit):
      "trop de fichiers : \(limit) au plus, envoyez-les en plusieurs fois"
    case .fileTooLarge(let limit):
      "fichier trop volumineux : \(limit / 1_048_576) Mio au plus, rien n’a été lu"
    }
  }
}
