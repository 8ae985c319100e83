internal import SQL

/// One step of the schema, never edited once it has shipped: its digest is kept in the base.
///
/// The text is written for SQLite; `texte(pour:)` gives the same for PostgreSQL. Each table's key
/// begins with the establishment. A day is a text « 2026-07-01 », a minute « 2026-07-01T08:30 »,
/// both in Paris; a moment is in milliseconds since 1970, UTC; a decimal is in millionths; a truth
/// is 0 or 1.
struct Migration: Sendable {
  let numero: Int
  let nom: String
  /// The statements that both engines run.
  let commune: String
  /// What is added on each engine: triggers, whose language differs.
  let sqlite: String
  let postgresql: String
  /// Put together once: every base that opens is compared with them.
  private let textes: (sqlite: SQLText, postgresql: SQLText)

  init(numero: Int, nom: String, commune: String, sqlite: String, postgresql: String) {
    self.numero = numero
    self.nom = nom
    self.commune = commune
    self.sqlite = sqlite
    self.postgresql = postgresql
    textes = (
      SQLText(trusted: commune + sqlite), SQLText(trusted: Self.traduite(commune) + postgresql),
    )
  }

  /// What an engine runs.
  func texte(pour moteur: SQLEngine) -> SQLText {
    switch moteur {
    case .sqlite: textes.sqlite
    case .postgresql: textes.postgresql
    }
  }

  /// The types and the storage clauses of SQLite in the words of PostgreSQL.
  private static func traduite(_ texte: String) -> String {
    var mots = texte.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    for rang in mots.indices {
      mots[rang] = mots[rang].remplacant("INTEGER", par: "BIGINT").remplacant("BLOB", par: "BYTEA")
    }
    return mots.joined(separator: " ").remplacant(") STRICT, WITHOUT ROWID;", par: ");")
      .remplacant(") STRICT;", par: ");")
  }

  /// All of them, in order; a base holds a prefix of this list.
  static let toutes: [Migration] = [
    .premiere, .connexions, .natures, .deliberations, .redoublement, .nouvelles, .vues,
    .calendriers, .courrier, .documents, .discipline, .bonifications, .assiduite,
    .sessionDeux, .calendrierDeSession2, .bts, .copies, .dureesDEpreuve, .equipementsDesSalles,
    .admissibiliteRevue, .reouverturesBTS,
  ]
}

extension String {
  /// The text with every occurrence of one put in place of the other.
  fileprivate func remplacant(_ ancien: String, par nouveau: String) -> String {
    var resultat = ""
    var reste = self[...]
    while let place = reste.firstRange(of: ancien) {
      resultat += reste[..<place.lowerBound] + nouveau
      reste = reste[place.upperBound...]
    }
    return resultat + reste
  }
}
