internal import Actes
internal import Scolarite
internal import Synchronization
internal import Terrain

/// A clock that a measure sets at days of summer, then lets run as fast as the real one.
final class HorlogeDeMesure: Sendable {
  private struct Etat {
    var millisecondes: Int64
    /// From when it runs; `nil` while it stands still.
    var depuis: ContinuousClock.Instant?
  }

  private let etat: Mutex<Etat>

  init(a instant: String) {
    etat = Mutex(Etat(millisecondes: Self.debut(de: Self.minute(instant))))
  }

  /// Stands still at the beginning of a minute.
  func regler(a instant: String) {
    let millisecondes = Self.debut(de: Self.minute(instant))
    etat.withLock { $0 = Etat(millisecondes: millisecondes) }
  }

  /// Runs from a moment.
  func lancer(a millisecondes: Int64) {
    etat.withLock { $0 = Etat(millisecondes: millisecondes, depuis: .now) }
  }

  var millisecondes: Int64 {
    etat.withLock { etat in
      guard let depuis = etat.depuis else { return etat.millisecondes }
      let ecoule = depuis.duration(to: .now)
      return etat.millisecondes + Int64(ecoule / .milliseconds(1))
    }
  }

  var horloge: Horloge {
    Horloge(
      maintenant: {
        let horodatage = Horodatage(millisecondes: self.millisecondes)
        return Moment(horodatage: horodatage, instant: Self.instant(horodatage))
      },
      instant: Self.instant,
    )
  }

  static func minute(_ texte: String) -> Instant { exige(Instant(texte), "\(texte) is a minute") }

  /// The first millisecond of a minute of Paris.
  static func debut(de instant: Instant) -> Int64 {
    let jours = instant.jour.ecart(depuis: origine)
    return 60_000 * Int64(1_440 * jours + instant.minute - heureDEte)
  }

  private static func instant(_ horodatage: Horodatage) -> Instant {
    let minutes = Int(horodatage.millisecondes / 60_000) + heureDEte
    let jour = origine.plus(jours: minutes / 1_440)
    func deux(_ nombre: Int) -> String { (nombre < 10 ? "0" : "") + String(nombre) }
    let minute = minutes % 1_440
    return Self.minute("\(jour)T\(deux(minute / 60)):\(deux(minute % 60))")
  }

  /// What Paris is ahead of UTC by, in minutes, on the days that measures choose.
  private static let heureDEte = 120
  private static let origine = exige(Jour(1970, 1, 1), "1970 began with a day")
}
