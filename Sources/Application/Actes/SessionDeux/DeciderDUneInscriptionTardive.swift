internal import Scolarite

/// Accepts a late enrolment, which enrols the student, or refuses it; the reason is written.
public struct DeciderDUneInscriptionTardive: Acte {
  public static let nom = "decider-d-une-inscription-tardive"
  public let demande: Identifiant<InscriptionTardive>
  public let accepte: Bool
  public let motif: String
  /// The version that was read.
  public let version: Int64

  public init(
    _ demande: Identifiant<InscriptionTardive>,
    accepte: Bool,
    motif: String,
    version: Int64,
  ) {
    self.demande = demande
    self.accepte = accepte
    self.motif = motif
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> InscriptionTardive {
    let avant = try travail.inscriptionTardive(demande)
    let session = try travail.sessionDeRattrapage(avant.campagne)
    let promotion = try travail.promotion(session.promotion)
    let permis = try travail.exiger(.deciderEnSession2, promotion.lieu)
    guard avant.estOuverte else { throw Refus.etat(.demandeTraitee) }
    guard !motif.isEmpty else { throw Refus.etat(.motifManquant) }
    var apres = avant
    let jour = travail.moment.jour
    apres.etat =
      accepte ? .acceptee(le: jour, motif: motif) : .refusee(le: jour, motif: motif)
    apres.version = version
    let objet = Objet(.inscriptionTardive, avant.id)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      objet,
      sujet: avant.etudiant,
      avant: avant.faits,
      apres: apres.faits,
    )
    guard try travail.registre.remplacer(apres, ecriture) else {
      throw try travail.conflit(objet, avant.faits, apres.faits, avant.version)
    }
    if accepte { try inscrire(avant, session, ecriture, travail) }
    apres.version += 1
    return apres
  }

  /// Enrols under the entry of the decision, over what was answered in time.
  private func inscrire(
    _ demande: InscriptionTardive,
    _ session: SessionDeRattrapage,
    _ ecriture: Ecriture,
    _ travail: Travail,
  ) throws {
    try travail.verifierLesUES(demande.ues, de: demande.etudiant, session)
    let stand = try travail.registre.inscriptionEnSession2(demande.etudiant, session.promotion)
    let ues = Set(stand?.ues ?? []).union(demande.ues)
    let inscription = InscriptionEnSession2(
      promotion: session.promotion,
      etudiant: demande.etudiant,
      campagne: session.campagne,
      ues: ues.sorted { $0.texte < $1.texte },
      version: (stand?.version ?? 0) + 1,
      recu: travail.moment.horodatage,
    )
    guard try travail.registre.ecrire(inscription, ecriture) else {
      throw Refus.etat(.dejaInscrit)
    }
  }
}

extension Travail {
  func inscriptionTardive(_ id: Identifiant<InscriptionTardive>) throws -> InscriptionTardive {
    guard let demande = try registre.inscriptionTardive(id) else {
      throw Refus.inconnu(.inscriptionTardive)
    }
    return demande
  }
}
