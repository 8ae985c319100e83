internal import Glibc
internal import Threads

/// Ctrl-C, which a thread hears in place of the process while a search goes on.
struct ArretAuClavier: ~Copyable {
  private let anciens: sigset_t

  /// Blocks the signal for this thread and those that it begins from now on.
  init() {
    var avant = sigset_t()
    var arrets = Self.signaux
    unsafe pthread_sigmask(SIG_BLOCK, &arrets, &avant)
    anciens = avant
  }

  deinit {
    var avant = anciens
    unsafe pthread_sigmask(SIG_SETMASK, &avant, nil)
  }

  /// Begins the thread that waits for Ctrl-C; it ends with the process.
  borrowing func ecouter(_ arreter: @escaping @Sendable () -> Void) {
    pthread_detach(
      startThread(named: "arret") {
        var attendus = Self.signaux
        var recu: Int32 = 0
        unsafe sigwait(&attendus, &recu)
        arreter()
      }
    )
  }

  private static var signaux: sigset_t {
    var arrets = sigset_t()
    unsafe sigemptyset(&arrets)
    unsafe sigaddset(&arrets, SIGINT)
    return arrets
  }
}
