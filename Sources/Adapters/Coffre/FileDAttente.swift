internal import Actes
internal import Glibc
internal import Threads

/// One thread of low priority that works through what waits, in order.
final class FileDAttente: Sendable {
  private struct Etat: Sendable {
    var travaux: [@Sendable () -> Void] = []
    var estFermee = false
  }

  private let limite: Int
  private let etat: Monitor<Etat>
  private let fil: pthread_t

  init(_ limite: Int) {
    self.limite = limite
    let etat = Monitor(Etat())
    self.etat = etat
    fil = startThread(named: "coffre") {
      // On Linux the priority is that of the thread; refused, it only stays as it was.
      setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
      while let travail = Self.suivant(etat) { travail() }
    }
  }

  deinit {
    etat.change { $0.estFermee = true }
    pthread_join(fil, nil)
  }

  private static func suivant(_ etat: Monitor<Etat>) -> (@Sendable () -> Void)? {
    etat.wait { etat -> (@Sendable () -> Void)?? in
      guard etat.travaux.isEmpty else { return .some(etat.travaux.removeFirst()) }
      return etat.estFermee ? .some(nil) : nil
    }
  }

  /// Does something when its turn comes.
  /// - Throws: `RefusDEntree.affluence` when too many wait already.
  func faire<Resultat: Sendable>(
    _ travail: @escaping @Sendable () -> Resultat
  ) async throws -> Resultat {
    let resultat: Resultat? = await withCheckedContinuation { suite in
      let estPrise = etat.change { etat in
        guard etat.travaux.count < limite else { return false }
        etat.travaux.append { suite.resume(returning: travail()) }
        return true
      }
      if !estPrise { suite.resume(returning: nil) }
    }
    guard let resultat else { throw RefusDEntree.affluence }
    return resultat
  }
}
