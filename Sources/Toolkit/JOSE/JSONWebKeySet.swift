internal import JSON

/// The public keys of who signs (RFC 7517, 5).
public struct JSONWebKeySet: Sendable {
  public let keys: [JSONWebKey]

  public init(_ keys: [JSONWebKey]) {
    self.keys = keys
  }

  /// Reads a set; keys that cannot be of use here are left out, as the standard asks.
  public init(parsing bytes: [UInt8]) throws(JOSEError) {
    guard bytes.count <= Self.sizeLimit else { throw .tooLong }
    guard let nodes = try Members(parsing: bytes).nodes("keys") else { throw .malformed }
    guard nodes.count <= Self.countLimit else { throw .tooLong }
    keys = nodes.compactMap { JSONWebKey($0) }
  }

  /// The only key that may have signed.
  ///
  /// A token that names its key gets that one or none; one that does not, the only one there is.
  func key(_ id: String?, for algorithm: SignatureAlgorithm) throws(JOSEError) -> JSONWebKey {
    let named = id.map { id in keys.filter { $0.id == id } } ?? keys
    let candidates = named.filter { $0.algorithm == algorithm }
    guard let key = candidates.first, candidates.count == 1 else {
      throw named.isEmpty || !candidates.isEmpty ? .unknownKey : .algorithmRefused
    }
    return key
  }

  static let sizeLimit = 1 << 18
  static let countLimit = 64
}
