public import Scolarite

/// A slot as a calendar or a sheet says it, before anything is known of what it names.
public struct LigneDeSeance: Hashable, Sendable {
  /// Where it stands: « ligne 12 », « feuille « Emploi du temps », cellule A4 ».
  public let lieu: String
  /// What names it for ever in the calendar that it comes from.
  public let reference: String?
  public let debut: Instant
  public let minutes: Int
  /// Where the code of the module is written, alone or among other words.
  public let module: String
  public let groupes: Groupes
  public let nature: Nature
  public let enseignant: Enseignant

  /// Where groups are written.
  public enum Groupes: Hashable, Sendable {
    /// Each of these must be one; none stands for the whole promotion.
    case nommes([String])
    /// Those whose name is somewhere in the text.
    case dans(String)
  }

  /// Where the kind of slot is written.
  public enum Nature: Hashable, Sendable {
    case lue(Seance.Nature)
    case dans(String)
  }

  /// Where the teacher is written.
  public enum Enseignant: Hashable, Sendable {
    /// It must be one, by name or by login; empty for nobody.
    case nomme(String)
    /// The one whose name is somewhere in the text, if only one is.
    case dans(String)
  }

  public init(
    lieu: String,
    reference: String? = nil,
    debut: Instant,
    minutes: Int,
    module: String,
    groupes: Groupes,
    nature: Nature,
    enseignant: Enseignant,
  ) {
    self.lieu = lieu
    self.reference = reference
    self.debut = debut
    self.minutes = minutes
    self.module = module
    self.groupes = groupes
    self.nature = nature
    self.enseignant = enseignant
  }
}

/// What a file of slots holds, and what of it no slot is made of, in French.
public struct SeancesLues: Hashable, Sendable {
  public let lignes: [LigneDeSeance]
  public let ignorees: [String]

  public init(lignes: [LigneDeSeance], ignorees: [String]) {
    self.lignes = lignes
    self.ignorees = ignorees
  }
}

/// What taking over a file of slots would do.
public struct PlanDeSeances: Sendable {
  public let promotion: Promotion
  /// In the order of time.
  public let lignes: [Ligne]
  /// Those that name no module, where they are to be left out.
  public let ecartees: [LigneDeSeance]

  /// A slot and what becomes of it.
  public struct Ligne: Sendable {
    public let ligne: LigneDeSeance
    public let seance: CreerDesSeances.NouvelleSeance
    public let groupes: [Groupe]
    public let effet: Effet
  }

  /// What a slot of the file changes.
  public enum Effet: Hashable, Sendable {
    case ajout
    /// The calendar has moved or changed a slot that was taken over before.
    case changement(de: Seance)
    /// The same, but attendance was taken there: it stays.
    case fige(Seance)
    case connue
  }

  public func lignes(_ condition: (Effet) -> Bool) -> [Ligne] {
    lignes.filter { condition($0.effet) }
  }
}
