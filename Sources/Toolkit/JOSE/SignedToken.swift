internal import Hashing

/// A token in the compact form (RFC 7515, 7.1), of which nothing may be read before its signature.
public struct SignedToken: Sendable {
  private let signed: [UInt8]
  private let content: [UInt8]
  private let signature: [UInt8]
  private let algorithm: SignatureAlgorithm
  private let keyID: String?

  /// Cuts a token and reads its header; keys or addresses of keys in the header are ignored.
  public init(_ text: String) throws(JOSEError) {
    guard text.utf8.count <= Self.lengthLimit else { throw .tooLong }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let head = Base64.urlBytes(parts[0]),
      let content = Base64.urlBytes(parts[1]), let signature = Base64.urlBytes(parts[2])
    else { throw .malformed }
    let header = try Members(parsing: head)
    guard !header.has("crit") else { throw .criticalExtension }
    guard let name = header.text("alg"), let algorithm = SignatureAlgorithm(rawValue: name) else {
      throw .algorithmRefused
    }
    guard !header.has("kid") || header.text("kid") != nil else { throw .malformed }
    keyID = header.text("kid")
    self.algorithm = algorithm
    self.content = content
    self.signature = signature
    signed = Array(text.utf8.prefix(parts[0].utf8.count + 1 + parts[1].utf8.count))
  }

  /// The bytes that one of the keys signed.
  /// - Throws: `unknownKey` where newer keys might help, or why the token is refused.
  public func content(verifiedBy set: JSONWebKeySet) throws(JOSEError) -> [UInt8] {
    let key = try set.key(keyID, for: algorithm)
    guard SignatureCheck.holds(signature, of: signed, by: key) else { throw .signatureRefused }
    return content
  }

  /// The claims that one of the keys signed (RFC 7519).
  /// - Throws: `unknownKey` where newer keys might help, or why the token is refused.
  public func claims(verifiedBy set: JSONWebKeySet) throws(JOSEError) -> TokenClaims {
    TokenClaims(try Members(parsing: content(verifiedBy: set)))
  }

  static let lengthLimit = 1 << 16
}
