internal import Scolarite

/// What the acts on a request have in common: the right, the state, the version, the journal.
struct ActeDeRedoublement {
  private let procedure: Identifiant<ProcedureDeRedoublement>
  private let version: Int64
  private let acte: String
  private let droit: Droit
  private let motif: String?
  private let apresDecision: Bool

  /// `apresDecision`: the act is done on a request that is decided.
  init(
    _ procedure: Identifiant<ProcedureDeRedoublement>,
    _ version: Int64,
    _ acte: String,
    _ droit: Droit,
    motif: String? = nil,
    apresDecision: Bool = false,
  ) {
    self.procedure = procedure
    self.version = version
    self.acte = acte
    self.droit = droit
    self.motif = motif
    self.apresDecision = apresDecision
  }

  func executer(_ travail: Travail, _ changer: (inout ProcedureDeRedoublement) throws -> Void)
    throws -> ProcedureDeRedoublement
  {
    guard let avant = try travail.registre.redoublement(procedure) else {
      throw Refus.inconnu(.redoublement)
    }
    let lieu = try travail.promotion(avant.promotion).lieu.etudiant(avant.etudiant)
    let permis = try travail.exiger(droit, lieu)
    if avant.retiree != nil { throw Refus.etat(.redoublementRetire) }
    if !apresDecision, let decision = avant.decision {
      throw Refus.etat(.redoublementDecide(decision.date))
    }
    var apres = avant
    try changer(&apres)
    apres.version = version
    return try travail.remplacer(avant, apres, acte, permis, motif: motif)
  }
}

extension Travail {
  /// Writes a request over the version before, or meets the conflict.
  func remplacer(
    _ avant: ProcedureDeRedoublement,
    _ apres: ProcedureDeRedoublement,
    _ acte: String,
    _ permis: Permis,
    motif: String? = nil,
  ) throws -> ProcedureDeRedoublement {
    let objet = Objet(.redoublement, avant.id)
    let ecriture = try inscrire(
      acte,
      permis,
      objet,
      sujet: avant.etudiant,
      avant: avant.faits,
      apres: apres.faits,
      motif: motif,
    )
    guard try registre.remplacer(apres, ecriture) else {
      throw try conflit(objet, avant.faits, apres.faits, avant.version)
    }
    var ecrite = apres
    ecrite.version += 1
    return ecrite
  }

  /// The dossier in which the counters of a request are read.
  func dossier(de procedure: ProcedureDeRedoublement) throws -> (Dossier, Reglement) {
    let promotion = try promotion(procedure.promotion)
    return (try dossier(procedure.etudiant, promotion), try reglement(promotion))
  }
}
