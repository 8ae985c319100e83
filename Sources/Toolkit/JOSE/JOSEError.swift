/// Why a signed token or a set of keys is refused; nothing of their content is in it.
public enum JOSEError: Error, Hashable, Sendable {
  case tooLong
  case malformed
  /// An algorithm that is not taken: « none », a shared key, or another than the key’s own.
  case algorithmRefused
  /// The header asks that something unknown be understood.
  case criticalExtension
  /// No key of the set has the name that the token gives, or several could.
  case unknownKey
  case signatureRefused
}
