internal import Glibc

/// Why a file could not be read or written.
public enum FileError: Error, Hashable, Sendable {
  case notFound
  case notPermitted
  case isDirectory
  /// More bytes than the reader accepts.
  case tooLarge(limit: Int)
  /// Something already stands there.
  case exists
  case noSpace
  /// Any other error, by the system's number.
  case system(Int32)

  package init(errno code: Int32) {
    switch code {
    case ENOENT, ENOTDIR: self = .notFound
    case EACCES, EPERM, EROFS: self = .notPermitted
    case EISDIR: self = .isDirectory
    case EEXIST: self = .exists
    case ENOSPC, EDQUOT: self = .noSpace
    default: self = .system(code)
    }
  }
}

extension FileError: CustomStringConvertible {
  /// The reason in French, without the file's name.
  public var description: String {
    switch self {
    case .notFound: "fichier introuvable"
    case .notPermitted: "accès refusé"
    case .isDirectory: "c’est un dossier, un fichier est attendu"
    case .tooLarge(let limit):
      "fichier trop volumineux : \(limit / 1_048_576) Mio au plus, rien n’a été lu"
    case .exists: "un fichier de ce nom existe déjà, il n’a pas été touché"
    case .noSpace: "plus de place sur le disque"
    case .system(let code): "erreur \(code) du système"
    }
  }
}
