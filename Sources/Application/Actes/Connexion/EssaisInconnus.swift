internal import Synchronization

/// Failures under logins that nobody has: they block as those of accounts do, so that a refusal
/// does not tell which accounts exist.
///
/// They are kept in memory, and forgotten all at once when there are too many.
final class EssaisInconnus: Sendable {
  private static let capacite = 10_000
  private let essais = Mutex<[String: Essais]>([:])

  /// Counts a failure.
  /// - Throws: that the login waits.
  func compter(_ identifiant: String, _ moment: Horodatage) throws(RefusDEntree) {
    let avant = essais.withLock { essais -> Essais in
      let avant = essais[identifiant] ?? Essais()
      guard !avant.sontBloques(moment) else { return avant }
      if essais.count >= Self.capacite { essais.removeAll() }
      essais[identifiant] = avant.apresUnEchec(moment)
      return avant
    }
    if avant.sontBloques(moment) { throw avant.refus(moment) }
  }
}
