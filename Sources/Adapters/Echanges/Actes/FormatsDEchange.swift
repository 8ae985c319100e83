public import Actes
internal import JSON
public import Scolarite

/// Reads and writes, for the acts, the documents that a register keeps as text.
public struct FormatsDEchange: Formats {
  public init() {}

  public func maquette(_ texte: String) throws -> Maquette {
    let sansReferentiel = Referentiel(specialites: [], etablissements: [])
    let lue = try MaquetteJSON.read(Array(texte.utf8), referentiel: sansReferentiel)
    _ = try Bibliotheque.programme(lue.maquette, nom: lue.maquette.identite.mention)
    return lue.maquette
  }

  public func reglages(_ texte: String, le jour: Jour) throws -> Reglages {
    try Reglages(Bibliotheque.couches(recueil: texte), le: jour)
  }

  public func texte(_ dossier: Dossier, profil: String) throws -> String {
    try DossierJSON.encode(dossier, profil: profil).compact()
  }

  public func proposition(_ dossier: Dossier, _ reglement: Reglement, profil: String) throws
    -> String
  {
    let lu = DossierLu(
      etudiant: dossier.etudiant,
      profil: profil,
      date: dossier.annees.last.map { Jour(ouvrant: $0.annee) } ?? Jour(ouvrant: .sessionBTS),
      reglement: reglement,
      demande: .but(dossier),
    )
    let resultats = Deliberation<SansPreuve>.resultats(dossier, reglement)
    return ResultatsJSON.encode(resultats, de: lu).compact()
  }
}
