internal import Scolarite

/// Erases who a student is (RGPD, article 17); the marks remain under a number, for statistics.
///
/// Identity, trusted person, details of accommodations, account and contents of the journal go.
public struct EffacerUnePersonne: Acte {
  public static let nom = "effacer-une-personne"
  public let etudiant: Identifiant<Etudiant>
  public let motif: String
  /// Whether to erase somebody who is enrolled at present.
  public let memeInscrit: Bool

  public init(_ etudiant: Identifiant<Etudiant>, motif: String, memeInscrit: Bool = false) {
    self.etudiant = etudiant
    self.motif = motif
    self.memeInscrit = memeInscrit
  }

  public func executer(_ travail: Travail) throws {
    let permis = try travail.exiger(.effacerUnePersonne, .etablissement)
    guard !motif.isEmpty else { throw Refus.etat(.motifManquant) }
    _ = try travail.identite(etudiant)
    let inscrit = try travail.estInscrit(etudiant)
    guard memeInscrit || !inscrit else { throw Refus.etat(.inscriptionEnCours) }
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.etudiant, etudiant),
      sujet: etudiant,
      apres: ["inscrit": .verdict(inscrit)],
      motif: motif,
    )
    _ = try travail.registre.effacer(etudiant, ecriture)
    try effacerLesIncidents(travail, permis)
  }

  /// The account of an incident goes with the last of those whom it concerns, from the journal too.
  private func effacerLesIncidents(_ travail: Travail, _ permis: Permis) throws {
    for incident in try travail.registre.incidents(etudiant: etudiant) {
      let restent = try incident.suites.contains {
        try travail.registre.etudiant($0.etudiant)?.identite != nil
      }
      guard !restent else { continue }
      let ecriture = try travail.inscrire(
        "effacer-un-incident",
        permis,
        Objet(.incident, incident.id),
        motif: motif,
      )
      try travail.registre.effacer(incident.id, ecriture)
      try travail.effacerLesPapiers(incident.id, de: nil, permis, motif: motif)
    }
  }
}

extension Travail {
  /// Whether a student has a place in a promotion whose year is not over.
  fileprivate func estInscrit(_ etudiant: Identifiant<Etudiant>) throws -> Bool {
    try registre.inscriptions(etudiant: etudiant).contains { inscription in
      if let fin = inscription.fin { return fin.jour >= moment.jour }
      guard let promotion = try registre.promotion(inscription.promotion) else { return false }
      let annee = try registre.annee(promotion.annee)
      return annee?.fin ?? Jour(cloturant: promotion.annee) >= moment.jour
    }
  }
}
