public import Scolarite

/// The delays of the procedures of absence, counted as a règlement says (R1.2.4, R1.2.10, A13).
public struct DelaisDAbsence: Hashable, Sendable {
  /// The minutes in which a document is due.
  public let justificatif: Int
  /// Whether they run from the end of the absence, instead of its beginning.
  public let depuisLaFin: Bool
  /// The minutes given to meet the conditions of an authorisation.
  public let conditions: Int
  /// Whether the hours of Saturdays and Sundays do not count.
  public let joursOuvres: Bool
  /// The days from which a medical certificate justifies by right (A14).
  public let joursCertificat: Int

  public init(
    heures: Int = 48,
    depuisLaFin: Bool = false,
    conditions: Int = 48,
    joursOuvres: Bool = false,
    joursCertificat: Int = 3,
  ) {
    justificatif = 60 * heures
    self.depuisLaFin = depuisLaFin
    self.conditions = 60 * conditions
    self.joursOuvres = joursOuvres
    self.joursCertificat = joursCertificat
  }

  public init(_ reglages: Reglages) {
    justificatif = reglages.minutes(.delaiJustificatif)
    depuisLaFin = reglages.choisit(.departDelaiJustificatif, "fin")
    conditions = reglages.minutes(.delaiConditions)
    joursOuvres = reglages.choisit(.compteDesDelais, "joursOuvres")
    joursCertificat = reglages.entier(.joursCertificat)
  }
}

extension DelaisDAbsence {
  /// The minutes that count from what a delay starts at to the deposit.
  public func attente(_ justificatif: Justificatif) -> Int {
    let depart = depuisLaFin ? justificatif.au : justificatif.du
    return max(minutes(de: depart, a: justificatif.depose), 0)
  }

  /// The same in hours, started ones included.
  public func heuresDAttente(_ justificatif: Justificatif) -> Int {
    (attente(justificatif) + 59) / 60
  }

  /// Whether a document came in time, to the minute.
  public func respecte(_ justificatif: Justificatif) -> Bool {
    attente(justificatif) <= self.justificatif
  }

  /// When the conditions of an answer are due.
  public func echeance(depuis reponse: Instant) -> Instant {
    guard joursOuvres else { return reponse.apres(minutes: conditions) }
    var (depart, reste) = (reponse.apresLaFinDeSemaine, conditions)
    // Clocks change on Sundays: from Monday to Friday a day has its 1,440 minutes.
    while true {
      let libres = 1440 * (5 - depart.jour.rangDansLaSemaine) - depart.minute
      guard reste > libres else { return depart.apres(minutes: reste) }
      reste -= libres
      depart = depart.apres(minutes: libres).apresLaFinDeSemaine
    }
  }

  private func minutes(de debut: Instant, a fin: Instant) -> Int {
    guard joursOuvres, debut.rangs < fin.rangs else {
      return fin.minutesEcoulees(depuis: debut)
    }
    let premiere = fin.jour.ecart(depuis: debut.jour)
    return (0...premiere).reduce(0) { somme, rang in
      let jour = debut.jour.plus(jours: rang)
      guard jour.rangDansLaSemaine < 5 else { return somme }
      let de = rang == 0 ? debut.minute : 0
      let a = rang == premiere ? fin.minute : 1440
      return somme + a - de
    }
  }

  /// « 48 heures », « 36 h 30 ».
  public static func enMots(minutes: Int) -> String {
    let (heures, reste) = (minutes / 60, minutes % 60)
    guard reste > 0 else { return "\(heures) heure\(heures > 1 ? "s" : "")" }
    return "\(heures) h \(reste < 10 ? "0" : "")\(reste)"
  }

  /// When a document is due, for whoever gives one.
  public var phrase: String {
    "Un justificatif est dû dans les \(Self.enMots(minutes: justificatif)) "
      + (depuisLaFin ? "de la fin" : "du début") + " de l’absence"
      + (joursOuvres ? ", samedis et dimanches non comptés." : ".")
  }
}

extension Travail {
  /// The delays of the règlement that a student follows on a day; those of the reading where none
  /// is known.
  func delaisDAbsence(_ etudiant: Identifiant<Etudiant>, le jour: Jour) throws -> DelaisDAbsence {
    try suivi(etudiant, le: jour).map { try delaisDAbsence($0.promotion) } ?? DelaisDAbsence()
  }

  /// Those of a promotion.
  func delaisDAbsence(_ promotion: Promotion) throws -> DelaisDAbsence {
    try reglages(promotion).map { DelaisDAbsence($0) } ?? DelaisDAbsence()
  }
}

extension Reglages {
  /// A number of hours, in minutes.
  func minutes(_ nom: NomDeReglage) -> Int {
    Int((nombre(nom) * 60).partieEntiere.numerateur)
  }

  /// A number, without its decimals.
  func entier(_ nom: NomDeReglage) -> Int { Int(nombre(nom).partieEntiere.numerateur) }
}

extension Jour {
  /// 0 for Monday, 6 for Sunday.
  var rangDansLaSemaine: Int {
    guard let lundi = Jour(2000, 1, 3) else { preconditionFailure("the first Monday of 2000") }
    let rang = ecart(depuis: lundi) % 7
    return rang < 0 ? rang + 7 : rang
  }
}

extension Instant {
  /// The same, or the Monday that follows where it falls on a Saturday or a Sunday.
  fileprivate var apresLaFinDeSemaine: Instant {
    let rang = jour.rangDansLaSemaine
    guard rang > 4, let lundi = Instant("\(jour.plus(jours: 7 - rang))T00:00") else { return self }
    return lundi
  }
}
