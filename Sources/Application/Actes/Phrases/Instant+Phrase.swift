internal import Scolarite

extension Instant {
  /// « 3 novembre 2026 à 14 h 05 ».
  var enToutesLettres: String {
    let quantieme = jour.quantieme == 1 ? "1er" : "\(jour.quantieme)"
    let minutes = minute % 60
    let heure = "\(minute / 60) h" + (minutes == 0 ? "" : " \(minutes < 10 ? "0" : "")\(minutes)")
    return "\(quantieme) \(Self.mois[jour.mois - 1]) \(jour.annee) à \(heure)"
  }

  private static let mois = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
  ]
}
