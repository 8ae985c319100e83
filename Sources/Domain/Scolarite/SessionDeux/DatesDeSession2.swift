/// The days from which every date of a session 2 is computed.
public struct DatesDeSession2: Hashable, Sendable {
  public let premierJour: Jour
  public let dernierJour: Jour
  /// When the results of session 1 are published, or are meant to be.
  public let publication: Jour
  /// The last minute of enrolment.
  public let limiteInscription: Instant
  /// The day of the jury, once it is known.
  public let jury: Jour?
  /// How many days a student has to ask for their copy: of the local règlement (A28).
  public let delaiDeConsultation: Int?

  public init(
    premierJour: Jour,
    dernierJour: Jour,
    publication: Jour,
    limiteInscription: Instant,
    jury: Jour? = nil,
    delaiDeConsultation: Int? = nil,
  ) {
    self.premierJour = premierJour
    self.dernierJour = dernierJour
    self.publication = publication
    self.limiteInscription = limiteInscription
    self.jury = jury
    self.delaiDeConsultation = delaiDeConsultation
  }

  /// « au moins trois semaines avant la session 2 » (R0.4, A31).
  public var limiteCalendrier: Jour { premierJour.plus(jours: -21) }

  /// « au moins un mois avant le début des épreuves »: the same day of the month before (R0.14, A31).
  public var limiteAmenagements: Jour { premierJour.unMoisAvant }

  /// « une à deux semaines après la publication » (R0.11).
  public var bornesDInscription: ClosedRange<Jour> { Self.bornesDInscription(publication) }

  public static func bornesDInscription(_ publication: Jour) -> ClosedRange<Jour> {
    publication.plus(jours: 7)...publication.plus(jours: 14)
  }
}

/// What a track asks, and by when.
public struct EcheanceDeSession2: Hashable, Sendable {
  public let piste: PisteDeSession2
  /// The first day; `nil` where nothing keeps from beginning.
  public let ouvre: Jour?
  /// The earliest day that its limit may have, where the procedure sets one.
  public let auPlusTot: Jour?
  /// The latest day that its limit may have; `nil` while a date is not known.
  public let auPlusTard: Jour?
  /// The last minute that was set.
  public let limite: Instant?
  /// The day on which it was done.
  public let faitLe: Jour?

  /// Where it stands.
  public enum Etat: String, CaseIterable, Hashable, Sendable {
    case aVenir = "a-venir"
    case ouverte, faite
    case enRetard = "en-retard"
  }

  /// Where it stands at a minute.
  public func etat(a present: Instant) -> Etat {
    if faitLe != nil { return .faite }
    if let limite, present > limite { return .enRetard }
    if let ouvre, present.jour < ouvre { return .aVenir }
    return .ouverte
  }

  /// How many days late it was done.
  public var joursDeRetard: Int {
    guard let faitLe, let limite else { return 0 }
    return max(0, faitLe.ecart(depuis: limite.jour))
  }
}

extension DatesDeSession2 {
  /// The ten tracks, each with its dates.
  /// - Parameter faits: the tracks that are done, and since when.
  /// - Returns: the tracks, in the order of `PisteDeSession2`.
  public func echeances(_ faits: [PisteDeSession2: Jour]) -> [EcheanceDeSession2] {
    PisteDeSession2.allCases.map { echeance($0, faits) }
  }

  private func echeance(_ piste: PisteDeSession2, _ faits: [PisteDeSession2: Jour])
    -> EcheanceDeSession2
  {
    let bornes = bornes(piste, faits)
    return EcheanceDeSession2(
      piste: piste,
      ouvre: bornes.ouvre,
      auPlusTot: bornes.tot,
      auPlusTard: bornes.tard,
      limite: piste == .inscriptions ? limiteInscription : bornes.tard?.derniereMinute,
      faitLe: faits[piste],
    )
  }

  private func bornes(_ piste: PisteDeSession2, _ faits: [PisteDeSession2: Jour])
    -> (ouvre: Jour?, tot: Jour?, tard: Jour?)
  {
    switch piste {
    case .admissibilite: return (publication, nil, publication)
    case .formes, .calendrier: return (nil, nil, limiteCalendrier)
    case .amenagements: return (nil, nil, limiteAmenagements)
    case .inscriptions:
      return (publication, bornesDInscription.lowerBound, bornesDInscription.upperBound)
    case .epreuves: return (premierJour, nil, dernierJour)
    case .notes: return (premierJour, nil, jury)
    case .jury: return (dernierJour, nil, jury)
    case .publication:
      let jour = faits[.jury] ?? jury
      return (jour ?? dernierJour, nil, jour)
    case .contestation:
      let publiee = faits[.publication]
      let fin = publiee.flatMap { jour in delaiDeConsultation.map { jour.plus(jours: $0) } }
      return (publiee ?? jury ?? dernierJour, nil, fin)
    }
  }
}

extension Jour {
  /// The same day of the month before, or its last day where it has no such day (A31).
  public var unMoisAvant: Jour {
    let (annee, mois) = mois == 1 ? (annee - 1, 12) : (annee, mois - 1)
    for quantieme in stride(from: quantieme, through: 28, by: -1) {
      if let jour = Jour(annee, mois, quantieme) { return jour }
    }
    return Jour(annee, mois, quantieme) ?? self
  }

  /// Its last minute.
  public var derniereMinute: Instant? { Instant("\(self)T23:59") }
}

extension Instant: Comparable {
  public static func < (gauche: Instant, droite: Instant) -> Bool {
    (gauche.jour, gauche.minute) < (droite.jour, droite.minute)
  }
}
