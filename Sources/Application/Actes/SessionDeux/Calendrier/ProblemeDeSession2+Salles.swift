public import Calendrier

/// Rooms that suit an exam, and the words for those that do not.
extension ProblemeDeSession2 {
  /// Ranks of the rooms that have all that an exam needs; `nil` where it needs nothing.
  static func salles(
    pour cle: CleDEpreuve,
    _ besoins: [EquipementDeSalle],
    parmi salles: [LieuxDeSession2.Salle],
  ) throws(Refus) -> [Int]? {
    guard !besoins.isEmpty else { return nil }
    let permises = salles.indices.filter { salles[$0].manques(besoins).isEmpty }
    guard !permises.isEmpty else {
      throw .etat(
        .calendrierDeSession2(
          .impossible(
            "« \(cle.phrase) » demande \(besoins.enListe), et aucune salle n’a tout à la fois. "
              + remede
          )
        )
      )
    }
    return permises
  }

  /// Why rooms that suit an exam do not hold those who sit it.
  static func tropPetites(
    pour cle: CleDEpreuve,
    _ besoins: [EquipementDeSalle],
    parmi salles: [LieuxDeSession2.Salle],
    places: Int,
  ) -> String {
    let permises = salles.filter { $0.manques(besoins).isEmpty }
    let total = permises.map(\.places).reduce(0, +)
    let noms = permises.map(\.nom).joined(separator: ", ")
    let offre =
      permises.count == 1
      ? "la seule salle qui convient (\(noms)) en a \(total)"
      : "les salles qui conviennent (\(noms)) en ont \(total)"
    return "« \(cle.phrase) » demande \(besoins.enListe) et \(places) places ; \(offre). \(remede)"
  }

  private static let remede =
    "Complétez l’équipement des salles, ou changez les besoins de l’épreuve."

  /// What a calendar may not do, in words; a room that lacks something says what.
  func dire(_ violation: Violation) -> String {
    guard case .salleInterdite(let epreuve, let salle) = violation else {
      return dire(violation.phrase(probleme))
    }
    return "\(salles[salle].nom) n’a pas ce que demande « \(cles[epreuve].phrase) » : "
      + salles[salle].manques(besoins[epreuve]).enListe
  }

  /// How a run that found nothing says why.
  public func dire(_ impossibilite: Impossibilite) -> String {
    let equipees = impossibilite.epreuves.filter { !besoins[$0].isEmpty }
    guard !equipees.isEmpty else { return dire(impossibilite.phrase(probleme)) }
    let phrases = equipees.map { rang in
      let noms = salles.filter { $0.manques(besoins[rang]).isEmpty }.map(\.nom)
      let seules =
        noms.count == 1 ? "seule \(noms[0]) a" : "seules \(noms.joined(separator: ", ")) ont"
      return "« \(cles[rang].phrase) » demande \(besoins[rang].enListe), que \(seules)."
    }
    return ([dire(impossibilite.phrase(probleme))] + phrases + [Self.remede])
      .joined(separator: " ")
  }
}
