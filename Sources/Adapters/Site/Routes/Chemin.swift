internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

/// The addresses of pages: written here only, so that a link cannot go astray.
enum Chemin {
  static let modules: SafeURL = "/modules"
  static let procedures: SafeURL = "/procedures"

  static func module(_ promotion: Identifiant<Promotion>, _ code: String) -> SafeURL {
    de(["promotions", "\(promotion)", "modules", code])
  }

  static func nouvelleEvaluation(_ promotion: Identifiant<Promotion>, _ code: String) -> SafeURL {
    de(["promotions", "\(promotion)", "modules", code, "nouvelle"])
  }

  static func evaluation(_ id: Identifiant<EvaluationDeModule>, _ suite: String...) -> SafeURL {
    de(["evaluations", "\(id)"] + suite)
  }

  static func promotion(_ id: Identifiant<Promotion>, _ suite: String...) -> SafeURL {
    de(["promotions", "\(id)"] + suite)
  }

  static func etudiant(_ id: Identifiant<Etudiant>, _ suite: String...) -> SafeURL {
    de(["etudiants", "\(id)"] + suite)
  }

  /// An address made of segments, each escaped.
  static func de(_ segments: [String]) -> SafeURL {
    guard let chemin = HTTPPath(segments) else { preconditionFailure("not a path: \(segments)") }
    return SafeURL(chemin)
  }
}
