internal import Actes
internal import Files
internal import Glibc
internal import Scolarite

extension Horloge {
  /// The clock of the machine, read in Paris whatever its own zone.
  static let reelle: Horloge = {
    reglerLeFuseau()
    return Horloge(
      maintenant: {
        let horodatage = horodatageReel()
        return Moment(horodatage: horodatage, instant: instantAParis(horodatage))
      },
      instant: instantAParis,
    )
  }()

  /// Debian’s `tzdata` has the zone; without it the rule in force since 1996 is given.
  private static func reglerLeFuseau() {
    let connu = fileExists("/usr/share/zoneinfo/Europe/Paris")
    unsafe setenv("TZ", connu ? ":Europe/Paris" : "CET-1CEST,M3.5.0,M10.5.0/3", 1)
    tzset()
  }

  private static func horodatageReel() -> Horodatage {
    var temps = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &temps)
    return Horodatage(millisecondes: Int64(temps.tv_sec) * 1_000 + Int64(temps.tv_nsec) / 1_000_000)
  }

  private static func instantAParis(_ horodatage: Horodatage) -> Instant {
    var secondes = time_t(horodatage.millisecondes / 1_000)
    var local = unsafe tm()
    unsafe localtime_r(&secondes, &local)
    func deux(_ nombre: Int32) -> String { (nombre < 10 ? "0" : "") + String(nombre) }
    let annee = unsafe 1_900 + Int(local.tm_year)
    let jour = unsafe "\(annee)-\(deux(local.tm_mon + 1))-\(deux(local.tm_mday))"
    let heure = unsafe "\(deux(local.tm_hour)):\(deux(local.tm_min))"
    guard let instant = Instant("\(jour)T\(heure)") else {
      preconditionFailure("the clock of the machine is out of 1900 to 2199")
    }
    return instant
  }
}
