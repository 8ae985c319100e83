public import Actes
internal import JSON
public import Scolarite
internal import Synchronization

/// Reads and writes, for the acts, the documents that a register keeps as text.
///
/// What curricula ask is kept for the next act, since a text never changes its meaning.
public struct FormatsDEchange: Formats {
  private let lus = ProgrammesLus()

  public init() {}

  public func maquette(_ texte: String) throws -> Maquette {
    let maquette = try lue(texte)
    _ = try Bibliotheque.programme(maquette, nom: "« \(maquette.identite.mention) »")
    return maquette
  }

  public func programme(_ texte: String) throws -> Programme {
    if let connu = lus[texte] { return connu }
    let programme = Programme(try lue(texte))
    lus.garder(programme, texte)
    return programme
  }

  private func lue(_ texte: String) throws -> Maquette {
    let sansReferentiel = Referentiel(specialites: [], etablissements: [])
    return try MaquetteJSON.read(Array(texte.utf8), referentiel: sansReferentiel).maquette
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

/// What the curricula read lately ask, by their text.
private final class ProgrammesLus: Sendable {
  private let lus = Mutex<[String: Programme]>([:])

  /// An IUT has some tens of curricula a year.
  private static let capacite = 64

  subscript(texte: String) -> Programme? { lus.withLock { $0[texte] } }

  func garder(_ programme: Programme, _ texte: String) {
    lus.withLock { lus in
      if lus.count >= Self.capacite { lus.removeAll() }
      lus[texte] = programme
    }
  }
}
