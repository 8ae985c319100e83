internal import Scolarite

/// Takes away a candidate who was added by mistake, with everything of theirs in that session; the
/// journal keeps what it was.
public struct RetirerUnCandidatBTS: Acte {
  public static let nom = "retirer-un-candidat-bts"
  public let inscription: Identifiant<InscriptionBTS>
  public let motif: String
  /// The version that was read.
  public let version: Int64

  public init(_ inscription: Identifiant<InscriptionBTS>, motif: String, version: Int64) {
    self.inscription = inscription
    self.motif = motif
    self.version = version
  }

  public func executer(_ travail: Travail) throws {
    let avant = try travail.inscriptionBTS(inscription)
    let (session, _) = try travail.sessionBTS(avant.session)
    let permis = try travail.exiger(.gererLesCampagnes, session.lieu)
    try session.exigerNonProclamee()
    try InscriptionBTS.verifier([("motif", motif)])
    let objet = Objet(.candidatBTS, avant.id)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      objet,
      sujet: avant.etudiant,
      avant: avant.faits,
      motif: motif,
    )
    var lue = avant
    lue.version = version
    guard try travail.registre.supprimer(lue, ecriture) else {
      throw try travail.conflit(objet, avant.faits, [:], avant.version)
    }
  }
}
