internal import HTTPServer

/// The scripts of the pages, from inside the program.
enum ScriptsDuSite {
  /// Served under « /scripts ».
  static let fichiers = StaticAssets(under: dossier, tous)

  static let recherche = chemin("recherche.js")
  static let placement = chemin("placement.js")
  static let envoi = chemin("envoi.js")

  private static let tous = [
    script("recherche.js", PackageResources.recherche_js),
    script("placement.js", PackageResources.placement_js),
    script("envoi.js", PackageResources.envoi_js),
  ]

  private static func script(_ nom: String, _ octets: [UInt8]) -> StaticAsset {
    StaticAsset(nom, mediaType: "text/javascript; charset=utf-8", octets)
  }

  private static let dossier: HTTPPath = {
    guard let dossier = HTTPPath(["scripts"]) else { preconditionFailure("one plain word") }
    return dossier
  }()

  private static func chemin(_ nom: String) -> HTTPPath {
    guard let chemin = fichiers[nom] else { preconditionFailure("no script is called \(nom)") }
    return chemin
  }
}
