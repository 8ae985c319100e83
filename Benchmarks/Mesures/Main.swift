internal import Files
internal import Glibc
internal import Registre
internal import SQL
internal import Text

@main
enum Main {
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      switch arguments.first {
      case nil: ecrire(try Mesures.texte())
      case "registre": ecrire(try await MesuresDuRegistre.texte())
      case "http": ecrire(try await MesuresHTTP.texte())
      case "site": ecrire(try await MesuresDuSite.texte(nombre(arguments, sinon: 10)))
      case "affluence":
        ecrire(try await MesuresDAffluence.texte() + "\n")
        try await mesurerLesInscriptions(arguments)
      case "inscriptions": try await mesurerLesInscriptions(arguments)
      case "pdf": ecrire(try MesuresPDF.texte(nombre(arguments, sinon: 10_000)))
      case "documents":
        ecrire(try await MesuresDesDocuments.texte(nombre(arguments, sinon: 10_000)))
      case "jury": ecrire(try await MesuresDuJury.texte())
      case "chutes": ecrire(try await Chutes.texte(nombre(arguments, sinon: 200)))
      case "ecrire": try await ecrireSansFin(arguments)
      default: refuser()
      }
    } catch {
      ecrire("erreur : \(error)\n", 2)
      exit(1)
    }
  }

  /// Fails when something was lost or misjudged.
  private static func mesurerLesInscriptions(_ arguments: [String]) async throws {
    let acceleration = nombre(arguments, sinon: 5)
    var fautes: [String] = []
    for moteur in moteurs(arguments.dropFirst(2).first) {
      let mesure = try await MesuresDesInscriptions.mesurer(moteur, acceleration: acceleration)
      ecrire(mesure.texte + "\n")
      fautes += mesure.fautes
    }
    guard !fautes.isEmpty else { return }
    ecrire(fautes.prefix(20).map { "faute : \($0)\n" }.joined(), 2)
    exit(1)
  }

  /// The engine that is named; all of them where none is.
  private static func moteurs(_ nom: String?) -> [SQLEngine] {
    guard let nom else { return SQLEngine.allCases }
    guard let moteur = SQLEngine(rawValue: nom) else { refuser() }
    return [moteur]
  }

  private static func ecrireSansFin(_ arguments: [String]) async throws {
    guard arguments.count == 3, let adresse = AdresseDeBase(arguments[1]),
      let graine = UInt64(arguments[2])
    else { refuser() }
    try await Ecrivain.ecrire(adresse, graine: graine)
  }

  private static func nombre(_ arguments: [String], sinon defaut: Int) -> Int {
    guard let nombre = arguments.dropFirst().first.map({ Int($0) }) ?? defaut, nombre > 0 else {
      refuser()
    }
    return nombre
  }

  private static func refuser() -> Never {
    ecrire(
      "usage : Mesures, Mesures registre, Mesures http, Mesures site [SECONDES], Mesures affluence "
        + "[ALLURE [MOTEUR]], Mesures inscriptions [ALLURE [MOTEUR]], Mesures jury, "
        + "Mesures pdf [NOMBRE], Mesures documents [NOMBRE] ou "
        + "Mesures chutes [NOMBRE]\n",
      2,
    )
    exit(2)
  }

  private static func ecrire(_ texte: String, _ descripteur: Int32 = 1) {
    do throws(FileError) {
      try writeStandard(descripteur, frenchSpacing(texte))
    } catch {
      exit(3)
    }
  }
}
