extension Duration {
  /// Whole milliseconds, at least one: zero would mean no limit to libcurl.
  package var milliseconds: Int {
    let (seconds, attoseconds) = components
    return max(1, Int(clamping: seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000))
  }
}
