public import Scolarite
internal import Synchronization

/// The proposals of a promotion kept in memory, and brought up to date as marks are written.
///
/// It holds conclusions only: what the register says always prevails, and `relire` begins again.
public final class PromotionVivante: Sendable {
  public let promotion: Identifiant<Promotion>
  private let etat: Mutex<Etat>

  private struct Etat {
    var propositions: Propositions
    var rangs: [Identifiant<Etudiant>: Int]
    var evaluations: [Identifiant<EvaluationDeModule>: EvaluationDeModule]
  }

  init(_ lue: PromotionLue, _ evaluations: [EvaluationDeModule]) {
    promotion = lue.promotion.id
    etat = Mutex(
      Etat(
        propositions: Propositions(lue.cohorte),
        rangs: Dictionary(uniqueKeysWithValues: lue.etudiants.enumerated().map { ($1, $0) }),
        evaluations: Dictionary(uniqueKeysWithValues: evaluations.map { ($0.id, $0) }),
      )
    )
  }

  /// The students who are there, in the order of their numbers.
  public var etudiants: [Identifiant<Etudiant>] { etat.withLock { $0.rangs.keys.sorted() } }

  /// What is proposed for a student; `nil` when the student is not there.
  public subscript(etudiant: Identifiant<Etudiant>) -> Proposition? {
    etat.withLock { etat in etat.rangs[etudiant].map { etat.propositions[$0] } }
  }

  /// Takes a mark that was written into account.
  /// - Parameter note: as the register holds it.
  /// - Returns: what is proposed now; `nil` when the promotion must be read again: a student or a
  ///   test that it does not know, an entry that does not fit in columns.
  public func noter(_ note: NoteInscrite) -> Proposition? {
    etat.withLock { etat in
      guard let rang = etat.rangs[note.etudiant], let prevue = etat.evaluations[note.evaluation],
        etat.propositions.noter(
          rang,
          prevue.semestre,
          module: prevue.module,
          evaluation: prevue.nom,
          note.entree,
        )
      else { return nil }
      return etat.propositions[rang]
    }
  }
}

/// Deliberates a promotion: what the rules propose for every student, kept ready for changes.
public struct DelibererUnePromotion: Question {
  public static let nom = "deliberer-une-promotion"
  public let promotion: Identifiant<Promotion>

  public init(_ promotion: Identifiant<Promotion>) {
    self.promotion = promotion
  }

  public func executer(_ travail: Travail) throws -> PromotionVivante {
    let promotion = try travail.promotion(promotion)
    _ = try travail.exiger(.voirLesNotes, promotion.lieu)
    return PromotionVivante(
      try travail.lire(promotion),
      try travail.registre.evaluations(promotion.id),
    )
  }
}

/// Gives the dossier of a student with the règlement, ready for the rules or a simulation.
public struct LireUnDossier: Question {
  public static let nom = "lire-un-dossier"
  public let etudiant: Identifiant<Etudiant>
  public let promotion: Identifiant<Promotion>

  public init(_ etudiant: Identifiant<Etudiant>, promotion: Identifiant<Promotion>) {
    self.etudiant = etudiant
    self.promotion = promotion
  }

  /// A student sees what is published; whoever sees the marks of the promotion sees all of it.
  public func executer(_ travail: Travail) throws -> (dossier: Dossier, reglement: Reglement) {
    let promotion = try travail.promotion(promotion)
    _ = try travail.exiger(.voirLesNotes, promotion.lieu.etudiant(etudiant))
    let vue: Vue = travail.peut(.voirLesNotes, promotion.lieu) ? .interne : .publiee
    return (
      try travail.dossier(etudiant, promotion, vue), try travail.reglement(promotion),
    )
  }
}
