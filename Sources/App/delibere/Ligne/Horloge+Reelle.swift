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

  /// A clock that shows a minute of Paris now and goes on from there, to visit a demonstration on
  /// another day; `nil` where no clock shows that minute.
  static func partant(de instant: Instant) -> Horloge? {
    reglerLeFuseau()
    var local = unsafe tm()
    unsafe local.tm_year = Int32(instant.jour.annee - 1_900)
    unsafe local.tm_mon = Int32(instant.jour.mois - 1)
    unsafe local.tm_mday = Int32(instant.jour.quantieme)
    unsafe local.tm_hour = Int32(instant.minute / 60)
    unsafe local.tm_min = Int32(instant.minute % 60)
    unsafe local.tm_isdst = -1
    let secondes = unsafe mktime(&local)
    let depart = Horodatage(millisecondes: Int64(secondes) * 1_000)
    guard instantAParis(depart) == instant else { return nil }
    let avance = depart.millisecondes - horodatageReel().millisecondes
    return Horloge(
      maintenant: {
        let reel = horodatageReel().millisecondes
        let horodatage = Horodatage(millisecondes: reel + avance)
        return Moment(horodatage: horodatage, instant: instantAParis(horodatage))
      },
      instant: instantAParis,
    )
  }

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
