internal import CPostgreSQL

/// A type of the server, by its number in `pg_type`.
struct PostgreSQLType: RawRepresentable, Equatable {
  let rawValue: Oid

  static let bytea = PostgreSQLType(rawValue: 17)

  /// The numbers of char, name, text, json, unknown, bpchar and varchar.
  private static let texts: Set<Oid> = [18, 19, 25, 114, 705, 1_042, 1_043]

  /// Whether it is bool, int8, int2 or int4.
  var isInteger: Bool {
    switch rawValue {
    case 16, 20, 21, 23: true
    default: false
    }
  }

  /// Whether its binary form is understood here: bytes as they are, or a big-endian integer.
  var isReadInBinary: Bool {
    isInteger || self == .bytea || Self.texts.contains(rawValue)
  }
}
