internal import Files
internal import Glibc
internal import Text

@main
enum Main {
  static func main() {
    let nombre = CommandLine.arguments.dropFirst().first.map { Int($0) ?? 0 }
    guard nombre.map({ $0 > 0 }) ?? true else {
      ecrire("usage : Accord [NOMBRE]\n", 2)
      exit(2)
    }
    do {
      let bilan = try Accord.comparer(nombre ?? Accord.nombreParDefaut)
      ecrire(bilan.texte)
      if !bilan.estTenu { exit(1) }
    } catch {
      ecrire("erreur : \(error)\n", 2)
      exit(1)
    }
  }

  private static func ecrire(_ texte: String, _ descripteur: Int32 = 1) {
    do throws(FileError) {
      try writeStandard(descripteur, frenchSpacing(texte))
    } catch {
      exit(3)
    }
  }
}
