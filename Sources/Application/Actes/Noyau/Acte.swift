/// Something that a person does or asks: it checks the right, the state and the règlement, writes
/// through the register, and appends to the journal, all in one transaction.
public protocol Acte: Sendable {
  associatedtype Resultat: Sendable

  /// The name under which the journal keeps it: « saisir-une-note ».
  static var nom: String { get }

  /// Does it, inside the transaction that is lent.
  func executer(_ travail: Travail) throws -> Resultat
}

/// Something that a person asks: nothing is written, and nobody is blocked by it.
public protocol Question: Acte {}

/// An act that a limit closes: the moment at which it arrives counts, not the one at which its turn
/// to write comes.
public protocol ActeALimite: Acte {}

/// The one door: runs acts in the name of a person.
public struct Bureau: Sendable {
  public let registre: any Registre
  public let horloge: Horloge
  public let formats: any Formats
  let reponses = ReponsesGardees()
  private let deliberees = PromotionsDeliberees()

  public init(registre: any Registre, horloge: Horloge, formats: any Formats) {
    self.registre = registre
    self.horloge = horloge
    self.formats = formats
  }

  /// Runs an act: all of it is written when this returns, nothing when it throws.
  /// - Parameters:
  ///   - acte: what is to be done.
  ///   - demandeur: who asks.
  ///   - etablissement: where.
  ///   - arrivee: when it came to the server, where a limit closes it; `nil` for the present.
  /// - Returns: what the act gives.
  /// - Throws: a `Refus`, or an `ErreurDeRegistre` when the base cannot.
  public func faire<A: Acte>(
    _ acte: A,
    par demandeur: Demandeur,
    dans etablissement: Identifiant<Etablissement>,
    arrivee: Moment? = nil,
  ) async throws -> A.Resultat {
    let estALimite = A.self is any ActeALimite.Type
    let arrivee = estALimite ? arrivee ?? horloge.maintenant() : nil
    return try await registre.ecrire(etablissement) { transaction in
      try acte.executer(travail(demandeur, transaction, arrivee: arrivee))
    }
  }

  /// Answers a question, on one consistent picture of the register.
  /// - Parameters:
  ///   - question: what is asked.
  ///   - demandeur: who asks.
  ///   - etablissement: where.
  /// - Returns: the answer.
  /// - Throws: a `Refus`, or an `ErreurDeRegistre` when the base cannot.
  public func demander<Q: Question>(
    _ question: Q,
    par demandeur: Demandeur,
    dans etablissement: Identifiant<Etablissement>,
  ) async throws -> Q.Resultat {
    try await registre.lire(etablissement) { transaction in
      try question.executer(travail(demandeur, transaction, deliberees))
    }
  }

  /// `deliberees`: in a transaction that only reads, what earlier ones read.
  func travail(
    _ demandeur: Demandeur,
    _ registre: any Transaction,
    _ deliberees: PromotionsDeliberees? = nil,
    arrivee: Moment? = nil,
  ) throws -> Travail {
    let moment = horloge.maintenant()
    var habilitations: [Habilitation] = []
    switch demandeur {
    case .utilisateur(let identifiant), .programme(let identifiant, _):
      habilitations = try registre.habilitations(identifiant, le: moment.jour)
    case .console: break
    }
    return Travail(
      demandeur: demandeur,
      moment: moment,
      arrivee: arrivee ?? moment,
      registre: registre,
      formats: formats,
      instant: horloge.instant,
      habilitations: habilitations,
      deliberees: deliberees,
    )
  }
}
