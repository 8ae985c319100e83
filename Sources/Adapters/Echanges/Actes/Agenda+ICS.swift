internal import Actes
internal import ICalendar
internal import Scolarite

extension Agenda {
  /// As RFC 5545 has it: the same bytes as long as nothing of it changes.
  func ics() throws(ICSEvent.Fault) -> [UInt8] {
    var ecrits: [ICSEvent] = []
    ecrits.reserveCapacity(evenements.count)
    for evenement in evenements { ecrits.append(try evenement.ics(code)) }
    var calendrier = ICSCalendar(product: Self.produit, name: nom, events: ecrits)
    calendrier.method = .publish
    calendrier.refreshHours = Self.heures
    return calendrier.rendered()
  }

  private static let produit = "-//Délibéré//Agenda//FR"
  /// After how many hours programs are invited to ask again.
  private static let heures = 4
}

extension Agenda.Evenement {
  fileprivate func ics(_ code: String) throws(ICSEvent.Fault) -> ICSEvent {
    var event = try ICSEvent(
      identifier: "\(cle)@\(code).delibere",
      stamp: CivilDateTime(ecrit),
      span: quand.span,
      summary: titre,
    )
    event.details = details.isEmpty ? nil : details.joined(separator: "\n")
    event.sequence = Int(version - 1)
    event.isTransparent = !occupe
    event.status = .confirmed
    return event
  }
}

extension Agenda.Quand {
  fileprivate var span: ICSEvent.Span {
    switch self {
    case .journees(let premier, let dernier): .days(CivilDate(premier), CivilDate(dernier))
    case .creneau(let debut, let minutes):
      .paris(
        CivilDateTime(debut.jour, minute: debut.minute),
        CivilDateTime(debut.jour, minute: debut.minute + minutes),
      )
    }
  }
}

extension CivilDate {
  fileprivate init(_ jour: Jour) {
    guard let date = CivilDate(jour.annee, jour.mois, jour.quantieme) else {
      preconditionFailure("a day of ours is one of the calendar")
    }
    self = date
  }

  fileprivate func suivante(_ jours: Int) -> CivilDate {
    guard let date = adding(days: jours) else {
      preconditionFailure("days of ours lie far within the calendar")
    }
    return date
  }
}

extension CivilDateTime {
  /// A minute counted from the midnight that opens a day, beyond its end too.
  fileprivate init(_ jour: Jour, minute: Int) {
    self.init(CivilDate(jour), seconde: minute * 60)
  }

  /// A moment, in UTC.
  fileprivate init(_ horodatage: Horodatage) {
    guard let origine = CivilDate(1970, 1, 1) else {
      preconditionFailure("the first of January is a day")
    }
    self.init(origine, seconde: Int(max(0, horodatage.millisecondes) / 1_000))
  }

  private init(_ date: CivilDate, seconde: Int) {
    let reste = seconde % 86_400
    guard
      let heure = CivilDateTime(
        date.suivante(seconde / 86_400),
        hour: reste / 3_600,
        minute: reste / 60 % 60,
        second: reste % 60,
      )
    else { preconditionFailure("less than a day is an hour of it") }
    self = heure
  }
}
