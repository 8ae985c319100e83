internal import Scolarite

/// The entries and numbers read so far by their text, of which a cohort has few different ones.
struct EntreesLues {
  private var entrees: [String: Entree] = [:]
  private var nombres: [String: Decimale] = [:]
  private static let taille = 4096

  static let attendue =
    "une note de 0 à son barème (« 12,5 », « 13/15 »), \(Entree.motsAdmis), « ABJ 12 » (rattrapage "
    + "tenu) ou « ABJ refus: motif » (rattrapage refusé)"

  mutating func entree(_ texte: String) -> Entree? {
    if let connue = entrees[texte] { return connue }
    guard let entree = Entree(cellule: texte) else { return nil }
    if entrees.count < Self.taille { entrees[texte] = entree }
    return entree
  }

  /// An exact number from 0.
  mutating func nombre(_ texte: String) -> Decimale? {
    if let connu = nombres[texte] { return connu }
    guard let nombre = TableCSV.positif(texte) else { return nil }
    if nombres.count < Self.taille { nombres[texte] = nombre }
    return nombre
  }
}

extension Entree {
  private static let justifiee = "ABJ "
  private static let refus = "refus"

  /// Reads an entry from one text: what a dossier writes, « ABJ 12 » or « ABJ refus: motif ».
  init?(cellule texte: String) {
    if let entree = Entree(ecrite: texte) {
      self = entree
      return
    }
    guard texte.hasPrefix(Self.justifiee) else { return nil }
    let suite = texte.dropFirst(Self.justifiee.count)
    if let note = Note(suite) {
      self = .rattrapee(note)
    } else if let motif = Self.motif(suite) {
      self = .sansRattrapage(motif: motif)
    } else {
      return nil
    }
  }

  /// What follows « refus: », a space at most on each side of the colon.
  private static func motif(_ texte: Substring) -> String? {
    guard texte.hasPrefix(refus) else { return nil }
    var suite = texte.dropFirst(refus.count)
    if let espace = suite.first, espace.isWhitespace { suite.removeFirst() }
    guard suite.first == ":" else { return nil }
    suite.removeFirst()
    if suite.first == " " { suite.removeFirst() }
    return suite.isEmpty ? nil : String(suite)
  }

  /// The entry as one text, which `init(cellule:)` reads back.
  var cellule: String {
    switch self {
    case .sansRattrapage(let motif): Self.justifiee + Self.refus + ": " + motif
    case .note, .absenceInjustifiee, .excuse, .enAttente, .absenceJustifiee, .rattrapee,
      .indisponibilite, .nulle, .sansObjet:
      mot
    }
  }
}
