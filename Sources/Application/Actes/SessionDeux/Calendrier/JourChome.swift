public import Scolarite

/// A day of a session on which people may be away: nothing forbids an exam then, but it is said.
public struct JourChome: Hashable, Sendable {
  public let jour: Jour
  /// « dimanche », « jour férié (Ascension) », « vacances (hiver) ».
  public let raison: String
}

extension SessionDeRattrapage {
  /// Its days, thirty-one at most.
  public var jours: [Jour] {
    let nombre = max(0, dernierJour.ecart(depuis: premierJour))
    return (0...min(nombre, 30)).map { premierJour.plus(jours: $0) }
  }
}

extension Travail {
  /// The days of a session on which people may be away, in their order.
  func joursChomes(_ session: SessionDeRattrapage) throws -> [JourChome] {
    let vacances = try registre.annees().flatMap(\.periodes).filter { $0.nature == .vacances }
    return session.jours.compactMap { jour in
      let fermees = vacances.first { $0.debut <= jour && jour <= $0.fin }
      let raison =
        jour.fete.map { "jour férié (\($0))" } ?? (jour.estUnDimanche ? "dimanche" : nil)
        ?? fermees.map { "vacances (\($0.nom))" }
      return raison.map { JourChome(jour: jour, raison: $0) }
    }
  }
}
