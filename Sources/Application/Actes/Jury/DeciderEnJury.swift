public import Scolarite

/// Writes what a jury is about to decide for a student: all of it, in place of the draft before.
///
/// Without decision, what the rules propose stands as it is. What was read is what is decided on: a
/// proposal that has changed since is refused, to be looked at again.
public struct DeciderEnJury: Acte {
  public static let nom = "decider-en-jury"
  public let jury: Identifiant<SessionDeJury>
  public let etudiant: Identifiant<Etudiant>
  public let decisions: [DecisionPrise]
  /// The digest of the proposal that was read; `nil` for that of now.
  public let vue: String?
  /// The version that was read; 0 where none stood.
  public let version: Int64

  public init(
    jury: Identifiant<SessionDeJury>,
    etudiant: Identifiant<Etudiant>,
    decisions: [DecisionPrise],
    vue: String? = nil,
    version: Int64 = 0,
  ) {
    self.jury = jury
    self.etudiant = etudiant
    self.decisions = decisions
    self.vue = vue
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> ProjetDeDecision {
    let jury = try travail.jury(jury)
    let promotion = try travail.promotion(jury.promotion)
    let permis = try travail.exiger(.deciderEnJury, promotion.lieu.etudiant(etudiant))
    try travail.verifier(etudiant, dans: jury)
    try jury.verifier(decisions, travail.programme(promotion))
    let presente = try travail.vue(etudiant, jury, promotion)
    guard vue == nil || vue == presente else { throw Refus.etat(.propositionChangee) }
    let avant = try travail.registre.projets(jury.id).first { $0.etudiant == etudiant }
    let projet = ProjetDeDecision(
      jury: jury.id,
      etudiant: etudiant,
      decisions: decisions,
      vue: presente,
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
}

extension DecisionPrise {
  /// The decision as results depend on it; `nil` when its code makes no sense on its object.
  public func decision(auteur: String, le jour: Jour) -> DecisionDeJury? {
    ActeMotive(auteur: auteur, date: jour, motif: motif).flatMap {
      DecisionDeJury(sur: sur, code: code, acte: $0)
    }
  }
}

extension ProjetDeDecision {
  var faits: Faits {
    ["decisions": .liste(decisions.map { .faits($0.faits) })]
      + (vue.map { ["vue": .texte($0)] } ?? [:])
  }
}
