import Glibc

/// Another program, started and ended by a test.
struct Programme {
  private let pid: pid_t

  /// Starts a program, whose output is lost.
  init(_ arguments: [String]) throws {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      unsafe posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    var words = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer {
      for rank in unsafe words.indices { unsafe free(words[rank]) }
    }
    var pid = pid_t()
    let code = unsafe posix_spawn(&pid, arguments[0], &actions, nil, &words, environ)
    guard code == 0 else { throw RawClient.Failure(errno: code) }
    self.pid = pid
  }

  /// Waits for its end.
  func wait() -> Int32 {
    var status: Int32 = 0
    unsafe waitpid(pid, &status, 0)
    return status
  }

  /// Ends it at once, and waits: it inherits blocked signals, and would not hear another.
  func stop() {
    kill(pid, SIGKILL)
    _ = wait()
  }
}
