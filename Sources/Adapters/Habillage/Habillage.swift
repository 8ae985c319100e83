public import HTTPServer

/// What the pages of the site load, from inside the program.
public enum Habillage {
  /// Style sheet, sign and fonts, for a site that adds files of its own.
  public static let ressources: [StaticAsset] = [feuilleDeStyle, signe] + polices

  /// Where a page finds the style sheet and the sign.
  public static let feuille = dossier(de: feuilleDeStyle)
  public static let icone = dossier(de: signe)

  private static let polices = [
    StaticAsset(
      "inter-regular.woff2",
      mediaType: "font/woff2",
      PackageResources.inter_regular_woff2,
    ),
    StaticAsset(
      "inter-semibold.woff2",
      mediaType: "font/woff2",
      PackageResources.inter_semibold_woff2,
    ),
  ]

  private static let signe = StaticAsset(
    "favicon.svg",
    mediaType: "image/svg+xml",
    PackageResources.favicon_svg,
  )

  private static let feuilleDeStyle = StaticAsset(
    "delibere.css",
    mediaType: "text/css; charset=utf-8",
    nommant(polices, dans: PackageResources.delibere_css),
  )

  private static let dossier = chemin(["statique"])

  private static func dossier(de fichier: StaticAsset) -> HTTPPath {
    chemin(dossier.segments + [fichier.hashedName])
  }

  private static func chemin(_ segments: [String]) -> HTTPPath {
    guard let chemin = HTTPPath(segments) else { preconditionFailure("not a path: \(segments)") }
    return chemin
  }

  /// Writes the hashed names of the fonts in the sheet, so that a new font gives a new sheet.
  private static func nommant(_ polices: [StaticAsset], dans feuille: [UInt8]) -> [UInt8] {
    var texte = String(decoding: feuille, as: UTF8.self)
    for police in polices {
      let adresse = "url(\"\(police.name)\")"
      precondition(texte.contains(adresse), "the sheet does not use \(police.name)")
      texte = texte.replacing(adresse, with: "url(\"\(police.hashedName)\")")
    }
    return Array(texte.utf8)
  }
}
