/// The signatures that are checked (RFC 7518, 3.1): those of public keys only.
public enum SignatureAlgorithm: String, Hashable, Sendable, CaseIterable {
  case rs256 = "RS256"
  case ps256 = "PS256"
  case es256 = "ES256"
}
