public import Scolarite

/// A meeting of a jury on the students of a promotion.
public struct SessionDeJury: Hashable, Sendable {
  public let id: Identifiant<SessionDeJury>
  public let promotion: Identifiant<Promotion>
  public let nature: Nature
  public var date: Jour
  /// The decision that names its members: « arrêté 2026-12 du 3 mars 2026 ».
  public var nomination: String?
  public var membres: [Membre]
  /// Why it meets though a jury of that kind was closed already: session 2, for instance.
  public let motif: String?
  /// The closed jury whose error it puts right; `nil` for a jury of its own.
  public let rectification: Rectification?
  /// Whether its decisions are sealed.
  public var close: Bool
  public var version: Int64

  /// What it deliberates on.
  public enum Nature: Hashable, Sendable {
    case semestre(NumeroSemestre)
    case annee
  }

  /// Somebody called to the jury.
  public struct Membre: Hashable, Sendable {
    public let nom: String
    public let qualite: Qualite
    public let present: Bool
    /// Who it is, where a user.
    public let utilisateur: Identifiant<Utilisateur>?

    /// As what somebody sits.
    public enum Qualite: String, CaseIterable, Hashable, Sendable {
      case president, enseignant, professionnel, autre
    }

    public init(
      nom: String,
      qualite: Qualite,
      present: Bool,
      utilisateur: Identifiant<Utilisateur>? = nil,
    ) {
      self.nom = nom
      self.qualite = qualite
      self.present = present
      self.utilisateur = utilisateur
    }
  }

  /// Why a new deliberation replaces a sealed one, and for whom.
  public struct Rectification: Hashable, Sendable {
    /// The first jury, even where this one puts right another rectification.
    public let jury: Identifiant<SessionDeJury>
    /// What proves the material error.
    public let preuve: String
    public let etudiants: [Identifiant<Etudiant>]

    public init(
      jury: Identifiant<SessionDeJury>,
      preuve: String,
      etudiants: [Identifiant<Etudiant>],
    ) {
      self.jury = jury
      self.preuve = preuve
      self.etudiants = etudiants
    }
  }

  public init(
    id: Identifiant<SessionDeJury>,
    promotion: Identifiant<Promotion>,
    nature: Nature,
    date: Jour,
    nomination: String? = nil,
    membres: [Membre],
    motif: String? = nil,
    rectification: Rectification?,
    close: Bool,
    version: Int64,
  ) {
    self.id = id
    self.promotion = promotion
    self.nature = nature
    self.date = date
    self.nomination = nomination
    self.membres = membres
    self.motif = motif
    self.rectification = rectification
    self.close = close
    self.version = version
  }

  /// Who presides.
  public var president: Membre? { membres.first { $0.qualite == .president } }
}

/// A decision as a jury takes it; its author and its day are those of the jury.
public struct DecisionPrise: Hashable, Sendable {
  public let sur: DecisionDeJury.Objet
  public let code: DecisionDeJury.Code
  public let motif: String

  public init(sur: DecisionDeJury.Objet, code: DecisionDeJury.Code, motif: String) {
    self.sur = sur
    self.code = code
    self.motif = motif
  }
}

/// What a jury is about to decide for a student.
public struct ProjetDeDecision: Hashable, Sendable {
  public let jury: Identifiant<SessionDeJury>
  public let etudiant: Identifiant<Etudiant>
  public let decisions: [DecisionPrise]
  /// The digest of the proposal on which the jury took position; `nil` where it was not kept.
  public let vue: String?
  /// 1 for the first.
  public let version: Int64

  public init(
    jury: Identifiant<SessionDeJury>,
    etudiant: Identifiant<Etudiant>,
    decisions: [DecisionPrise],
    vue: String? = nil,
    version: Int64,
  ) {
    self.jury = jury
    self.etudiant = etudiant
    self.decisions = decisions
    self.vue = vue
    self.version = version
  }
}
