internal import Glibc

/// This program run again as another process, whose output is read.
struct Enfant: ~Copyable {
  private let pid: pid_t
  private let sortie: Int32

  /// Why a process could not be started.
  struct Echec: Error {
    let code: Int32
  }

  init(_ arguments: [String]) throws {
    var tube: [Int32] = [0, 0]
    guard unsafe pipe(&tube) == 0 else { throw Echec(code: errno) }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, tube[1], 1)
    unsafe posix_spawn_file_actions_addclose(&actions, tube[0])
    var mots = unsafe ([Self.programme] + arguments).map { unsafe strdup($0) } + [nil]
    defer {
      for rang in unsafe mots.indices { unsafe free(mots[rang]) }
    }
    var pid: pid_t = 0
    let code = unsafe posix_spawn(&pid, Self.programme, &actions, nil, &mots, environ)
    close(tube[1])
    guard code == 0 else { throw Echec(code: code) }
    self.pid = pid
    sortie = tube[0]
  }

  private static let programme = "/proc/self/exe"

  /// Waits for the first byte that it writes.
  borrowing func attendre() -> Bool {
    var octet: UInt8 = 0
    return unsafe read(sortie, &octet, 1) == 1
  }

  /// Kills it at once, and gives everything that it had written.
  consuming func tuer() -> String {
    kill(pid, SIGKILL)
    var octets: [UInt8] = []
    var bloc = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let lus = unsafe read(sortie, &bloc, bloc.count)
      guard lus > 0 else { break }
      octets += bloc.prefix(lus)
    }
    var etat: Int32 = 0
    unsafe waitpid(pid, &etat, 0)
    close(sortie)
    return String(decoding: octets, as: UTF8.self)
  }
}
