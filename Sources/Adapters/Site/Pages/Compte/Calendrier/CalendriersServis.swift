internal import Actes
internal import HTTPServer
internal import Scolarite
internal import Synchronization

/// The tags of the calendars that were given last: as long as nothing is written, the day being the
/// same, a program that has one is answered without working it out again.
final class CalendriersServis: Sendable {
  private struct Servi: Sendable {
    let repere: Repere
    let jour: Jour
    let marque: ETag
  }

  private static let capacite = 16_384
  private let servis = Mutex<[Empreinte: Servi]>([:])

  /// The tag that still holds; `nil` where the calendar has to be worked out.
  func marque(_ empreinte: Empreinte, _ repere: Repere, _ jour: Jour) -> ETag? {
    servis.withLock { servis in
      guard let servi = servis[empreinte], servi.repere == repere, servi.jour == jour else {
        return nil
      }
      return servi.marque
    }
  }

  /// Keeps a tag; they are forgotten all at once when there are too many.
  func garder(_ marque: ETag, _ empreinte: Empreinte, _ repere: Repere, _ jour: Jour) {
    servis.withLock { servis in
      if servis.count >= Self.capacite { servis.removeAll() }
      servis[empreinte] = Servi(repere: repere, jour: jour, marque: marque)
    }
  }
}
