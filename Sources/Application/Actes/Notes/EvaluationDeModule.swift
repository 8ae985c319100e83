public import Scolarite

/// A test of a module of a promotion, as it is planned.
public struct EvaluationDeModule: Hashable, Sendable {
  public let id: Identifiant<EvaluationDeModule>
  public let promotion: Identifiant<Promotion>
  public let semestre: NumeroSemestre
  /// The canonical code of the module.
  public let module: String
  /// Unique in its module.
  public var nom: String
  public var nature: NatureDEvaluation
  public var date: Jour?
  public var coefficient: Decimale
  /// What marks are out of.
  public var bareme: Decimale
  /// The groups that sit it; empty for the whole promotion.
  public var groupes: [Identifiant<Groupe>]
  /// Whether students see it.
  public var publiee: Bool
  /// Whether its marks are closed.
  public var verrouillee: Bool
  public var version: Int64

  public init(
    id: Identifiant<EvaluationDeModule>,
    promotion: Identifiant<Promotion>,
    semestre: NumeroSemestre,
    module: String,
    nom: String,
    nature: NatureDEvaluation,
    date: Jour?,
    coefficient: Decimale,
    bareme: Decimale,
    groupes: [Identifiant<Groupe>],
    publiee: Bool,
    verrouillee: Bool,
    version: Int64,
  ) {
    self.id = id
    self.promotion = promotion
    self.semestre = semestre
    self.module = module
    self.nom = nom
    self.nature = nature
    self.date = date
    self.coefficient = coefficient
    self.bareme = bareme
    self.groupes = groupes
    self.publiee = publiee
    self.verrouillee = verrouillee
    self.version = version
  }
}

/// What stands for a student at a test.
public struct NoteInscrite: Hashable, Sendable {
  public let evaluation: Identifiant<EvaluationDeModule>
  public let etudiant: Identifiant<Etudiant>
  public let entree: Entree
  /// 1 for the first entry.
  public let version: Int64

  public init(
    evaluation: Identifiant<EvaluationDeModule>,
    etudiant: Identifiant<Etudiant>,
    entree: Entree,
    version: Int64,
  ) {
    self.evaluation = evaluation
    self.etudiant = etudiant
    self.entree = entree
    self.version = version
  }
}

/// A mark with who wrote it and when.
public struct NoteSignee: Hashable, Sendable {
  public let note: NoteInscrite
  public let auteur: Identifiant<Utilisateur>?
  public let horodatage: Horodatage
  /// The entry of the journal under which it was written.
  public let entree: Int64

  public init(
    note: NoteInscrite,
    auteur: Identifiant<Utilisateur>?,
    horodatage: Horodatage,
    entree: Int64,
  ) {
    self.note = note
    self.auteur = auteur
    self.horodatage = horodatage
    self.entree = entree
  }
}
