internal import CCrypto

/// The arithmetic of signatures, by libcrypto.
enum SignatureCheck {
  /// Whether a key made a signature of a message.
  static func holds(_ signature: [UInt8], of message: [UInt8], by key: JSONWebKey) -> Bool {
    // The library keeps the reasons of its refusals for the thread: nobody asks for them.
    defer { ERR_clear_error() }
    guard let publicKey = PublicKey(key.material) else { return false }
    switch key.algorithm {
    case .rs256: return publicKey.verifies(signature, of: message, isPSS: false)
    case .ps256: return publicKey.verifies(signature, of: message, isPSS: true)
    case .es256:
      guard let sequence = ECDSASignature.sequence(signature) else { return false }
      return publicKey.verifies(sequence, of: message, isPSS: false)
    }
  }
}

/// The two forms of a signature on P-256.
enum ECDSASignature {
  /// The DER sequence that libcrypto takes, of the 64 bytes that tokens have (RFC 7518, 3.4).
  static func sequence(_ raw: [UInt8]) -> [UInt8]? {
    guard raw.count == 64 else { return nil }
    return DER.sequence(DER.integer(raw[..<32]), DER.integer(raw[32...]))
  }
}
