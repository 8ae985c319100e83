internal import Calendrier
internal import Epreuves
internal import Text

/// `delibere calendrier convertir`: says an instance, and its calendar, in another format.
enum ConvertirUneInstance {
  private static let fil = ["delibere", "calendrier", "convertir"]

  static func executer(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    guard let sortie = saisie.valeur("sortie") else { throw .usage("il manque --sortie", fil) }
    let ecrit = saisie.valeur("vers").flatMap(InstanceDExamens.Format.init(rawValue:))
    guard let vers = ecrit ?? InstanceDExamens.Format(extension: sortie) else {
      throw .usage("il manque --vers", fil)
    }
    let instance = try InstanceDExamens.lire(saisie, fil)
    var calendrier: CalendrierDExamens?
    if let chemin = saisie.valeur("calendrier") { calendrier = try instance.calendrier(chemin) }
    try AccesALaBase.exigerUneDestination(sortie)
    let ecrits = try ecrire(instance.probleme, calendrier, vers, sortie)
    console.print(frenchSpacing("Écrit dans \(ecrits.joined(separator: ", ")).\n"))
    return .succes
  }

  /// The files that were written.
  private static func ecrire(
    _ probleme: ProblemeDExamens,
    _ calendrier: CalendrierDExamens?,
    _ vers: InstanceDExamens.Format,
    _ sortie: String,
  ) throws(Abandon) -> [String] {
    var fichiers: [(chemin: String, octets: [UInt8])]
    switch vers {
    case .xlsx:
      let raisons = SessionEnClasseur.raisonsDeNePasEcrire(probleme)
      guard raisons.isEmpty else { throw refus("un classeur", raisons) }
      fichiers = [(sortie, try InstanceDExamens.classeur(probleme, calendrier))]
    case .itc2007:
      guard let texte = probleme.texteITC2007() else {
        throw refus("ITC 2007", probleme.raisonsDeNePasDireITC2007())
      }
      fichiers = [(sortie, Array(texte.utf8))]
      if let calendrier {
        guard calendrier.estDUnePartieParEpreuve(probleme),
          calendrier.placements.allSatisfy({ $0.salle != nil })
        else { throw refus("ITC 2007", ["chaque épreuve doit avoir une salle, et une seule"]) }
        fichiers.append((base(sortie) + ".sol", Array(calendrier.texteITC2007().utf8)))
      }
    case .toronto:
      guard let textes = probleme.textesToronto() else {
        throw refus("Toronto", probleme.raisonsDeNePasDireToronto())
      }
      let base = InstanceDExamens.baseDeToronto(sortie)
      fichiers = [
        (base + ".crs", Array(textes.epreuves.utf8)),
        (base + ".stu", Array(textes.etudiants.utf8)),
      ]
      if let calendrier {
        guard calendrier.estDUnePartieParEpreuve(probleme) else {
          throw refus("Toronto", ["chaque épreuve doit avoir un créneau, et un seul"])
        }
        fichiers.append((base + ".sol", Array(calendrier.texteToronto(probleme).utf8)))
      }
    }
    for (chemin, octets) in fichiers { try InstanceDExamens.ecrire(octets, chemin) }
    return fichiers.map(\.chemin)
  }

  private static func base(_ chemin: String) -> String {
    chemin.hasSuffix(".exam") ? String(chemin.dropLast(5)) : chemin
  }

  private static func refus(_ format: String, _ raisons: [String]) -> Abandon {
    Abandon(
      code: .refus,
      messages: raisons + ["\(format) ne peut pas dire cette session ; rien n’a été écrit"],
    )
  }
}
