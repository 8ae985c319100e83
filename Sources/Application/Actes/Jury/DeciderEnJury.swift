public import Scolarite

/// Writes what a jury is about to decide for a student: all of it, in place of the draft before.
public struct DeciderEnJury: Acte {
  public static let nom = "decider-en-jury"
  public let jury: Identifiant<SessionDeJury>
  public let etudiant: Identifiant<Etudiant>
  public let decisions: [DecisionPrise]
  /// The version that was read; 0 where none stood.
  public let version: Int64

  public init(
    jury: Identifiant<SessionDeJury>,
    etudiant: Identifiant<Etudiant>,
    decisions: [DecisionPrise],
    version: Int64 = 0,
  ) {
    self.jury = jury
    self.etudiant = etudiant
    self.decisions = decisions
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> ProjetDeDecision {
    let jury = try travail.jury(jury)
    let promotion = try travail.promotion(jury.promotion)
    let permis = try travail.exiger(.deciderEnJury, promotion.lieu.etudiant(etudiant))
    guard !jury.close else { throw Refus.etat(.juryClos) }
    guard try travail.etudiants(de: jury).contains(etudiant) else {
      throw Refus.etat(.horsDuJury)
    }
    try verifier(jury, travail.programme(promotion))
    let avant = try travail.registre.projets(jury.id).first { $0.etudiant == etudiant }
    let projet = ProjetDeDecision(
      jury: jury.id,
      etudiant: etudiant,
      decisions: decisions,
      version: version + 1,
    )
    let objet = Objet(.decision, jury.id, etudiant)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      objet,
      sujet: etudiant,
      avant: avant?.faits,
      apres: projet.faits,
    )
    guard version == avant?.version ?? 0, try travail.registre.ecrire(projet, ecriture) else {
      throw try travail.conflit(objet, avant?.faits ?? [:], projet.faits, avant?.version ?? 0)
    }
    return projet
  }

  /// Codes make sense on their objects, objects are of the jury, and decisions can hold together.
  private func verifier(_ jury: SessionDeJury, _ programme: Programme) throws(Refus) {
    var vues: [DecisionDeJury] = []
    for prise in decisions {
      guard !prise.motif.isEmpty else { throw .etat(.motifManquant) }
      guard jury.nature.couvre(prise.sur, programme) else {
        throw .donnees([.init("objet", .inconnue(vu: prise.sur.nom))])
      }
      guard let decision = prise.decision(auteur: "jury", le: jury.date) else {
        let codes = DecisionDeJury.codes(prise.sur).map(\.rawValue).joined(separator: ", ")
        throw .donnees([.init(prise.sur.nom, .horsBornes(vu: prise.code.rawValue, bornes: codes))])
      }
      if let contraire = vues.first(where: { $0.contredit(decision) }) {
        throw .etat(.decisionsContraires(contraire.sur.nom, decision.sur.nom))
      }
      vues.append(decision)
    }
  }
}

extension DecisionPrise {
  /// The decision as results depend on it; `nil` when its code makes no sense on its object.
  public func decision(auteur: String, le jour: Jour) -> DecisionDeJury? {
    ActeMotive(auteur: auteur, date: jour, motif: motif).flatMap {
      DecisionDeJury(sur: sur, code: code, acte: $0)
    }
  }
}

extension SessionDeJury.Nature {
  /// Whether a jury of that kind may decide on an object.
  fileprivate func couvre(_ objet: DecisionDeJury.Objet, _ programme: Programme) -> Bool {
    switch (self, objet) {
    case (.semestre(let numero), .ue(let code)): programme.ue(code)?.semestre == numero
    case (.semestre, _): false
    case (.annee, .ue(let code)): programme.ue(code) != nil
    case (.annee, .rcue(let competence)): programme.ues.contains { $0.competence == competence }
    case (.annee, .annee), (.annee, .passage): true
    }
  }
}

extension ProjetDeDecision {
  fileprivate var faits: Faits { ["decisions": .liste(decisions.map { .faits($0.faits) })] }
}
