/// How long a piece of work takes, time after time.
struct Releve {
  /// The first run, before anything is warm.
  let premier: Duration
  /// The runs after it, the shortest first.
  let suivants: [Duration]

  /// The median of the runs after the first.
  var mediane: Duration { centile(50) }

  /// A duration that so many runs in a hundred do not exceed.
  func centile(_ rang: Int) -> Duration {
    suivants[min(suivants.count * rang / 100, suivants.count - 1)]
  }

  var maximum: Duration { centile(100) }

  /// - Parameter durees: at least two, in the order of the runs.
  init(_ durees: [Duration]) {
    guard let premier = durees.first, durees.count > 1 else {
      preconditionFailure("a measure has a first run and others")
    }
    self.premier = premier
    suivants = durees.dropFirst().sorted()
  }

  /// Runs the work once, then so many times more.
  ///
  /// - Parameters:
  ///   - fois: the number of runs that count.
  ///   - avant: what is done before each run and not timed.
  ///   - travail: gives a number that depends on all of the work, the same at each run.
  init(_ fois: Int, avant: () -> Void = {}, travail: () -> Int64) {
    let horloge = ContinuousClock()
    var durees: [Duration] = []
    var temoins: Set<Int64> = []
    for _ in 0...fois {
      avant()
      let debut = horloge.now
      let temoin = travail()
      durees.append(debut.duration(to: horloge.now))
      temoins.insert(temoin)
    }
    precondition(temoins.count == 1, "a measure does the same work at each run")
    self.init(durees)
  }
}
