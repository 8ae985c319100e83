/// What a message or a state says at first sight; a text always says it too.
public enum Ton: String, CaseIterable, Sendable {
  case neutre, information, succes, attention, erreur

  /// The class that gives the colours.
  var classe: String { "ton-" + rawValue }

  /// One character of the font, seen and not read.
  var signal: String {
    switch self {
    case .neutre, .information: "i"
    case .succes: "✓"
    case .attention: "!"
    case .erreur: "✗"
    }
  }

  /// What those who do not see the colours hear.
  var mot: String {
    switch self {
    case .neutre, .information: "Information"
    case .succes: "Fait"
    case .attention: "Attention"
    case .erreur: "Erreur"
    }
  }
}
