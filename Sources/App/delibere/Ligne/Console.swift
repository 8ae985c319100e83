/// Where a command writes: results on one side, messages on the other.
struct Console {
  /// Writes a part of the result.
  let print: (String) -> Void
  /// Writes a message for the person, apart from the result.
  let printError: (String) -> Void
}

/// What the program answers to the shell.
enum CodeDeSortie: Int32 {
  case succes = 0
  /// The command ran and found at least one error in what it examined.
  case erreursTrouvees = 1
  /// The command line itself is wrong.
  case usage = 2
  /// A file cannot be read or written, or is not what was expected.
  case fichier = 3
  /// The base cannot be reached, or cannot serve.
  case base = 4
  /// What was asked is refused; nothing was done.
  case refus = 5
}

/// A message to the person that ends the command.
struct Abandon: Error {
  let code: CodeDeSortie
  /// One message a line, in French, with its place.
  let messages: [String]
}
