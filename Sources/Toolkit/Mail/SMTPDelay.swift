/// Why a message is to be tried again.
///
/// `unanswered` is the one case where the outcome is unknown: the whole message was given, and no
/// answer came. The server may have taken it, so that trying again may deliver it twice; not trying
/// may lose it. After every other case the server does not have it.
public enum SMTPDelay: Hashable, Sendable {
  /// The server asks to come back (4xx), or answers what has no sense there.
  case answer(SMTPReply)
  /// The server does not take this account (5xx to AUTH), or asks for one: for the administrator.
  case authentication(SMTPReply)
  /// The greeting, EHLO or STARTTLS is refused: it is not about this message.
  case serverRefuses(SMTPReply)
  /// No such machine.
  case unknownHost
  /// Nobody listens, or no way leads there.
  case unreachable
  case timedOut
  /// The line was cut before the whole message was given.
  case connectionLost
  /// TLS was asked for and the server does not offer it.
  case tlsNotOffered
  /// Who answers does not prove to be the host asked.
  case certificateRefused
  /// TLS fails otherwise.
  case tlsFailed
  /// What answers does not speak SMTP, or without end.
  case malformed
  /// All was given and nothing answered: the message may have been delivered.
  case unanswered
  /// Too many messages already wait.
  case overloaded
  /// The task that sent was cancelled before the message was given.
  case cancelled
  /// The library itself cannot work: memory, a file of certificates that cannot be read.
  case unusable

  /// Whether the server may have the message all the same.
  public var isOutcomeUnknown: Bool { self == .unanswered }

  /// The reason in French.
  public var phrase: String {
    switch self {
    case .answer(let reply): "réponse \(reply.phrase)"
    case .authentication(let reply): "compte non accepté, \(reply.phrase)"
    case .serverRefuses(let reply): "le serveur refuse la conversation, \(reply.phrase)"
    case .unknownHost: "serveur introuvable"
    case .unreachable: "serveur injoignable"
    case .timedOut: "délai dépassé"
    case .connectionLost: "connexion coupée"
    case .tlsNotOffered: "le serveur ne propose pas TLS"
    case .certificateRefused: "certificat du serveur non reconnu"
    case .tlsFailed: "échec de TLS"
    case .malformed: "réponse illisible du serveur"
    case .unanswered: "aucune réponse après l’envoi, remise inconnue"
    case .overloaded: "trop de messages en attente"
    case .cancelled: "envoi interrompu"
    case .unusable: "client de courrier inutilisable (mémoire ou fichier de certificats)"
    }
  }
}
