internal import Scolarite
internal import Synchronization

/// A question whose answer depends on nothing but the register, who asks, and the day.
///
/// Every fact is written under an entry of the journal: while the last entry is the same, so is the
/// answer, and it is not worked out again.
public protocol QuestionGardee: Question {
  /// What tells it from others of its kind: the numbers that it is given.
  var cle: String { get }
}

/// The last entry of the journal that a picture of the register holds.
public struct Repere: Hashable, Sendable {
  public let entree: Int64

  public init(entree: Int64) {
    self.entree = entree
  }
}

/// The answers that still hold, of each establishment: those of its last entry, and no others.
final class ReponsesGardees: Sendable {
  private struct Reponses: Sendable {
    var repere: Repere
    var reponses: [String: any Sendable] = [:]
  }

  private let etat = Mutex<[Identifiant<Etablissement>: Reponses]>([:])

  /// As many people as look at the same time, and some pages for each.
  private static let capacite = 2_048

  /// The answer that was given at an entry; `nil` when it has to be worked out.
  func lire<Reponse: Sendable>(
    _ cle: String,
    _ etablissement: Identifiant<Etablissement>,
    _ repere: Repere,
  ) -> Reponse? {
    etat.withLock { etat in
      // An absent key would otherwise be read as an answer that is `nil`.
      guard let reponses = etat[etablissement], reponses.repere == repere,
        let reponse = reponses.reponses[cle]
      else { return nil }
      return reponse as? Reponse
    }
  }

  /// Keeps an answer; the first of a later entry lets go of all those before.
  func garder(
    _ reponse: some Sendable,
    _ cle: String,
    _ etablissement: Identifiant<Etablissement>,
    _ repere: Repere,
  ) {
    etat.withLock { etat in
      var reponses = etat.removeValue(forKey: etablissement) ?? Reponses(repere: repere)
      if reponses.repere.entree < repere.entree || reponses.reponses.count >= Self.capacite {
        reponses = Reponses(repere: repere)
      }
      if reponses.repere == repere { reponses.reponses[cle] = reponse }
      etat[etablissement] = reponses
    }
  }
}

extension Bureau {
  /// Answers a question, or gives the answer that still holds.
  /// - Parameters:
  ///   - question: what is asked.
  ///   - demandeur: who asks.
  ///   - etablissement: where.
  ///   - repere: the last entry of the journal, where it was just read.
  /// - Returns: the answer.
  /// - Throws: a `Refus`, or an `ErreurDeRegistre` when the base cannot.
  public func demander<Q: QuestionGardee>(
    gardee question: Q,
    par demandeur: Demandeur,
    dans etablissement: Identifiant<Etablissement>,
    depuis repere: Repere? = nil,
  ) async throws -> Q.Resultat {
    let cle = "\(Q.nom) \(question.cle) \(demandeur.cle) \(horloge.maintenant().jour)"
    if let repere, let connue: Q.Resultat = reponses.lire(cle, etablissement, repere) {
      return connue
    }
    return try await registre.lire(etablissement) { transaction in
      let repere = try transaction.repere()
      if let connue: Q.Resultat = reponses.lire(cle, etablissement, repere) { return connue }
      let reponse = try question.executer(travail(demandeur, transaction))
      reponses.garder(reponse, cle, etablissement, repere)
      return reponse
    }
  }
}

extension Demandeur {
  /// What tells people apart, with all that bounds them.
  fileprivate var cle: String {
    switch self {
    case .utilisateur(let id): "u\(id)"
    case .programme(let id, let droits):
      "p\(id):" + droits.map(\.rawValue).sorted().joined(separator: ",")
    case .console: "c"
    }
  }
}
