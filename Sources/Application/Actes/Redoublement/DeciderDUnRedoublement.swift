public import Scolarite

/// Decides on a request: allows what the counters allow, or refuses with reasons and advice.
///
/// A refusal that is irregular is not taken, unless a reason is given for it, which the journal
/// keeps. A decision may be replaced; once notified, with the reason of it.
public struct DeciderDUnRedoublement: Acte {
  public static let nom = "decider-d-un-redoublement"
  public let procedure: Identifiant<ProcedureDeRedoublement>
  public let reponse: ProcedureDeRedoublement.Reponse
  /// Why an irregular refusal is taken, or a notified decision replaced.
  public let derogation: String?
  /// The version that was read.
  public let version: Int64

  public init(
    _ procedure: Identifiant<ProcedureDeRedoublement>,
    _ reponse: ProcedureDeRedoublement.Reponse,
    derogation: String? = nil,
    version: Int64,
  ) {
    self.procedure = procedure
    self.reponse = reponse
    self.derogation = derogation.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    self.version = version
  }

  static let article = "arrêté du 27 mai 2021, point 4.5"

  public func executer(_ travail: Travail) throws -> ProcedureDeRedoublement {
    let acte = ActeDeRedoublement(
      procedure,
      version,
      Self.nom,
      .deciderDUnRedoublement,
      motif: derogation,
      apresDecision: true,
    )
    return try acte.executer(travail) { apres in
      try travail.nommer([("auteur", reponse.auteur)])
      if let notifiee = apres.notifiee, derogation == nil {
        throw Refus.etat(.redoublementNotifie(notifiee))
      }
      switch reponse.sens {
      case .autoriser: try verifierLesCompteurs(apres, travail)
      case .refuser: try verifierLeRefus(apres)
      }
      let irreguliere =
        reponse.sens == .refuser
        && !apres.refus(motivation: reponse.motivation, conseils: reponse.conseils).manques.isEmpty
      apres.decision = reponse
      apres.derogation = irreguliere ? derogation : nil
      apres.notifiee = nil
    }
  }

  private func verifierLesCompteurs(_ apres: ProcedureDeRedoublement, _ travail: Travail) throws {
    let (dossier, reglement) = try travail.dossier(de: apres)
    let resultats = Deliberation<SansPreuve>.resultats(dossier, reglement)
    guard let compteurs = resultats.redoublement, compteurs.possible else {
      throw Refus.regle(
        article: Self.article,
        .redoublementImpossible(resultats.redoublement?.motifs ?? []),
      )
    }
  }

  private func verifierLeRefus(_ apres: ProcedureDeRedoublement) throws(Refus) {
    let refus = apres.refus(motivation: reponse.motivation, conseils: reponse.conseils)
    guard refus.manques.isEmpty || derogation != nil else {
      throw .regle(article: Self.article, .refusIrregulier(refus.manques))
    }
  }
}

/// Writes the day on which the student was told what was decided: from then on it is shown to them.
public struct NotifierUnRedoublement: Acte {
  public static let nom = "notifier-un-redoublement"
  public let procedure: Identifiant<ProcedureDeRedoublement>
  public let date: Jour
  /// The version that was read.
  public let version: Int64

  public init(_ procedure: Identifiant<ProcedureDeRedoublement>, le date: Jour, version: Int64) {
    self.procedure = procedure
    self.date = date
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> ProcedureDeRedoublement {
    let acte = ActeDeRedoublement(
      procedure,
      version,
      Self.nom,
      .instruireUnRedoublement,
      apresDecision: true,
    )
    return try acte.executer(travail) { apres in
      guard let decision = apres.decision else { throw Refus.etat(.redoublementSansDecision) }
      if let notifiee = apres.notifiee { throw Refus.etat(.redoublementNotifie(notifiee)) }
      guard decision.date <= date, date <= travail.moment.jour else {
        throw Refus.etat(.horsPeriode(du: decision.date, au: travail.moment.jour))
      }
      apres.notifiee = date
    }
  }
}
