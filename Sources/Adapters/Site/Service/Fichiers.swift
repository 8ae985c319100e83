internal import HTTPServer
internal import Habillage

/// The files that pages load: those of their looks, and our scripts.
enum Fichiers {
  static let tous = StaticAssets(under: dossier, Habillage.ressources + scripts)

  /// Where a page finds a script.
  static func script(_ nom: String) -> HTTPPath {
    guard let chemin = tous[nom] else { preconditionFailure("no script \(nom)") }
    return chemin
  }

  private static let scripts: [StaticAsset] = [
    script("grille.js", PackageResources.grille_js),
    script("recherche.js", PackageResources.recherche_js),
    script("placement.js", PackageResources.placement_js),
    script("jury.js", PackageResources.jury_js),
    script("envoi.js", PackageResources.envoi_js),
    script("simulateur.js", PackageResources.simulateur_js),
    script("copie.js", PackageResources.copie_js),
    script("calendrier-session2.js", PackageResources.calendrier_session2_js),
  ]

  private static func script(_ nom: String, _ octets: [UInt8]) -> StaticAsset {
    StaticAsset(nom, mediaType: "text/javascript; charset=utf-8", octets)
  }

  private static let dossier: HTTPPath = {
    guard let dossier = HTTPPath(["statique"]) else { preconditionFailure("a folder is a path") }
    return dossier
  }()
}
