internal import Calendrier
internal import Text

/// `delibere calendrier inventer`: the workbook of a session of an IUT that does not exist.
enum InventerUneSession {
  private static let fil = ["delibere", "calendrier", "inventer"]

  static func executer(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    guard let sortie = saisie.valeur("sortie") else { throw .usage("il manque --sortie", fil) }
    var session = SessionFictive()
    session.formations = try saisie.nombre("formations", 1...100, fil) ?? session.formations
    session.inscrits = try saisie.nombre("inscrits", 1...20_000, fil) ?? session.inscrits
    session.epreuves =
      try saisie.nombre("epreuves", session.formations...2_000, fil)
      ?? max(session.epreuves, session.formations)
    session.salles = try saisie.nombre("salles", 1...500, fil) ?? session.salles
    session.jours = try saisie.nombre("jours", 1...26, fil) ?? session.jours
    session.contraries = try saisie.nombre("chevauchements", 0...session.inscrits, fil) ?? 0
    let graine = UInt64(try saisie.nombre("graine", 0...Int.max, fil) ?? 1)
    try AccesALaBase.exigerUneDestination(sortie)
    let probleme: ProblemeDExamens
    do throws(ProblemeDExamens.Faute) {
      probleme = try session.tirer(graine: graine).probleme
    } catch {
      throw .refuse("\(error)")
    }
    try InstanceDExamens.ecrire(try InstanceDExamens.classeur(probleme, nil), sortie)
    console.print(
      frenchSpacing(
        "\(sortie) : \(probleme.epreuves.count) épreuves, \(probleme.candidats.count) candidats, "
          + "\(probleme.periodes.count) créneaux, \(probleme.salles.count) salles.\n"
      )
    )
    return .succes
  }
}
