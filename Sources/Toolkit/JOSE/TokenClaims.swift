/// What a token whose signature holds says (RFC 7519); its times and audience are yet to check.
public struct TokenClaims: Sendable {
  private let members: Members

  init(_ members: Members) {
    self.members = members
  }

  /// A text; `nil` when it is absent or something else.
  public func text(_ name: String) -> String? { members.text(name) }

  /// A boolean; `nil` when it is absent or something else.
  public func bool(_ name: String) -> Bool? { members.bool(name) }

  /// A text or an array of texts; empty when it is absent or something else.
  public func texts(_ name: String) -> [String] { members.texts(name) }

  /// Whole seconds since 1970 UTC; `nil` when it is absent or something else.
  public func seconds(_ name: String) -> Int64? { members.integer(name) }

  /// Whether it is said, whatever its type.
  public func has(_ name: String) -> Bool { members.has(name) }
}
