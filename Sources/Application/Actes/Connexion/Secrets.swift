/// Makes and checks what only its owner knows.
public protocol Secrets: Sendable {
  /// The slow hash of a password (Argon2id), with its salt and parameters.
  /// - Throws: `RefusDEntree.affluence` when too many wait for their turn.
  func hacher(_ motDePasse: String) async throws -> String

  /// Whether a password is the one of a hash; `nil` takes as long and never is.
  /// - Throws: `RefusDEntree.affluence` when too many wait for their turn.
  func convient(_ motDePasse: String, a hachage: String?) async throws -> Bool

  /// A secret for a machine: 256 random bits.
  func secret() -> SecretDonne

  /// A secret that people copy by hand: 80 random bits, in groups of four signs.
  func code() -> SecretDonne

  /// The digest of a secret that came back; of a code, however its case and groups were typed.
  func empreinte(_ texte: String) -> Empreinte
  func empreinte(code: String) -> Empreinte

  /// A key for the second factor: 160 random bits.
  func cleDuSecondFacteur() -> [UInt8]

  /// A key as applications of authentication take it, in base 32.
  func texte(cle: [UInt8]) -> String

  /// The key that such a text writes; `nil` for anything else.
  func cle(texte: String) -> [UInt8]?

  /// The six digits of a key at a step of 30 seconds since 1970 (RFC 6238).
  func secondFacteur(_ cle: [UInt8], pas: Int64) -> String
}
