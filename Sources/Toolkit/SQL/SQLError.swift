/// Why a database refused; the cause decides what a person can do about it.
public struct SQLError: Error, Hashable, Sendable {
  public let cause: Cause
  /// What the engine says, in its own language: for the administrator, never for a page.
  public let detail: String

  /// What went wrong, whatever the engine.
  public enum Cause: Hashable, Sendable {
    /// The file or the server cannot be opened or reached.
    case unreachable
    /// The user name or the password is refused.
    case authentication
    /// The connection was lost; the transaction did not happen, or its commit is unknown when
    /// `duringCommit`.
    case lost(duringCommit: Bool)
    /// Another writer holds what is needed, beyond the time allowed.
    case busy
    /// The disk is full.
    case full
    /// The file or the account may only read.
    case readOnly
    /// The file is not a database, or is damaged.
    case corrupt
    /// A constraint of the schema refuses the row.
    case constraint(Constraint)
    /// The disk reports an error.
    case io
    /// Anything else: a statement that is wrong, an engine that is too old.
    case other
  }

  /// Which kind of constraint refused.
  public enum Constraint: Hashable, Sendable {
    case unique, foreignKey, notNull, check, other
  }

  public init(_ cause: Cause, _ detail: String) {
    self.cause = cause
    self.detail = detail
  }
}
