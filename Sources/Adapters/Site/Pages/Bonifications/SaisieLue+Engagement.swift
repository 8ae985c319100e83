internal import Actes

extension SaisieLue {
  /// Says what is wrong with proofs, days and hours in the words of their fields.
  mutating func direLEngagement(_ lues: [Refus.Faute]) {
    for faute in lues {
      if faute.lieu.hasPrefix("piece-") {
        fautes[faute.lieu] = Self.piece(faute.nature)
      } else if faute.lieu.hasPrefix("travail-") {
        fautes[faute.lieu] = Self.periode(faute.nature)
      } else if faute.lieu == "début" {
        fautes["du"] = Self.periode(faute.nature)
      }
    }
  }

  private static func piece(_ nature: Refus.Faute.Nature) -> String {
    switch nature {
    case .absente: "Joignez cette pièce : elle est exigée."
    case .horsBornes: "C’est à l’organisme lui-même d’établir cette pièce."
    case .enDouble: "Cette pièce est jointe deux fois."
    case .illisible, .inconnue, .tropLongue, .horsDesInscrits, .contraire:
      nature.phrase.enPhrase
    }
  }

  private static func periode(_ nature: Refus.Faute.Nature) -> String {
    switch nature {
    case .horsBornes(let vu, let bornes): "\(vu) : \(bornes)".enPhrase
    case .enDouble: "Cette période en recouvre une autre."
    case .absente, .illisible, .inconnue, .tropLongue, .horsDesInscrits, .contraire:
      nature.phrase.enPhrase
    }
  }
}
