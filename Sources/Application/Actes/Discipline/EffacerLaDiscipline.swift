internal import Scolarite

/// What is left of discipline after three years.
///
/// The code has the records of warnings, reprimands and measures of responsibility erased after three
/// years (R. 811-36). It says nothing of what ended without sanction: the same time is kept, for
/// proceedings must start within it. Exclusions stay with the record of the student.
extension Travail {
  /// The years that the code gives.
  static let anneesDeDiscipline = 3

  /// Erases what is beyond the time.
  /// - Returns: how many students were taken off incidents, unnamed incidents counted as one.
  func effacerLaDiscipline(_ permis: Permis, motif: String) throws -> Int {
    let jour = moment.jour
    let annee = jour.annee - Self.anneesDeDiscipline
    guard
      let limite = Jour(annee, jour.mois, jour.quantieme)
        ?? Jour(annee, jour.mois, jour.quantieme - 1)
    else { return 0 }
    var nombre = 0
    for incident in try registre.incidentsNonEffaces() {
      let perimees = incident.suites.filter { $0.sEfface(avant: limite) }
      guard !perimees.isEmpty || (incident.suites.isEmpty && incident.date.jour < limite) else {
        continue
      }
      nombre += max(1, perimees.count)
      for suite in perimees {
        let ecriture = try inscrire(
          "effacer-une-procedure",
          permis,
          Objet(.incident, incident.id),
          sujet: suite.etudiant,
          motif: motif,
        )
        try registre.retirer(suite.etudiant, de: incident.id, ecriture)
        try effacerLesPapiers(incident.id, de: suite.etudiant, permis, motif: motif)
      }
      guard perimees.count == incident.suites.count else { continue }
      let ecriture = try inscrire(
        "effacer-un-incident",
        permis,
        Objet(.incident, incident.id),
        motif: motif,
      )
      try registre.effacer(incident.id, ecriture)
      try effacerLesPapiers(incident.id, de: nil, permis, motif: motif)
    }
    return nombre
  }

  /// The papers handed over, and what the journal says of them and of readings, under an entry of
  /// its own: the journal admits no content missing without one on the same thing.
  func effacerLesPapiers(
    _ incident: Identifiant<Incident>,
    de etudiant: Identifiant<Etudiant>?,
    _ permis: Permis,
    motif: String,
  ) throws {
    let ecriture = try inscrire(
      "effacer-des-lectures",
      permis,
      Objet(.consultation, incident),
      sujet: etudiant,
      motif: motif,
    )
    try registre.effacerLesPapiers(incident, de: etudiant, ecriture)
  }
}

extension Incident.Suite {
  fileprivate func sEfface(avant limite: Jour) -> Bool {
    guard depuis < limite else { return false }
    return switch etat {
    case .classe, .relaxe: true
    case .sanctionne(let sanction): sanction.nature.sEfface
    case .sectionSaisie: false
    // Never pursued: too late to be.
    case .signale: etapes.allSatisfy { $0.jour < limite }
    }
  }
}
