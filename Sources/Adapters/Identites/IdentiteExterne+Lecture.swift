internal import Actes

extension IdentiteExterne {
  /// Checks what a service says of a person; what is only shown is left out where it is odd.
  init(
    fournisseur: String,
    sujetLu: String?,
    nomLu: String?,
    courrielLu: String?,
  ) throws(ErreurDIdentite) {
    guard let sujet = sujetLu, Self.estLisible(sujet) else {
      throw .reponseInvalide("l’identifiant de la personne manque, ou n’est pas un texte simple")
    }
    self.init(
      fournisseur: fournisseur,
      sujet: sujet,
      nom: nomLu.flatMap { Self.estLisible($0) ? $0 : nil },
      courriel: courrielLu.flatMap { Self.estLisible($0) && $0.contains("@") ? $0 : nil },
    )
  }

  /// One line of 255 bytes at most, without space at its ends.
  private static func estLisible(_ texte: String) -> Bool {
    guard let premier = texte.unicodeScalars.first, let dernier = texte.unicodeScalars.last,
      texte.utf8.count <= 255, !premier.properties.isWhitespace, !dernier.properties.isWhitespace
    else { return false }
    return texte.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned: false
      default: true
      }
    }
  }
}

/// A word that a service gives for its reason, cut down to what a log may hold.
func motDuService(_ texte: String?) -> String {
  let mot = (texte ?? "").prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
  return mot.isEmpty ? "sans raison donnée" : String(mot.prefix(40))
}
