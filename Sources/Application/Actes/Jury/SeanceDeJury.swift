public import Scolarite

/// A jury and all that it has before it.
public struct SeanceDeJury: Sendable {
  public let session: SessionDeJury
  public let promotion: Promotion
  public let programme: Programme
  public let groupes: [Groupe]
  public let reglages: Reglages
  /// What of the adoption of the règlement is not recorded: it cannot be closed without a reason.
  public let adoptionManquante: AdoptionManquante?
  /// By name.
  public let lignes: [Ligne]
  /// The RCUE of the year, by competence and level; none at a semester jury.
  public let rcues: [CleRCUE]
  /// The material errors that it was opened for.
  public let erreurs: [ErreurEnJury]
  /// The digest of all that is proposed, to be given back with the closing.
  public let vue: String
  public let peutPreparer: Bool
  public let peutDecider: Bool
  public let peutClore: Bool
  public let peutDonnerUnAvis: Bool

  /// A student before the jury.
  public struct Ligne: Sendable {
    public let etudiant: Etudiant
    public let groupes: Set<Identifiant<Groupe>>
    /// The day on which the student left; `nil` while there.
    public let depart: Jour?
    public let estRedoublant: Bool
    /// What the rules propose.
    public let proposition: Proposition
    /// The digest of it, to be given back with what is decided.
    public let vue: String
    /// What the jury must look at.
    public let points: [PointAVoir]
    public let situations: [SituationSignalee]
    public let commission: PropositionDeCommission?
    /// What the jury is about to decide; `nil` until it has taken position.
    public let projet: ProjetDeDecision?
    /// What the rules give once the jury has decided; the proposal where it decides nothing else.
    public let decidee: Proposition
    /// The UE whose code is no longer that of the semester jury: bonuses came, for instance.
    public let revues: [PointsEnPlus.Effet]
    /// Whether a request to repeat waits for its answer.
    public let demandeARedoubler: Bool

    /// Whether the jury refuses what the student has asked and nobody has answered (R1.1.7).
    public var refuseSansReponse: Bool {
      demandeARedoubler && (projet?.decisions ?? []).refusentDeRedoubler
    }

    /// Whether the proposal has changed since the jury took position on it.
    public var aChange: Bool { projet?.vue.map { $0 != vue } ?? false }
  }

  /// The UE on which the jury deliberates.
  public var ues: [UEDeProgramme] {
    switch session.nature {
    case .semestre(let numero): programme.ues.filter { $0.semestre == numero }
    case .annee: programme.ues
    }
  }

  /// Whether the student waits for a decision that the rules cannot propose.
  public func attendUneDecision(_ ligne: Ligne) -> Bool {
    ligne.projet == nil && session.nature.laisseOuverte(ligne.decidee)
  }

  /// Those whose proposal has changed since the jury took position on it.
  public var changes: [Ligne] { lignes.filter(\.aChange) }

  /// Whether nothing was prepared nor decided: the jury can be taken away.
  public var peutSeRetirer: Bool {
    lignes.allSatisfy { $0.projet == nil && !($0.commission?.aQuelqueChoseADire ?? false) }
  }

  /// The errors whose exact mark is not written: the jury cannot be closed.
  public var aReporter: [ErreurEnJury] { erreurs.filter { !$0.estReportee } }

  /// Those who wait for such a decision.
  public var enAttente: [Ligne] { lignes.filter(attendUneDecision) }
}

extension SessionDeJury.Nature {
  /// Whether the rules leave a proposal without conclusion.
  func laisseOuverte(_ proposition: Proposition) -> Bool {
    switch self {
    case .semestre(let numero):
      proposition.ues.contains { $0.code.semestre == numero && $0.incomplete }
    case .annee: proposition.codeAnnee == nil
    }
  }
}
