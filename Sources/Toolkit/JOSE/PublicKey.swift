internal import CCrypto

/// A public key as libcrypto holds it.
@safe
struct PublicKey: ~Copyable {
  private let key: OpaquePointer

  /// Checks the numbers, and makes a key of them.
  init?(_ material: KeyMaterial) {
    let information = Self.information(material)
    let made = unsafe information.withUnsafeBufferPointer { buffer in
      var start = buffer.baseAddress
      return unsafe d2i_PUBKEY(nil, &start, buffer.count)
    }
    guard let made = unsafe made else { return nil }
    unsafe key = made
  }

  deinit { unsafe EVP_PKEY_free(key) }

  /// Whether it made a signature of the SHA-256 of a message.
  func verifies(_ signature: [UInt8], of message: [UInt8], isPSS: Bool) -> Bool {
    guard let context = unsafe EVP_MD_CTX_new() else { return false }
    defer { unsafe EVP_MD_CTX_free(context) }
    var options: OpaquePointer?
    guard unsafe EVP_DigestVerifyInit(context, &options, EVP_sha256(), nil, key) == 1 else {
      return false
    }
    if isPSS {
      // The salt is as long as the digest (RFC 7518, 3.5).
      guard unsafe EVP_PKEY_CTX_set_rsa_padding(options, RSA_PKCS1_PSS_PADDING) > 0,
        unsafe EVP_PKEY_CTX_set_rsa_pss_saltlen(options, RSA_PSS_SALTLEN_DIGEST) > 0
      else { return false }
    }
    return unsafe EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
  }

  /// The key as certificates have it (RFC 5280, 4.1.2.7); a point off the curve makes none of it.
  private static func information(_ material: KeyMaterial) -> [UInt8] {
    switch material {
    case .rsa(let modulus, let exponent):
      let numbers = DER.sequence(DER.integer(modulus), DER.integer(exponent))
      return DER.sequence(DER.sequence(DER.rsaEncryption, DER.null), DER.bits(numbers))
    case .p256(let x, let y):
      return DER.sequence(DER.sequence(DER.ecPublicKey, DER.p256), DER.bits([0x04] + x + y))
    }
  }
}
