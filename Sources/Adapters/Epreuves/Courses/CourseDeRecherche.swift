public import Calendrier
internal import Glibc
internal import Synchronization
internal import Threads

/// Searches for one calendar that go on together in the background, each on its thread with its
/// seed, and can be followed and stopped from any thread.
public final class CourseDeRecherche: Sendable {
  /// How to search.
  public struct Demande: Sendable {
    public var graine: UInt64
    /// How many searches, with this seed and the next ones.
    public var coeurs: Int
    public var budget: Recherche.Budget
    public var depart: Recherche.Depart
    /// Nanoseconds between two reports of one search.
    public var pas: Int
    /// Counts nanoseconds; by default the clock that nobody sets.
    public var horloge: @Sendable () -> Int

    public init(
      graine: UInt64 = 1,
      coeurs: Int = 2,
      budget: Recherche.Budget,
      depart: Recherche.Depart = .init(),
      pas: Int = 1_000_000_000,
      horloge: @escaping @Sendable () -> Int = CourseDeRecherche.maintenant,
    ) {
      self.graine = graine
      self.coeurs = coeurs
      self.budget = budget
      self.depart = depart
      self.pas = pas
      self.horloge = horloge
    }
  }

  public typealias Issue = Result<Recherche.Resultat, Impossibilite>

  struct Etat {
    var issues: [Int: Issue] = [:]
    var progres: [Int: Recherche.Progres] = [:]
    /// How many times the first search reported.
    var version = 0
    /// The end, once all have ended.
    var fin: FinDeCourse?
  }

  public let probleme: ProblemeDExamens
  public let demande: Demande
  let etat = Monitor(Etat())
  let arret = Atomic(false)

  /// Begins at once; returns before the problem is even compiled.
  public init(_ probleme: ProblemeDExamens, _ demande: Demande) {
    precondition(demande.coeurs > 0, "a run without any search")
    self.probleme = probleme
    self.demande = demande
    pthread_detach(startThread(named: "recherche-1") { [self] in commencer() })
  }

  /// Asks every search to end with what it holds.
  public func arreter() { arret.store(true, ordering: .relaxed) }

  /// Where the run stands.
  public var suivi: SuiviDeCourse {
    etat.change { [demande] etat in Self.suivi(etat, demande) }
  }

  /// Waits until the first search has reported again, or all have ended; holds its thread.
  public func attendre(apres version: Int) -> SuiviDeCourse {
    etat.wait { [demande] etat -> SuiviDeCourse? in
      etat.version > version || etat.fin != nil ? Self.suivi(etat, demande) : nil
    }
  }

  /// Waits for the end; holds its thread.
  public func attendreLaFin() -> FinDeCourse { etat.wait { $0.fin } }

  private static func suivi(_ etat: Etat, _ demande: Demande) -> SuiviDeCourse {
    SuiviDeCourse(
      recherches: (0..<demande.coeurs).map { rang in
        .init(
          graine: demande.graine &+ UInt64(rang),
          progres: etat.progres[rang],
          estFinie: etat.issues[rang] != nil,
        )
      },
      version: etat.version,
      fin: etat.fin,
    )
  }

  /// The nanoseconds of the clock that nobody sets.
  public static func maintenant() -> Int {
    var instant = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &instant)
    return Int(instant.tv_sec) * 1_000_000_000 + Int(instant.tv_nsec)
  }
}
