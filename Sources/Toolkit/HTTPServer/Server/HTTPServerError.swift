/// Why a server does not start.
public enum HTTPServerError: Error, Hashable, Sendable {
  case addressInUse(port: UInt16)
  case notPermitted(port: UInt16)
  case addressNotAvailable
  /// The library refuses, most often for want of descriptors or threads.
  case notStarted
  /// Any other error, by the system’s number.
  case system(Int32)
}

extension HTTPServerError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .addressInUse(let port): "un autre programme écoute déjà sur le port \(port)"
    case .notPermitted(let port):
      "le port \(port) est réservé à l’administrateur : prenez-en un au-dessus de 1023"
    case .addressNotAvailable: "cette machine n’a pas l’adresse demandée"
    case .notStarted: "le serveur ne démarre pas : voyez le nombre de fichiers ouverts permis"
    case .system(let code): "erreur \(code) du système"
    }
  }
}
