internal import Calendrier
internal import Epreuves
internal import Text

/// `delibere calendrier dessiner`: a calendar as a drawing to be looked at and printed.
enum DessinerUnCalendrier {
  private static let fil = ["delibere", "calendrier", "dessiner"]

  static func executer(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    guard let sortie = saisie.valeur("sortie") else { throw .usage("il manque --sortie", fil) }
    let instance = try InstanceDExamens.lire(saisie, fil)
    let calendrier = try instance.calendrier(saisie.arguments[1])
    try AccesALaBase.exigerUneDestination(sortie)
    let dessin = DessinDeCalendrier(
      instance.probleme,
      calendrier,
      titre: saisie.valeur("titre") ?? "Calendrier des épreuves",
    )
    try InstanceDExamens.ecrire(Array(dessin.fichier.utf8), sortie)
    console.print(frenchSpacing("Dessin écrit dans \(sortie).\n"))
    return .succes
  }
}
