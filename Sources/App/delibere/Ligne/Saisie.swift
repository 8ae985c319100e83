/// What was written after a command, checked against what the command accepts.
struct Saisie: Sendable {
  /// The words that are not options, in order.
  let arguments: [String]
  private let toutes: [String: [String]]
  private let drapeaux: Set<String>

  init(_ mots: [String], de commande: Commande, _ chemin: [String]) throws(Abandon) {
    var arguments: [String] = []
    var valeurs: [String: [String]] = [:]
    var drapeaux: Set<String> = []
    var reste = mots[...]
    while let mot = reste.popFirst() {
      guard mot.hasPrefix("--"), mot != "--" else {
        if mot == "--" { arguments += reste }
        if mot == "--" { break }
        arguments.append(mot)
        continue
      }
      let parties = mot.dropFirst(2).split(
        separator: "=",
        maxSplits: 1,
        omittingEmptySubsequences: false,
      )
      let option = try Self.option(String(parties[0]), de: commande, chemin)
      guard option.valeur != nil else {
        guard parties.count == 1 else {
          throw .usage("l’option « --\(option.nom) » n’attend pas de valeur", chemin)
        }
        drapeaux.insert(option.nom)
        continue
      }
      guard let valeur = parties.count == 2 ? String(parties[1]) : reste.popFirst() else {
        throw .usage("l’option « --\(option.nom) » attend une valeur", chemin)
      }
      if let choix = option.choix, !choix.contains(valeur) {
        let liste = choix.joined(separator: ", ")
        throw .usage("« --\(option.nom) \(valeur) » : \(liste) attendu", chemin)
      }
      guard option.repete || valeurs[option.nom] == nil else {
        throw .usage("l’option « --\(option.nom) » est écrite deux fois", chemin)
      }
      valeurs[option.nom, default: []].append(valeur)
    }
    self.arguments = arguments
    toutes = valeurs
    self.drapeaux = drapeaux
    try Self.verifier(arguments, pour: commande, chemin)
  }

  /// The value given to an option.
  func valeur(_ option: String) -> String? { toutes[option]?.first }

  /// The values given to an option that may be written several times, in order.
  func valeurs(_ option: String) -> [String] { toutes[option] ?? [] }

  /// Whether an option without value was given.
  func porte(_ option: String) -> Bool { drapeaux.contains(option) }

  private static func option(
    _ nom: String,
    de commande: Commande,
    _ chemin: [String],
  ) throws(Abandon) -> Commande.Option {
    guard let option = commande.options.first(where: { $0.nom == nom }) else {
      let connues = commande.options.map(\.nom)
      throw .usage("option inconnue « --\(nom) »" + suggestion(nom, connues), chemin)
    }
    return option
  }

  private static func verifier(
    _ arguments: [String],
    pour commande: Commande,
    _ chemin: [String],
  ) throws(Abandon) {
    let attendus = commande.arguments
    guard arguments.count >= attendus.count(where: { !$0.facultatif }) else {
      throw .usage("il manque \(attendus[arguments.count].nom)", chemin)
    }
    guard arguments.count <= attendus.count || attendus.last?.repete == true else {
      throw .usage("« \(arguments[attendus.count]) » est de trop", chemin)
    }
  }
}
