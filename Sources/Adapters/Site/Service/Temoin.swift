internal import Actes
internal import HTTPServer

/// The cookie that keeps somebody signed in.
enum Temoin {
  private static let chiffre: HTTPFieldName.Exact = "__Host-delibere"
  private static let clair: HTTPFieldName.Exact = "delibere"

  /// Its name: the one that browsers send encrypted only, where the site is.
  static func nom(_ reglages: ReglagesDuSite) -> HTTPFieldName.Exact {
    reglages.estChiffre ? chiffre : clair
  }

  static func poser(
    _ secret: SecretDonne,
    _ reponse: inout HTTPResponse,
    _ reglages: ReglagesDuSite,
  ) {
    ecrire(secret.texte, .milliseconds(Connexion.duree), &reponse, reglages)
  }

  static func retirer(_ reponse: inout HTTPResponse, _ reglages: ReglagesDuSite) {
    ecrire("", .zero, &reponse, reglages)
  }

  private static func ecrire(
    _ valeur: String,
    _ duree: Duration,
    _ reponse: inout HTTPResponse,
    _ reglages: ReglagesDuSite,
  ) {
    let temoin = HTTPCookie(nom(reglages), valeur, maxAge: duree, isSecure: reglages.estChiffre)
    guard let temoin else { preconditionFailure("hexadecimal digits fit in a cookie") }
    reponse.setCookie(temoin)
  }
}
