/// The text of a statement: written in the program, never assembled from values.
///
/// Only a literal without interpolation makes one, so that no value can reach a statement other
/// than bound. Parameters are written `?1`, `?2`…, on every engine.
public struct SQLText: Hashable, Sendable, ExpressibleByStringLiteral {
  public let text: String

  public init(stringLiteral value: StaticString) {
    text = value.description
  }

  /// Puts two literals end to end, for a statement whose parts are chosen.
  public static func + (left: SQLText, right: SQLText) -> SQLText {
    SQLText(trusted: left.text + right.text)
  }

  /// A statement that does not come from a literal: a migration, or the name of a table.
  /// - Parameter text: a statement without any value from outside.
  public init(trusted text: String) {
    self.text = text
  }
}
