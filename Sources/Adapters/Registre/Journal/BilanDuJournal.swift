/// What the verification of the journals of a base found.
public struct BilanDuJournal: Hashable, Sendable {
  /// One for each establishment.
  public var chaines: [Chaine]
  /// The establishments that a head given names and that the base does not hold.
  public var absents: [String] = []

  /// The journal of one establishment.
  public struct Chaine: Hashable, Sendable {
    /// The code of the establishment.
    public let etablissement: String
    public internal(set) var entrees = 0
    /// The contents that are no longer there, rightly or not.
    public internal(set) var effacees = 0
    /// The marks, present and past.
    public internal(set) var notes = 0
    /// The marks whose entry has lost its content, which cannot be compared any more.
    public internal(set) var notesSansContenu = 0
    /// The decisions that juries sealed, a student each.
    public internal(set) var scelles = 0
    /// The first of what is wrong.
    public internal(set) var anomalies: [Anomalie] = []
    /// All of what is wrong.
    public internal(set) var nombreDAnomalies = 0

    init(_ etablissement: String) {
      self.etablissement = etablissement
    }

    mutating func signaler(_ nature: Anomalie.Nature, _ entree: Int64) {
      nombreDAnomalies += 1
      guard anomalies.count < Self.limite else { return }
      anomalies.append(Anomalie(entree: entree, nature: nature))
    }

    /// How many anomalies are kept: a base that was overwritten has millions.
    static let limite = 1_000
  }

  /// Whether everything is as it was written.
  public var estIntact: Bool { absents.isEmpty && chaines.allSatisfy { $0.nombreDAnomalies == 0 } }
}

/// Something in the journal, the marks or the seals, that is not as it was written.
public struct Anomalie: Hashable, Sendable {
  /// The number of the entry.
  public let entree: Int64
  public let nature: Nature

  /// What is wrong.
  public enum Nature: Hashable, Sendable {
    /// The content is not the one that the entry commits to.
    case contenuAltere
    /// The fields of the entry do not give its hash.
    case entreeAlteree
    /// It does not follow the entry before it: one of the two was replaced or moved.
    case suiteRompue
    /// Entries lack, from this one to the other.
    case manquantes(jusqua: Int64)
    /// The journal ends before the head of the base, or the one that was given.
    case coupee(attendue: Int64)
    /// The journal goes on after the head of the base.
    case enTrop
    /// The hash is not that of the head of the base, or of the one that was given.
    case teteDifferente
    /// The content is gone and no entry says that it was erased.
    case effaceeSansActe
    /// A mark names an entry that is not there.
    case noteSansEntree(evaluation: Int64, etudiant: Int64)
    /// A mark names an entry that does not write marks.
    case noteHorsActe(evaluation: Int64, etudiant: Int64)
    /// A mark is not the one of its entry.
    case noteDifferente(evaluation: Int64, etudiant: Int64)
    /// Marks written together do not give the digest of their entry.
    case notesDifferentes
    /// The mark that the entry writes is nowhere.
    case noteDisparue
    /// What a jury sealed is not what it was, or its seal not the one of its entry; for a student, or
    /// for the closing of the jury itself.
    case scelleAltere(jury: Int64, etudiant: Int64?)
    /// The seal that the entry sets is nowhere.
    case scelleDisparu
  }
}
