internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

/// One's own account: password, second factor, browsers, tokens.
enum PagesDuCompte {
  static let routes: [Route] = []
}
