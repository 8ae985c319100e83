public import Scolarite

/// A mark that a sheet brings, its student and its test named as the sheet names them.
public struct NoteRapportee: Hashable, Sendable {
  public let etudiant: Designation
  public let evaluation: Reference
  public let entree: Entree
  /// Where the sheet says it.
  public let lieu: String

  /// What a sheet says of a student; the first that is given counts, in this order.
  public struct Designation: Hashable, Sendable {
    public let id: Identifiant<Etudiant>?
    public let ine: String?
    public let nip: String?
    public let nom: String?
    public let prenom: String?

    public init(
      id: Identifiant<Etudiant>? = nil,
      ine: String? = nil,
      nip: String? = nil,
      nom: String? = nil,
      prenom: String? = nil,
    ) {
      self.id = id
      self.ine = ine
      self.nip = nip
      self.nom = nom
      self.prenom = prenom
    }

    /// As an error shows it.
    var vue: String {
      id?.description ?? ine ?? nip ?? [nom, prenom].compactMap(\.self).joined(separator: " ")
    }
  }

  /// What a sheet says of a test.
  public enum Reference: Hashable, Sendable {
    case numero(Identifiant<EvaluationDeModule>)
    /// Its name, with the module where the sheet gives it.
    case intitule(module: String?, nom: String)
  }

  public init(etudiant: Designation, evaluation: Reference, entree: Entree, lieu: String) {
    self.etudiant = etudiant
    self.evaluation = evaluation
    self.entree = entree
    self.lieu = lieu
  }
}

/// What an import of marks would change.
public struct PlanDeNotes: Hashable, Sendable {
  /// Marks where none stood.
  public var nouvelles: [Ligne] = []
  /// Marks that would take the place of another.
  public var changees: [Ligne] = []
  /// How many stand already as the sheet has them.
  public var identiques = 0

  /// A mark of the plan.
  public struct Ligne: Hashable, Sendable {
    public let etudiant: Etudiant
    public let evaluation: EvaluationDeModule
    /// What stands there; `nil` where nothing does.
    public let avant: NoteInscrite?
    public let apres: Entree
    public let lieu: String
  }
}

/// The marks of a sheet for a promotion, with what lets them be written over others.
public struct ReleveRapporte: Hashable, Sendable {
  public let promotion: Identifiant<Promotion>
  public let notes: [NoteRapportee]
  /// The name of the file.
  public let source: String
  /// The last entry of the journal when the sheet was made by the program: what was written since
  /// is a conflict. `nil` for a sheet made elsewhere.
  public let depuis: Int64?
  /// Whether marks that stand may be replaced.
  public let remplacer: Bool

  public init(
    promotion: Identifiant<Promotion>,
    notes: [NoteRapportee],
    source: String,
    depuis: Int64?,
    remplacer: Bool,
  ) {
    self.promotion = promotion
    self.notes = notes
    self.source = source
    self.depuis = depuis
    self.remplacer = remplacer
  }
}
