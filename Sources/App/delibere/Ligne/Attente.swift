internal import Synchronization
internal import Threads

/// Runs a task to its end on the thread that waits for it: the command line has no other work.
func attendre<Resultat: Sendable>(
  _ corps: @escaping @Sendable () async throws -> Resultat
) throws -> Resultat {
  let boucle = Boucle()
  let tenu = Mutex<Result<Resultat, any Error>?>(nil)
  Task.detached(executorPreference: boucle) {
    let resultat: Result<Resultat, any Error>
    do { resultat = .success(try await corps()) } catch { resultat = .failure(error) }
    tenu.withLock { $0 = resultat }
    boucle.finir()
  }
  boucle.tourner()
  guard let resultat = tenu.withLock({ $0 }) else { throw CancellationError() }
  return try resultat.get()
}

/// The pieces of a task that are ready, run one after another by whoever waits.
private final class Boucle: TaskExecutor {
  private struct Etat {
    var pretes: [UnownedJob] = []
    var estFinie = false
  }

  private enum Tour {
    case morceau(UnownedJob)
    case fin
  }

  private let etat = Monitor(Etat())

  func enqueue(_ job: consuming ExecutorJob) {
    let morceau = UnownedJob(job)
    etat.change { $0.pretes.append(morceau) }
  }

  func finir() { etat.change { $0.estFinie = true } }

  func tourner() {
    while true {
      let tour = etat.wait { etat -> Tour? in
        if !etat.pretes.isEmpty { return .morceau(etat.pretes.removeFirst()) }
        return etat.estFinie ? .fin : nil
      }
      switch tour {
      case .morceau(let morceau): unsafe morceau.runSynchronously(on: asUnownedTaskExecutor())
      case .fin: return
      }
    }
  }
}
