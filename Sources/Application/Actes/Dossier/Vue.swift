/// Which tests count in what is computed.
public enum Vue: Hashable, Sendable {
  /// All of them: what secretariat and jury see.
  case interne
  /// Those that students may see.
  case publiee
}
