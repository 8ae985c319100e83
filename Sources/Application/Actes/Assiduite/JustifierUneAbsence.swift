/// Says why a student was absent from a slot, or takes the reason back, without any document.
public struct JustifierUneAbsence: Acte {
  public static let nom = "justifier-une-absence"
  public let seance: Identifiant<Seance>
  public let etudiant: Identifiant<Etudiant>
  public let justification: Presence.Justification
  /// The version that was read.
  public let version: Int64
  public let motif: String

  public init(
    seance: Identifiant<Seance>,
    etudiant: Identifiant<Etudiant>,
    justification: Presence.Justification,
    version: Int64,
    motif: String,
  ) {
    self.seance = seance
    self.etudiant = etudiant
    self.justification = justification
    self.version = version
    self.motif = motif
  }

  public func executer(_ travail: Travail) throws -> Presence {
    let seance = try travail.seance(seance)
    let lieu = try travail.lieu(de: seance).etudiant(etudiant)
    let permis = try travail.exiger(.traiterLesJustificatifs, lieu)
    guard !motif.isEmpty else { throw Refus.etat(.motifManquant) }
    guard let avant = try travail.registre.presence(seance.id, etudiant) else {
      throw Refus.inconnu(.presence)
    }
    guard avant.estUneAbsence else { throw Refus.etat(.sansAbsence) }
    var apres = avant
    apres.justification = justification
    apres.justificatif = nil
    apres.amenagement = nil
    apres.version = version + 1
    let objet = Objet(.presence, seance.id, etudiant)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      objet,
      sujet: etudiant,
      avant: avant.faits,
      apres: apres.faits,
      motif: motif,
    )
    guard version == avant.version, try travail.registre.ecrire(apres, ecriture) else {
      throw try travail.conflit(avant, apres)
    }
    return apres
  }
}
