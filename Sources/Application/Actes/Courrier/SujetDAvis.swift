/// What a notice is about; each can be switched off by whoever receives it.
public enum SujetDAvis: String, CaseIterable, Hashable, Sendable {
  case notes, bonus, decisions, justificatifs, redoublements
  /// A request for an authorisation of absence was answered.
  case autorisations
  /// A catch-up is organised, or refused.
  case rattrapages
  /// The next absence will cost more.
  case paliers
  /// The enrolment in session 2 is about to close.
  case session2
  /// A request to see a copy was answered, or support was called off.
  case copies
  /// Results, summons and admission of the BTS.
  case bts
  /// Marks are late, for whoever enters them.
  case retards
  /// Exams of session 2 whose form is to be chosen, for the responsables of their modules.
  case epreuves
  /// A jury is about to meet, for its members.
  case jurys
  /// Absences are announced at slots, for whoever teaches there.
  case absences

  /// Whether it is written to students about themselves; to staff otherwise.
  public var estPourUnEtudiant: Bool {
    switch self {
    case .notes, .bonus, .decisions, .justificatifs, .redoublements, .session2, .copies, .bts,
      .autorisations, .rattrapages, .paliers:
      true
    case .retards, .epreuves, .jurys, .absences: false
    }
  }
}

/// What a message is for.
public enum SorteDeCourrier: String, CaseIterable, Hashable, Sendable {
  /// What is new and what is due, gathered.
  case avis
  /// A code to choose a password, asked for by whoever forgot theirs.
  case motDePasse = "mot-de-passe"
  case motDePasseChange = "mot-de-passe-change"
  case essai
}

/// Where a message stands.
public enum EtatDeCourrier: String, CaseIterable, Hashable, Sendable {
  case enAttente = "en-attente"
  case envoye
  /// The server said that it will never take it, or there is nowhere to write to.
  case refuse
  /// It was tried for as long as is sensible.
  case abandonne
}
