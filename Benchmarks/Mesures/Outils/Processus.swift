internal import Files
internal import Glibc

/// What the system says of this process and of the machine.
enum Processus {
  /// The most memory that the process has held so far, in bytes; `nil` where the system is silent.
  static var memoireMaximale: Int? { etat("VmHWM:") }

  /// Counts the most that it holds from now on; nothing where the system does not let it.
  static func oublierLaMemoireMaximale() {
    let descripteur = unsafe open("/proc/self/clear_refs", O_WRONLY)
    guard descripteur >= 0 else { return }
    _ = unsafe write(descripteur, "5", 1)
    close(descripteur)
  }

  /// The memory that the process holds, in bytes; `nil` where the system is silent.
  static var memoire: Int? { etat("VmRSS:") }

  /// The mean number of tasks that wanted a core in the last minute, as the system writes it.
  static var charge: String? {
    texte("/proc/loadavg")?.split(separator: " ").first.map {
      String($0.map { $0 == "." ? "," : $0 })
    }
  }

  /// Passes over more memory than the caches of a processor hold.
  static func viderLesCaches() {
    let bloc = [Int64](repeating: 1, count: 8 << 20)
    precondition(bloc.reduce(0, &+) == 8 << 20, "every word was written")
  }

  private static func etat(_ nom: String) -> Int? {
    texte("/proc/self/status")?.split(separator: "\n").first { $0.hasPrefix(nom) }
      .flatMap { $0.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first }
      .flatMap { Int($0) }.map { $0 * 1024 }
  }

  private static func texte(_ chemin: String) -> String? {
    guard let octets = try? readFile(chemin, limit: 1 << 20) else { return nil }
    return String(decoding: octets, as: UTF8.self)
  }
}
