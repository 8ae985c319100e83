internal import Files
internal import Glibc

@main
enum Main {
  static func main() {
    // A base, a backup, a sheet hold names and marks: nobody else reads the files that are made.
    if ["base", "journal", "notes"].contains(CommandLine.arguments.dropFirst().first) {
      umask(0o077)
    }
    let sortie = SortieStandard()
    let console = Console(print: sortie.print, printError: sortie.printError)
    let code = Commandes.racine.run(Array(CommandLine.arguments.dropFirst()), console)
    guard let echec = sortie.echec else { exit(code.rawValue) }
    sortie.printError("erreur : la sortie n’a pu être écrite entière : \(echec)\n")
    exit(CodeDeSortie.fichier.rawValue)
  }
}

/// The process's two outputs; remembers the first failure to write a result.
private final class SortieStandard {
  private(set) var echec: FileError?

  func print(_ texte: String) {
    do throws(FileError) { try writeStandard(1, texte) } catch { echec = echec ?? error }
  }

  func printError(_ texte: String) {
    // Nowhere is left to say that messages cannot be written.
    do throws(FileError) { try writeStandard(2, texte) } catch { return }
  }
}
