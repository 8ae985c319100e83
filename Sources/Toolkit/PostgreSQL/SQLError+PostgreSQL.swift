internal import CPostgreSQL
internal import SQL

extension SQLError {
  /// The error of a state of the standard, with what the server says of it.
  static func postgreSQL(_ state: String, _ message: String, committing: Bool) -> SQLError {
    SQLError(cause(state, committing: committing), "PostgreSQL \(state): \(message)")
  }

  private static func cause(_ state: String, committing: Bool) -> Cause {
    switch state {
    case "28P01", "28000": .authentication
    case "57P01", "57P02", "57P05", "25P03": .lost(duringCommit: committing)
    case "57P03", "3D000", "53300": .unreachable
    case "53100", "53200": .full
    case "25006": .readOnly
    case "55P03", "57014", "40P01", "40001": .busy
    case "58030": .io
    case "XX001", "XX002": .corrupt
    case "23505", "23P01": .constraint(.unique)
    case "23503": .constraint(.foreignKey)
    case "23502": .constraint(.notNull)
    case "23514": .constraint(.check)
    default: causeOfClass(state, committing: committing)
    }
  }

  private static func causeOfClass(_ state: String, committing: Bool) -> Cause {
    switch state.prefix(2) {
    case "08": .lost(duringCommit: committing)
    case "23": .constraint(.other)
    default: .other
    }
  }
}
