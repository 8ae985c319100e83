internal import Scolarite

extension Travail {
  /// The slots of a student whose declaration results hold for nothing, so that the hours count as
  /// unjustified, each with why (règlement, article 2).
  func indisponibilitesRefusees(_ etudiant: Identifiant<Etudiant>, _ presences: [PresenceSituee])
    throws -> [Identifiant<Seance>: String]
  {
    var refusees: [Identifiant<Seance>: String] = [:]
    let parPromotion = Dictionary(grouping: presences.filter(\.estUneITI), by: \.promotion)
    guard !parPromotion.isEmpty else { return refusees }
    let inscriptions = try registre.inscriptions(etudiant: etudiant)
    for (identifiant, siennes) in parPromotion {
      guard let promotion = try registre.promotion(identifiant),
        let reglages = try reglages(promotion)
      else { continue }
      let inscription = inscriptions.first { $0.promotion == identifiant }
      let calendrier = try registre.annee(promotion.annee)
      var jours: Set<Jour> = []
      for situee in siennes.sorted(by: { $0.debut.rangs < $1.debut.rangs }) {
        let jour = calendrier.jourDuStatut(situee.debut.jour, promotion.anneeBUT)
        let statut = inscription?.statut(le: jour) ?? .initial
        guard case .iti(let declaree) = situee.presence.justification else { continue }
        if let raison = reglages.refusDITI(situee.debut, declaree, statut, jours) {
          refusees[situee.presence.seance] = raison
        } else {
          jours.insert(situee.debut.jour)
        }
      }
    }
    return refusees
  }
}

extension PresenceSituee {
  fileprivate var estUneITI: Bool {
    if presence.estUneAbsence, case .iti = presence.justification { true } else { false }
  }
}
