public import Actes
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
}
