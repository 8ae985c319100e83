internal import SQL

/// The entries that say what was erased: they alone excuse a content that is no longer there.
struct EffacementsDuJournal {
  private var parSujet: [Int64: Int64] = [:]
  private var parObjet: [String: Int64] = [:]
  /// The acts that erase every content up to a number: where they stand, and that number.
  private var jusqua: [(entree: Int64, numero: Int64)] = []

  /// The act that erases the contents of old entries; its object is « conservation/12 », the number
  /// of the last of them.
  static let acteDuJournal = "effacer-le-journal"

  init(_ etablissement: Int64, _ connexion: any SQLConnection) throws {
    try connexion.parcourir(
      "effacements",
      """
      SELECT numero, acte, objet, sujet FROM journal
      WHERE etablissement = ?1 AND acte LIKE 'effacer-%' ORDER BY numero
      """,
      [.integer(etablissement)],
    ) { noter($0.integer(0), $0.text(1), $0.text(2), $0.optionalInteger(3)) }
  }

  private mutating func noter(_ numero: Int64, _ acte: String, _ objet: String, _ sujet: Int64?) {
    if let sujet { parSujet[sujet] = numero }
    parObjet[objet] = numero
    guard acte == Self.acteDuJournal, let barre = objet.lastIndex(of: "/"),
      let dernier = Int64(objet[objet.index(after: barre)...])
    else { return }
    jusqua.append((numero, dernier))
  }

  /// Whether an act that came later erased the content of an entry.
  func excusent(_ entree: EntreeChainee) -> Bool {
    if let sujet = entree.sujet, let acte = parSujet[sujet], acte > entree.numero { return true }
    if let acte = parObjet[entree.objet], acte > entree.numero { return true }
    return jusqua.contains { $0.entree > entree.numero && entree.numero <= $0.numero }
  }
}
