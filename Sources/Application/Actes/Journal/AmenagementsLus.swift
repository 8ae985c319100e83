/// Which entries on arrangements a person reads: requests as they read the requests themselves, those
/// for a disability with its service alone; what was granted as they see arrangements.
struct AmenagementsLus {
  private let handicap: Bool
  private let autres: Bool
  private let accordes: Bool

  init(_ travail: Travail, _ lieu: Lieu) {
    handicap = travail.peut(DemandeDAmenagement.Situation.handicap.droit, lieu)
    autres = travail.peut(DemandeDAmenagement.Situation.autre.droit, lieu)
    accordes = travail.peut(.voirLesAmenagements, lieu)
  }

  /// Whether what an entry says is theirs to read; every entry on another thing is.
  func contient(_ entree: EntreeDeJournal) -> Bool {
    let sorte = entree.objet.split(separator: "/").first.map(String.init)
    switch sorte.flatMap(Objet.Sorte.init) {
    case .amenagement: return accordes
    case .demandeDAmenagement:
      // An erased entry has no content left that could be read.
      guard let contenu = entree.contenu else { return true }
      return contenu.contains(Self.handicapDit) ? handicap : autres
    case _: return true
    }
  }

  /// How the content of an entry says the situation: within a text, quotes would be escaped.
  private static let handicapDit =
    "\"situation\":\"\(DemandeDAmenagement.Situation.handicap.rawValue)\""
}
