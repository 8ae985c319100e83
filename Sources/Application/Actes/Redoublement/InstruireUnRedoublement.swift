internal import Scolarite

/// Writes when a student is heard, before whom, and whether it was held.
public struct ConsignerUneAudition: Acte {
  public static let nom = "consigner-une-audition"
  public let procedure: Identifiant<ProcedureDeRedoublement>
  public let audition: ProcedureDeRedoublement.Audition
  /// The version that was read.
  public let version: Int64

  public init(
    _ procedure: Identifiant<ProcedureDeRedoublement>,
    _ audition: ProcedureDeRedoublement.Audition,
    version: Int64,
  ) {
    self.procedure = procedure
    self.audition = audition
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> ProcedureDeRedoublement {
    let acte = ActeDeRedoublement(procedure, version, Self.nom, .instruireUnRedoublement)
    return try acte.executer(travail) { apres in
      if audition.tenue {
        guard let date = audition.date else { throw Refus.donnees([.init("date", .absente)]) }
        guard date <= travail.moment.jour else {
          throw Refus.etat(.horsPeriode(du: apres.depose.jour, au: travail.moment.jour))
        }
        guard !audition.devant.isEmpty else { throw Refus.donnees([.init("devant", .absente)]) }
      }
      // Nobody but the student takes back that a hearing was asked for.
      apres.audition = .init(
        demandee: audition.demandee || apres.audition.demandee,
        date: audition.date,
        devant: audition.devant,
        tenue: audition.tenue,
      )
    }
  }
}

/// Proposes an answer to a request; a refusal that would be irregular may be drafted.
public struct ProposerSurUnRedoublement: Acte {
  public static let nom = "proposer-sur-un-redoublement"
  public let procedure: Identifiant<ProcedureDeRedoublement>
  public let reponse: ProcedureDeRedoublement.Reponse
  /// The version that was read.
  public let version: Int64

  public init(
    _ procedure: Identifiant<ProcedureDeRedoublement>,
    _ reponse: ProcedureDeRedoublement.Reponse,
    version: Int64,
  ) {
    self.procedure = procedure
    self.reponse = reponse
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> ProcedureDeRedoublement {
    let acte = ActeDeRedoublement(procedure, version, Self.nom, .proposerUnRedoublement)
    return try acte.executer(travail) { apres in
      try travail.nommer([("auteur", reponse.auteur)])
      apres.proposition = reponse
    }
  }
}

/// Allows one repetition more than the règlement, for force majeure that the document of the
/// request proves (R1.1.6); or takes it back.
public struct AccorderUnSupplement: Acte {
  public static let nom = "accorder-un-supplement"
  public let procedure: Identifiant<ProcedureDeRedoublement>
  public let accorde: Bool
  public let motif: String
  /// Who decides, as it is signed.
  public let auteur: String
  /// The version that was read.
  public let version: Int64

  public init(
    _ procedure: Identifiant<ProcedureDeRedoublement>,
    accorde: Bool,
    motif: String,
    auteur: String,
    version: Int64,
  ) {
    self.procedure = procedure
    self.accorde = accorde
    self.motif = motif
    self.auteur = auteur
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> ProcedureDeRedoublement {
    let acte = ActeDeRedoublement(
      procedure,
      version,
      Self.nom,
      .accorderUnSupplement,
      motif: motif,
    )
    return try acte.executer(travail) { apres in
      guard !motif.isEmpty else { throw Refus.etat(.motifManquant) }
      guard accorde else {
        apres.supplement = nil
        return
      }
      try travail.nommer([("auteur", auteur)])
      guard let fichier = apres.fichier else { throw Refus.etat(.pieceManquante) }
      let date = travail.moment.jour
      apres.supplement = ActeMotive(auteur: auteur, date: date, motif: motif).map {
        .init(acte: $0, fichier: fichier)
      }
    }
  }
}
