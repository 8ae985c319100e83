public import JSON

/// A public key that signs (RFC 7517), and the one algorithm that it signs with.
public struct JSONWebKey: Hashable, Sendable {
  /// The name under which tokens call it.
  public let id: String?
  public let algorithm: SignatureAlgorithm
  let material: KeyMaterial

  /// Reads a key; `nil` for one that is not for signatures, or not strong enough.
  ///
  /// An RSA key that names no algorithm signs with RS256, the one that every provider has.
  public init?(_ node: JSONNode) {
    let members = Members(node)
    guard let material = KeyMaterial(members), Self.isForSignatures(members) else { return nil }
    let own: [SignatureAlgorithm] =
      switch material {
      case .rsa: [.rs256, .ps256]
      case .p256: [.es256]
      }
    guard let name = members.has("alg") ? members.text("alg") : own[0].rawValue,
      let algorithm = SignatureAlgorithm(rawValue: name), own.contains(algorithm)
    else { return nil }
    self.algorithm = algorithm
    self.material = material
    id = members.text("kid")
  }

  private static func isForSignatures(_ members: Members) -> Bool {
    guard !members.has("use") || members.text("use") == "sig" else { return false }
    return !members.has("key_ops") || members.texts("key_ops").contains("verify")
  }
}

/// The numbers of a public key, big end first.
enum KeyMaterial: Hashable {
  case rsa(modulus: [UInt8], exponent: [UInt8])
  /// The two coordinates, 32 bytes each.
  case p256(x: [UInt8], y: [UInt8])

  /// Bytes of a modulus: 2 048 to 8 192 bits.
  private static let modulusSizes = 256...1_024

  init?(_ members: Members) {
    switch members.text("kty") {
    case "RSA":
      guard let modulus = members.bytes("n"), let exponent = members.bytes("e"),
        Self.modulusSizes.contains(modulus.count), modulus[0] & 0x80 != 0 || modulus.count > 256,
        modulus[0] != 0, (1...4).contains(exponent.count), exponent != [1],
        let last = exponent.last, last & 1 == 1
      else { return nil }
      self = .rsa(modulus: modulus, exponent: exponent)
    case "EC":
      guard members.text("crv") == "P-256", let x = members.bytes("x"), x.count == 32,
        let y = members.bytes("y"), y.count == 32
      else { return nil }
      self = .p256(x: x, y: y)
    default: return nil
    }
  }
}
