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
      var jours: Set<Jour> = []
      for situee in siennes.sorted(by: { $0.debut.rangs < $1.debut.rangs }) {
        let statut = inscription?.statut(le: situee.debut.jour) ?? .initial
        if let raison = situee.refus(statut, reglages, jours) {
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

  /// Why the declaration is refused, after the days that were granted; `nil` when it is not.
  fileprivate func refus(_ statut: Statut, _ reglages: Reglages, _ accordes: Set<Jour>) -> String? {
    guard case .iti(let declaree) = presence.justification else { return nil }
    if statut == .alternant, !reglages.actif(.itiAlternants) { return "alternant" }
    guard let declaree else { return "non déclarée" }
    let limite = reglages.nombre(.heureLimiteITI) * 60
    let jour = debut.jour
    if declaree.jour > jour || (declaree.jour == jour && Fraction(declaree.minute) >= limite) {
      return "déclarée trop tard"
    }
    let jours = accordes.union([jour]).count
    return Fraction(jours) > reglages.nombre(.joursITI) ? "jours épuisés" : nil
  }
}
