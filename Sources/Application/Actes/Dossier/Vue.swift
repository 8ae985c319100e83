/// Which tests count in what is computed.
public enum Vue: Hashable, Sendable {
  /// All of them: what secretariat and jury see.
  case interne
  /// Those that students may see.
  case publiee
  /// Those that students may see; the others stand, awaited: what a student still hopes for.
  case attendue
}
