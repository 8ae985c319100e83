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

  private struct Etat {
    var issues: [Int: Issue] = [:]
    var progres: [Int: Recherche.Progres] = [:]
    /// How many times the first search reported.
    var version = 0
    /// The end, once all have ended.
    var fin: FinDeCourse?
  }

  public let probleme: ProblemeDExamens
  public let demande: Demande
  private let etat = Monitor(Etat())
  private let arret = Atomic(false)

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

// What the threads do.
extension CourseDeRecherche {
  private func commencer() {
    let recherche = Recherche(probleme)
    for rang in 1..<max(demande.coeurs, 1) {
      pthread_detach(
        startThread(named: "recherche-\(rang + 1)") { [self] in chercher(rang, recherche) }
      )
    }
    chercher(0, recherche)
  }

  private func chercher(_ rang: Int, _ recherche: Recherche) {
    var prochain = 0
    let issue: Issue
    do throws(Impossibilite) {
      issue = .success(
        try recherche.lancer(
          .init(graine: demande.graine &+ UInt64(rang), budget: demande.budget),
          depart: demande.depart,
          horloge: demande.horloge,
        ) { progres in
          if progres.duree >= prochain {
            prochain = progres.duree + demande.pas
            noter(rang, progres)
          }
          return !arret.load(ordering: .relaxed)
        }
      )
    } catch {
      issue = .failure(error)
    }
    finir(rang, issue)
  }

  private func noter(_ rang: Int, _ progres: Recherche.Progres) {
    etat.change(wakingAll: true) { etat in
      etat.progres[rang] = progres
      // One report for all of them: that of the first.
      if rang == 0 { etat.version += 1 }
    }
  }

  /// Notes how a search ended; the last one takes stock, out of the lock.
  private func finir(_ rang: Int, _ issue: Issue) {
    let toutes = etat.change { [demande] etat -> [Int: Issue]? in
      etat.issues[rang] = issue
      return etat.issues.count == demande.coeurs ? etat.issues : nil
    }
    guard let toutes else { return }
    let fin = FinDeCourse(toutes, probleme, demande, arretee: arret.load(ordering: .relaxed))
    etat.change(wakingAll: true) { $0.fin = fin }
  }
}
