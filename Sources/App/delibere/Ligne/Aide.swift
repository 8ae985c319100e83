internal import Text

extension Commande {
  /// The help page of the command, as the person asked for it.
  func aide(_ chemin: [String]) -> String {
    var sections = [resume]
    if !details.isEmpty { sections.append(details) }
    sections.append("Usage :\n  " + usage(chemin))
    if case .groupe(let commandes) = action {
      sections.append(Self.liste("Commandes", commandes.map { ($0.nom, $0.resume) }))
    }
    if !arguments.isEmpty {
      sections.append(Self.liste("Arguments", arguments.map { ($0.nom, $0.aide) }))
    }
    if case .execution = action {
      let options = options.map {
        ("--\($0.nom)" + ($0.valeur.map { " \($0)" } ?? "") + ($0.repete ? " …" : ""), $0.aide)
      }
      sections.append(Self.liste("Options", options + [("--help", "affiche cette aide")]))
    }
    if !exemples.isEmpty {
      sections.append("Exemples :\n" + exemples.map { "  " + $0 }.joined(separator: "\n"))
    }
    return frenchSpacing(sections.joined(separator: "\n\n")) + "\n"
  }

  private func usage(_ chemin: [String]) -> String {
    var mots = chemin
    if case .groupe = action { mots.append("COMMANDE …") }
    mots += arguments.map { $0.repete ? "\($0.nom)…" : $0.facultatif ? "[\($0.nom)]" : $0.nom }
    if !options.isEmpty { mots.append("[options]") }
    return mots.joined(separator: " ")
  }

  private static func liste(_ titre: String, _ lignes: [(String, String)]) -> String {
    let largeur = lignes.map(\.0.count).max() ?? 0
    let corps = lignes.map { nom, aide in
      let marge = String(repeating: " ", count: largeur + 4)
      let texte = wrap(aide, width: 92 - marge.count).joined(separator: "\n" + marge)
      return "  " + nom + String(repeating: " ", count: largeur - nom.count + 2) + texte
    }
    return "\(titre) :\n" + corps.joined(separator: "\n")
  }
}
