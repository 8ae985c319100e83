internal import Text

/// One word of the command line: a command, or a group of commands.
struct Commande: Sendable {
  /// What is written after the command's name.
  struct Argument: Sendable {
    let nom: String
    let aide: String
    var repete = false
    /// Whether an option may stand in its place.
    var facultatif = false
  }

  /// `--nom VALEUR`, or `--nom` alone.
  struct Option: Sendable {
    let nom: String
    /// What the value is called in the help; `nil` for an option that takes none.
    var valeur: String?
    let aide: String
    /// The values accepted, when they can be listed.
    var choix: [String]?
    /// Whether it may be written several times.
    var repete = false
  }

  let nom: String
  /// What it does, in one line.
  let resume: String
  /// What a person should know besides.
  var details = ""
  var arguments: [Argument] = []
  var options: [Option] = []
  var exemples: [String] = []
  let action: Action

  enum Action: Sendable {
    case groupe([Commande])
    case execution(@Sendable (Saisie, Console) throws(Abandon) -> CodeDeSortie)
  }

  /// Runs the command line from here on; every failure becomes a message and a code.
  func run(_ mots: [String], _ console: Console, chemin: [String] = []) -> CodeDeSortie {
    let chemin = chemin + [nom]
    do throws(Abandon) {
      switch action {
      case .groupe(let commandes):
        return try runGroup(commandes, mots, console, chemin)
      case .execution(let execution):
        if mots.prefix(while: { $0 != "--" }).contains(where: Self.demandeAide) {
          console.print(aide(chemin))
          return .succes
        }
        return try execution(try Saisie(mots, de: self, chemin), console)
      }
    } catch {
      for message in error.messages {
        console.printError(frenchSpacing("erreur : \(message)") + "\n")
      }
      return error.code
    }
  }

  private func runGroup(
    _ commandes: [Commande],
    _ mots: [String],
    _ console: Console,
    _ chemin: [String],
  ) throws(Abandon) -> CodeDeSortie {
    guard let mot = mots.first, !Self.demandeAide(mot), mot != "aide" else {
      console.print(aide(chemin))
      return mots.isEmpty ? .usage : .succes
    }
    guard let commande = commandes.first(where: { $0.nom == mot }) else {
      throw .usage(
        "commande inconnue « \(mot) »" + suggestion(mot, commandes.map(\.nom)),
        chemin,
      )
    }
    return commande.run(Array(mots.dropFirst()), console, chemin: chemin)
  }

  private static func demandeAide(_ mot: String) -> Bool {
    ["--help", "--aide", "-h"].contains(mot)
  }
}

/// « , vouliez-vous dire … ? » when a known word is close, nothing otherwise.
func suggestion(_ mot: String, _ connus: [String]) -> String {
  let proche = connus.min { editDistance($0, mot) < editDistance($1, mot) }
  guard let proche, editDistance(proche, mot) <= 2 else { return "" }
  return ", vouliez-vous dire « \(proche) » ?"
}

extension Abandon {
  /// A fault of the command line, with the way to its help.
  static func usage(_ message: String, _ chemin: [String]) -> Abandon {
    Abandon(
      code: .usage,
      messages: ["\(message) (« \(chemin.joined(separator: " ")) --help » aide)"],
    )
  }
}
