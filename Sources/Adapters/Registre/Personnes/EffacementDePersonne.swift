internal import SQL

/// What becomes of each table that speaks of a student when the student is erased: the one list.
///
/// A test holds it against the schema, so that no table is forgotten.
enum EffacementDePersonne {
  /// What is done to a table.
  typealias Effacement = (table: String, requete: SQLText)

  /// The tables of which something goes, and the statement that takes it away: `?1` is the
  /// establishment, `?2` the student, `?3` the entry of the journal.
  static let effacees: [Effacement] =
    dossier + assiduite + demandes + sessionDeux + jury + discipline
    + bts + compte

  /// The tables that remain as they are, under the number of the student: marks, memberships, what
  /// a jury sealed.
  ///
  /// They hold no word about the person, but for two: the reason of a mark that cannot be sat again,
  /// which the digest of marks written together covers, and the reasons of sealed decisions, which
  /// the seal covers.
  static let gardees: Set<String> = [
    "note", "note_ancienne", "membre", "statut", "habilitation", "journal_contenu", "session2",
    "note_session2", "copie", "note_publiee_de_session2",
    "inscription_au_soutien", "membre_de_jury", "etudiant_rectifie", "projet", "scelle", "decision",
    "inscription_faite", "document", "indisponibilite", "admissibilite", "silence_session2",
    "oral_bts", "revue_d_admissibilite",
  ]
}
