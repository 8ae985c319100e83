/// The shape of addresses, « /evaluations/{evaluation}/notes ».
struct Gabarit: Hashable, Sendable, ExpressibleByStringLiteral {
  enum Segment: Hashable, Sendable {
    case mot(String)
    case valeur(String)
  }

  let texte: String
  let segments: [Segment]

  /// A shape written in the program; names of values are unique.
  init(stringLiteral texte: StaticString) {
    self.texte = texte.description
    segments = self.texte.split(separator: "/").map { segment in
      guard segment.first == "{", segment.last == "}" else { return .mot(String(segment)) }
      return .valeur(String(segment.dropFirst().dropLast()))
    }
    let noms = segments.compactMap { segment -> String? in
      guard case .valeur(let nom) = segment else { return nil }
      return nom
    }
    precondition(self.texte.first == "/" && Set(noms).count == noms.count, "not a shape: \(texte)")
  }

  /// The values that an address gives, `nil` when it has not the shape.
  func valeurs(_ adresse: [String]) -> [String: String]? {
    guard adresse.count == segments.count else { return nil }
    var valeurs: [String: String] = [:]
    for (segment, partie) in zip(segments, adresse) {
      switch segment {
      case .mot(let mot): guard mot == partie else { return nil }
      case .valeur(let nom): valeurs[nom] = partie
      }
    }
    return valeurs
  }
}
