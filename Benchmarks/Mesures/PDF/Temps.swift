internal import Glibc

/// How long some work lasted, and how long processors were busy with it.
struct Temps {
  private(set) var duree = Duration.zero
  private(set) var calcul = Duration.zero

  init() {}

  init(_ travail: () throws -> Void) rethrows {
    let avant = Self.calcul
    duree = try ContinuousClock().measure(travail)
    calcul = Self.calcul - avant
  }

  private init(duree: Duration, calcul: Duration) {
    self.duree = duree
    self.calcul = calcul
  }

  /// Measures from now on, for a work that waits.
  struct Depart {
    private let instant = ContinuousClock.now
    private let calcul = Temps.calcul

    /// Since then.
    var temps: Temps { Temps(duree: ContinuousClock.now - instant, calcul: Temps.calcul - calcul) }
  }

  static func += (somme: inout Temps, temps: Temps) {
    somme.duree += temps.duree
    somme.calcul += temps.calcul
  }

  /// What all threads of the process have computed so far.
  fileprivate static var calcul: Duration {
    var instant = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &instant)
    return .seconds(instant.tv_sec) + .nanoseconds(instant.tv_nsec)
  }
}
