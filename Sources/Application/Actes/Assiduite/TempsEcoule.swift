public import Scolarite

extension Instant {
  /// The minutes that really passed since another moment, over changes to and from summer time.
  ///
  /// In the hour that clocks show twice, the student is given the benefit: the beginning is taken
  /// late, the end early.
  public func minutesEcoulees(depuis autre: Instant) -> Int {
    minutesUniverselles(premiere: true) - autre.minutesUniverselles(premiere: false)
  }

  /// The moment so many minutes later, as the clocks of Paris show it.
  public func apres(minutes: Int) -> Instant {
    let cible = minutesUniverselles(premiere: false) + minutes
    for decalage in [60, 120] {
      let trouve = Instant(minutes: cible + decalage)
      if trouve.minutesUniverselles(premiere: false) == cible { return trouve }
    }
    return Instant(minutes: cible + 120)
  }

  /// Minutes since 2000, UTC; `premiere`: of the two times that the clock shows twice, the first.
  private func minutesUniverselles(premiere: Bool) -> Int {
    1440 * jour.ecart(depuis: Self.origine) + minute - (estEnEte(premiere) ? 120 : 60)
  }

  private init(minutes: Int) {
    let jours = minutes >= 0 ? minutes / 1440 : (minutes - 1439) / 1440
    let reste = minutes - 1440 * jours
    func deux(_ nombre: Int) -> String { (nombre < 10 ? "0" : "") + String(nombre) }
    let texte = "\(Self.origine.plus(jours: jours))T\(deux(reste / 60)):\(deux(reste % 60))"
    guard let instant = Instant(texte) else { preconditionFailure("a minute of a day: \(texte)") }
    self = instant
  }

  private static let origine: Jour = {
    guard let jour = Jour(2000, 1, 1) else { preconditionFailure("the first day of 2000") }
    return jour
  }()

  /// Summer time goes from the last Sunday of March, at 2, to that of October, at 3.
  private func estEnEte(_ premiere: Bool) -> Bool {
    guard (3...10).contains(jour.mois) else { return false }
    guard jour.mois == 3 || jour.mois == 10 else { return true }
    let dimanche = Self.dernierDimanche(jour.annee, jour.mois)
    if jour.mois == 3 { return jour > dimanche || (jour == dimanche && minute >= 120) }
    return jour < dimanche || (jour == dimanche && minute < (premiere ? 180 : 120))
  }

  private static func dernierDimanche(_ annee: Int, _ mois: Int) -> Jour {
    guard let dernier = Jour(annee, mois, 31) else {
      preconditionFailure("March and October have 31 days")
    }
    // 2 January 2000 was a Sunday.
    let depuis = dernier.ecart(depuis: origine) - 1
    return dernier.plus(jours: -(((depuis % 7) + 7) % 7))
  }
}
