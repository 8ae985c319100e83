public import Scolarite

/// A request to repeat semesters, from what was asked to what was notified (arrêté, 4.5).
public struct ProcedureDeRedoublement: Hashable, Sendable {
  public let id: Identifiant<ProcedureDeRedoublement>
  public let promotion: Identifiant<Promotion>
  public let etudiant: Identifiant<Etudiant>
  /// The semesters that would be repeated.
  public let semestres: [NumeroSemestre]
  /// Semesters repeated elsewhere, before the years that the register knows.
  public let anterieurs: [NumeroSemestre]
  /// What the student says, or whoever enters it.
  public let motif: String
  /// The document that goes with it, by its digest.
  public var fichier: String?
  public let depose: Instant
  public var audition: Audition
  /// What those who direct studies propose; a draft that binds nobody.
  public var proposition: Reponse?
  /// The director's extra for force majeure.
  public var supplement: Supplement?
  public var decision: Reponse?
  /// Why an irregular refusal was taken all the same.
  public var derogation: String?
  /// The day on which the student was told.
  public var notifiee: Jour?
  /// The day on which the student gave it up.
  public var retiree: Jour?
  public var version: Int64

  /// A hearing, asked for or not.
  public struct Audition: Hashable, Sendable {
    public let demandee: Bool
    public let date: Jour?
    /// Before whom; empty while it is not known.
    public let devant: String
    public let tenue: Bool

    public init(demandee: Bool, date: Jour? = nil, devant: String = "", tenue: Bool = false) {
      self.demandee = demandee
      self.date = date
      self.devant = devant
      self.tenue = tenue
    }
  }

  /// An answer, proposed or decided.
  public struct Reponse: Hashable, Sendable {
    public let sens: Sens
    public let motivation: String
    /// The orientation advice that goes with a refusal.
    public let conseils: String
    /// Who gives it, as it is signed: « le directeur de l’IUT », « le jury du 3 juillet ».
    public let auteur: String
    public let date: Jour

    public init(sens: Sens, motivation: String, conseils: String, auteur: String, date: Jour) {
      self.sens = sens
      self.motivation = motivation
      self.conseils = conseils
      self.auteur = auteur
      self.date = date
    }
  }

  /// Which way an answer goes.
  public enum Sens: String, CaseIterable, Hashable, Sendable {
    case autoriser, refuser
  }

  /// One more repetition, for force majeure that a document proves.
  public struct Supplement: Hashable, Sendable {
    public let acte: ActeMotive
    public let fichier: String

    public init(acte: ActeMotive, fichier: String) {
      self.acte = acte
      self.fichier = fichier
    }
  }

  public init(
    id: Identifiant<ProcedureDeRedoublement>,
    promotion: Identifiant<Promotion>,
    etudiant: Identifiant<Etudiant>,
    semestres: [NumeroSemestre],
    anterieurs: [NumeroSemestre],
    motif: String,
    fichier: String?,
    depose: Instant,
    audition: Audition,
    version: Int64,
  ) {
    self.id = id
    self.promotion = promotion
    self.etudiant = etudiant
    self.semestres = semestres
    self.anterieurs = anterieurs
    self.motif = motif
    self.fichier = fichier
    self.depose = depose
    self.audition = audition
    self.version = version
  }
}

extension ProcedureDeRedoublement {
  /// Where it stands.
  public enum Etat: String, CaseIterable, Hashable, Sendable {
    case deposee, proposee, decidee, notifiee, retiree
  }

  public var etat: Etat {
    if retiree != nil { return .retiree }
    if notifiee != nil { return .notifiee }
    if decision != nil { return .decidee }
    return proposition == nil ? .deposee : .proposee
  }

  /// What a refusal with these words would be, with the hearing as it was.
  public func refus(motivation: String, conseils: String) -> DemandeDeRedoublement.Refus {
    .init(
      auditionDemandee: audition.demandee,
      entendu: audition.tenue,
      motivation: motivation,
      conseils: conseils,
    )
  }

  /// The refusal that was decided.
  public var refusDecide: DemandeDeRedoublement.Refus? {
    guard let decision, decision.sens == .refuser else { return nil }
    return refus(motivation: decision.motivation, conseils: decision.conseils)
  }

  /// What lacks for a refusal to be regular: of what was decided, else of what is proposed.
  public var manques: [String] {
    guard let reponse = decision ?? proposition, reponse.sens == .refuser else { return [] }
    return refus(motivation: reponse.motivation, conseils: reponse.conseils).manques
  }

  /// What the dossier holds of it; `nil` once given up.
  ///
  /// Nothing of what was decided reaches whoever sees what students see, before it was notified.
  func demande(_ vue: Vue) -> DemandeDeRedoublement? {
    guard retiree == nil else { return nil }
    let estOuverte = vue == .interne || notifiee != nil
    return DemandeDeRedoublement(
      demande: semestres,
      deja: anterieurs,
      supplement: estOuverte ? supplement?.acte : nil,
      refus: estOuverte ? refusDecide : nil,
    )
  }

  /// What becomes of it, as the next year is made.
  public var issue: FinDAnnee.Procedure {
    guard retiree == nil else { return .aucune }
    switch decision?.sens {
    case nil: return .enCours
    case .autoriser: return .autorisee(semestres)
    case .refuser: return .refusee
    }
  }
}

/// Requests to repeat.
public protocol RegistreDesRedoublements {
  func redoublement(_ id: Identifiant<ProcedureDeRedoublement>) throws -> ProcedureDeRedoublement?
  /// Those of a promotion, in the order of students.
  func redoublements(_ promotion: Identifiant<Promotion>) throws -> [ProcedureDeRedoublement]
  /// Those of a student, the first to the last.
  func redoublements(etudiant: Identifiant<Etudiant>) throws -> [ProcedureDeRedoublement]
  func ajouter(_ procedure: ProcedureDeRedoublement, _ ecriture: Ecriture) throws
  /// Replaces all of it.
  /// - Returns: whether the version was still the one given.
  func remplacer(_ procedure: ProcedureDeRedoublement, _ ecriture: Ecriture) throws -> Bool
}
