public import Scolarite

/// A slot of the timetable where attendance is taken.
public struct Seance: Hashable, Sendable {
  public let id: Identifiant<Seance>
  public let promotion: Identifiant<Promotion>
  /// The canonical code of the module; `nil` where it belongs to none.
  public let module: String?
  /// The groups that attend; empty for the whole promotion.
  public let groupes: [Identifiant<Groupe>]
  public let debut: Instant
  /// A multiple of 3, so that its hours are an exact decimal number.
  public let minutes: Int
  public let enseignant: Identifiant<Utilisateur>?
  public let nature: Nature
  /// The test that is sat then.
  public let evaluation: Identifiant<EvaluationDeModule>?
  /// What names it for ever in the calendar that it was taken from.
  public let reference: String?

  /// What is done there.
  public enum Nature: String, CaseIterable, Hashable, Sendable {
    case cm, td, tp, examen, autre
  }

  public init(
    id: Identifiant<Seance>,
    promotion: Identifiant<Promotion>,
    module: String?,
    groupes: [Identifiant<Groupe>],
    debut: Instant,
    minutes: Int,
    enseignant: Identifiant<Utilisateur>?,
    nature: Nature,
    evaluation: Identifiant<EvaluationDeModule>?,
    reference: String? = nil,
  ) {
    self.id = id
    self.promotion = promotion
    self.module = module
    self.groupes = groupes
    self.debut = debut
    self.minutes = minutes
    self.enseignant = enseignant
    self.nature = nature
    self.evaluation = evaluation
    self.reference = reference
  }
}

extension Seance {
  /// The hours of so many minutes; `nil` where no decimal number is exactly that: 20 minutes.
  static func heures(minutes: Int) -> Decimale? {
    guard minutes > 0, minutes % 3 == 0 else { return nil }
    return Decimale(enMillioniemes: Int64(minutes) * 50_000 / 3)
  }
}

/// What was seen of a student at a slot.
public struct Presence: Hashable, Sendable {
  public let seance: Identifiant<Seance>
  public let etudiant: Identifiant<Etudiant>
  public var pointage: Pointage
  public var justification: Justification
  /// The document whose acceptance justified it.
  public var justificatif: Identifiant<Justificatif>?
  /// The dispensation from attendance that justified it.
  public var amenagement: Identifiant<Amenagement>?
  /// 1 for the first time.
  public var version: Int64

  /// Whether the student was there.
  public enum Pointage: Hashable, Sendable {
    case present
    case absent
    /// Late, and let in: not counted as an absence (A27).
    case retard(minutes: Int)
    /// Sent out, or late and not let in: counted as an absence (R1.3.7), of those minutes, or of the
    /// whole slot.
    case exclu(motif: String, minutes: Int? = nil)
  }

  /// Why an absence is not held against the student.
  public enum Justification: Hashable, Sendable {
    case aucune
    case abj
    /// Declared as unavailability at that moment, or never.
    case iti(declaree: Instant?)
  }

  public init(
    seance: Identifiant<Seance>,
    etudiant: Identifiant<Etudiant>,
    pointage: Pointage,
    justification: Justification = .aucune,
    justificatif: Identifiant<Justificatif>? = nil,
    amenagement: Identifiant<Amenagement>? = nil,
    version: Int64,
  ) {
    self.seance = seance
    self.etudiant = etudiant
    self.pointage = pointage
    self.justification = justification
    self.justificatif = justificatif
    self.amenagement = amenagement
    self.version = version
  }

  /// Whether its hours are missed.
  public var estUneAbsence: Bool {
    switch pointage {
    case .absent, .exclu: true
    case .present, .retard: false
    }
  }
}

/// What was seen of a student, with the slot.
public struct PresenceSituee: Hashable, Sendable {
  public let presence: Presence
  public let debut: Instant
  /// How long the slot lasts.
  public let minutes: Int
  public let module: String?
  /// Whose slot it is.
  public let promotion: Identifiant<Promotion>

  public init(
    presence: Presence,
    debut: Instant,
    minutes: Int,
    module: String?,
    promotion: Identifiant<Promotion>,
  ) {
    self.presence = presence
    self.debut = debut
    self.minutes = minutes
    self.module = module
    self.promotion = promotion
  }

  /// How long is missed: the slot, or what an exclusion takes of it; none where the student was there.
  public var minutesManquees: Int {
    switch presence.pointage {
    case .present, .retard: 0
    case .absent: minutes
    case .exclu(_, let retires): min(retires ?? minutes, minutes)
    }
  }
}
