internal import Files
internal import Glibc
internal import Text

@main
enum Main {
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      switch arguments.first {
      case nil: ecrire(try Mesures.texte())
      case "registre": ecrire(try await MesuresDuRegistre.texte())
      case "accord": try accorder(arguments.dropFirst().first)
      default: refuser()
      }
    } catch {
      ecrire("erreur : \(error)\n", 2)
      exit(1)
    }
  }

  private static func accorder(_ nombre: String?) throws {
    guard let nombre = nombre.map({ Int($0) }) ?? Accord.nombreParDefaut, nombre > 0 else {
      refuser()
    }
    let bilan = try Accord.comparer(nombre)
    ecrire(bilan.texte)
    if !bilan.estTenu { exit(1) }
  }

  private static func refuser() -> Never {
    ecrire("usage : Mesures, Mesures registre, ou Mesures accord [NOMBRE]\n", 2)
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
