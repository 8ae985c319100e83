internal import Files
internal import Glibc

@main
enum Main {
  static func main() {
    let console = Console(
      print: { writeStandard(1, $0) },
      printError: { writeStandard(2, $0) },
    )
    let code = Commandes.racine.run(Array(CommandLine.arguments.dropFirst()), console)
    exit(code.rawValue)
  }
}
