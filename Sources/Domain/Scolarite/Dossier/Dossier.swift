/// Everything that results depend on for one student.
public struct Dossier: Sendable {
  public let etudiant: String
  /// The years followed, the oldest first, each university year once.
  public let annees: [AnneeSuivie]
  public let redoublement: DemandeDeRedoublement?

  public init(
    etudiant: String,
    annees: [AnneeSuivie],
    redoublement: DemandeDeRedoublement? = nil,
  ) {
    self.etudiant = etudiant
    self.annees = annees
    self.redoublement = redoublement
  }
}

/// One university year of a student.
public struct AnneeSuivie: Sendable {
  public var annee: AnneeUniversitaire
  public var anneeBUT: AnneeBUT
  public var programme: Programme
  public var semestres: [SemestreSuivi]
  public var bonus: Bonus
  public var session2: SessionDeux?
  public var decisions: [DecisionDeJury]

  public init(
    annee: AnneeUniversitaire,
    anneeBUT: AnneeBUT,
    programme: Programme,
    semestres: [SemestreSuivi],
    bonus: Bonus = Bonus(),
    session2: SessionDeux? = nil,
    decisions: [DecisionDeJury] = [],
  ) {
    self.annee = annee
    self.anneeBUT = anneeBUT
    self.programme = programme
    self.semestres = semestres
    self.bonus = bonus
    self.session2 = session2
    self.decisions = decisions
  }

  /// The semester of a UE, when the student follows it this year.
  func semestre(de ue: UEDeProgramme) -> SemestreSuivi? {
    semestres.first { $0.numero == ue.semestre }
  }
}

/// One semester of a student: marks, absences.
public struct SemestreSuivi: Sendable {
  public var numero: NumeroSemestre
  public var statut: Statut
  /// The tests of each module, by canonical code.
  public var notes: [String: [Evaluation]]
  /// What is already known of a UE.
  public var moyennes: [CodeUE: MoyenneConnue]
  public var absences: Absences
  /// The « avis contraire » that lifts the 30 % rule.
  public var avisContraire: ActeMotive?

  /// A UE whose average comes from elsewhere.
  public enum MoyenneConnue: Sendable {
    /// The raw average.
    case moyenne(Fraction)
    /// Granted by equivalence or validation, with a mark only if the decision gives one (A37).
    case equivalence(ActeMotive, note: Fraction?)
  }

  public init(
    numero: NumeroSemestre,
    statut: Statut,
    notes: [String: [Evaluation]] = [:],
    moyennes: [CodeUE: MoyenneConnue] = [:],
    absences: Absences = Absences(),
    avisContraire: ActeMotive? = nil,
  ) {
    self.numero = numero
    self.statut = statut
    self.notes = notes
    self.moyennes = moyennes
    self.absences = absences
    self.avisContraire = avisContraire
  }
}

/// A decision of somebody: who, when, why.
public struct ActeMotive: Hashable, Sendable {
  public let auteur: String
  public let date: Jour
  public let motif: String

  /// An act with its author and its reason, neither empty.
  public init?(auteur: String, date: Jour, motif: String) {
    guard !auteur.isEmpty, !motif.isEmpty else { return nil }
    self.auteur = auteur
    self.date = date
    self.motif = motif
  }
}

/// What was sat at session 2.
public struct SessionDeux: Sendable {
  /// The first day of the session; decisions taken before it are known to it.
  public let date: Jour?
  /// The UE enrolled for.
  public let inscriptions: [CodeUE]
  /// Marks of whole UE.
  public let notesUE: [CodeUE: Entree]
  /// Marks of modules resat, by canonical code.
  public let notesModules: [String: Entree]

  public init(
    date: Jour?,
    inscriptions: [CodeUE],
    notesUE: [CodeUE: Entree],
    notesModules: [String: Entree],
  ) {
    self.date = date
    self.inscriptions = inscriptions
    self.notesUE = notesUE
    self.notesModules = notesModules
  }
}
