public import Actes
internal import JSON
public import Scolarite
internal import Synchronization

/// Reads and writes, for the acts, the documents that a register keeps as text.
///
/// What curricula ask is kept for the next act, since a text never changes its meaning.
public struct FormatsDEchange: Formats {
  private let lues = MaquettesLues()

  public init() {}

  public func maquette(_ texte: String) throws -> Maquette {
    let maquette = try lue(texte)
    _ = try Bibliotheque.programme(maquette, nom: "« \(maquette.identite.mention) »")
    return maquette
  }

  public func programme(_ texte: String) throws -> Programme { try demande(texte).programme }

  public func titres(_ texte: String) throws -> [String: String] { try demande(texte).titres }

  private func demande(_ texte: String) throws -> MaquettesLues.Lue {
    if let connue = lues[texte] { return connue }
    let maquette = try lue(texte)
    let modules = maquette.uesSituees.flatMap { $0.ue.modules }
    let lue = MaquettesLues.Lue(
      programme: Programme(maquette),
      titres: Dictionary(modules.map { ($0.code.canonique, $0.titre) }) { premier, _ in premier },
    )
    lues.garder(lue, texte)
    return lue
  }

  private func lue(_ texte: String) throws -> Maquette {
    let sansReferentiel = Referentiel(specialites: [], etablissements: [])
    return try MaquetteJSON.read(Array(texte.utf8), referentiel: sansReferentiel).maquette
  }

  public func reglages(_ texte: String, le jour: Jour) throws -> Reglages {
    try Reglages(Bibliotheque.couches(recueil: texte), le: jour)
  }

  public var profilsFournis: [String] { Bibliotheque.profils }

  public func recueil(profil nom: String) throws -> ProfilAAdopter {
    do throws(DataFileError) {
      return ProfilAAdopter(nom: nom, texte: try Bibliotheque { _ in nil }.recueil(nom))
    } catch {
      throw ProfilRefuse(raison: error.description)
    }
  }

  public func recueil(json texte: String) throws -> ProfilAAdopter {
    let octets = Array(texte.utf8)
    do throws(DataFileError) {
      let nom = try ProfilLu(json: octets).profil.nom
      guard !Bibliotheque.profils.contains(nom) else {
        throw .unusable("« \(nom) » est le nom d’un profil fourni : donnez-lui un autre nom")
      }
      let bibliotheque = Bibliotheque { $0 == nom ? octets : nil }
      return ProfilAAdopter(nom: nom, texte: try bibliotheque.recueil(nom))
    } catch {
      throw ProfilRefuse(raison: error.description)
    }
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
private final class MaquettesLues: Sendable {
  struct Lue: Sendable {
    let programme: Programme
    let titres: [String: String]
  }

  private let lues = Mutex<[String: Lue]>([:])

  /// An IUT has some tens of curricula a year.
  private static let capacite = 64

  subscript(texte: String) -> Lue? { lues.withLock { $0[texte] } }

  func garder(_ lue: Lue, _ texte: String) {
    lues.withLock { lues in
      if lues.count >= Self.capacite { lues.removeAll() }
      lues[texte] = lue
    }
  }
}
