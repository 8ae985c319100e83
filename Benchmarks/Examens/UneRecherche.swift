internal import Calendrier
internal import Files
internal import Glibc

/// One search on one thread, its budget counted in the time that its thread has had.
///
/// Arguments: `itc2007 FICHIER`, `toronto BASE PÉRIODES` or `iut CONTRARIÉS`, then the seconds, the
/// seed and, but for `iut`, the file to write. Prints one line of JSON.
@main
enum UneRecherche {
  static func main() {
    do {
      try executer(Array(CommandLine.arguments.dropFirst()))
    } catch {
      let texte = (error as? FauteDInstance)?.description ?? "\(error)"
      try? writeStandard(2, "erreur : \(texte)\n")
      exit(1)
    }
  }

  private static func executer(_ arguments: [String]) throws {
    switch arguments.first {
    case "itc2007" where arguments.count == 5:
      let probleme = try ProblemeDExamens.lireITC2007(readFile(arguments[1], limit: limite))
      let resultat = try chercher(probleme, arguments[2], arguments[3])
      try writeFile(arguments[4], resultat.calendrier.texteITC2007().utf8)
      dire(resultat, probleme)
    case "toronto" where arguments.count == 6:
      let probleme = try ProblemeDExamens.lireToronto(
        epreuves: readFile("\(arguments[1]).crs", limit: limite),
        etudiants: readFile("\(arguments[1]).stu", limit: limite),
        periodes: Int(arguments[2]) ?? 0,
      )
      let resultat = try chercher(probleme, arguments[3], arguments[4])
      try writeFile(arguments[5], resultat.calendrier.texteToronto(probleme).utf8)
      dire(resultat, probleme)
    case "iut" where arguments.count == 4:
      var session = SessionFictive()
      session.contraries = Int(arguments[1]) ?? 0
      let (probleme, _) = try session.tirer(graine: UInt64(arguments[3]) ?? 1)
      let resultat = try chercher(probleme, arguments[2], arguments[3])
      dire(resultat, probleme)
    default:
      try? writeStandard(2, "usage : itc2007, toronto ou iut, leurs arguments\n")
      exit(2)
    }
  }

  private static let limite = 64 * 1_048_576

  private static func chercher(_ probleme: ProblemeDExamens, _ secondes: String, _ graine: String)
    throws -> (calendrier: CalendrierDExamens, resultat: Recherche.Resultat, libre: Int)
  {
    let budget = Int((Double(secondes) ?? 20) * 1e9)
    let prix = probleme.poids.chevauchement ?? .max
    // When the first calendar was held that costs less than one clash.
    var libre = -1
    let resultat = try Recherche(probleme).lancer(
      .init(graine: UInt64(graine) ?? 1, budget: .nanosecondes(budget)),
      horloge: tempsDuFil,
    ) { progres in
      if libre < 0, progres.meilleur < prix { libre = progres.duree }
      return true
    }
    return (resultat.calendrier, resultat, libre)
  }

  private static func dire(
    _ trouve: (calendrier: CalendrierDExamens, resultat: Recherche.Resultat, libre: Int),
    _ probleme: ProblemeDExamens,
  ) {
    let bilan = probleme.bilan(trouve.calendrier)
    let chevauchements = Explication(Recherche(probleme), trouve.calendrier).chevauchements()
    let champs: [(String, Int)] = [
      ("cout", bilan.cout.total), ("candidats", probleme.candidats.count),
      ("violations", bilan.violations.count), ("minorant", probleme.minorant()),
      ("propositions", trouve.resultat.propositions),
      ("microsecondes", trouve.resultat.duree / 1_000),
      ("premier", trouve.resultat.premier / 1_000), ("libre", trouve.libre / 1_000),
      ("chevauchements", chevauchements.count),
    ]
    let texte = champs.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ")
    try? writeStandard(1, "{\(texte)}\n")
  }

  /// The nanoseconds that this thread has had.
  private static func tempsDuFil() -> Int {
    var instant = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &instant)
    return Int(instant.tv_sec) * 1_000_000_000 + Int(instant.tv_nsec)
  }
}
