extension SQLError {
  /// PostgreSQL stores no text with U+0000: every engine refuses it, so that none differs.
  public static let zeroInText = SQLError(.other, "a text holds the character U+0000")

  /// A failure has undone the transaction: PostgreSQL says so itself, other engines follow.
  public static let aborted = SQLError(
    .other,
    "the transaction has failed, only its end is of use",
  )
}
