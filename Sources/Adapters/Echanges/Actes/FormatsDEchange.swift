public import Actes
internal import JSON
public import Scolarite
internal import Synchronization

/// Reads and writes, for the acts, the documents that a register keeps as text.
///
/// What curricula and règlements ask is kept for the next act: a text never changes its meaning.
public struct FormatsDEchange: Formats {
  private let maquettes = TextesLus<String, MaquetteLue>()
  private let reglements = TextesLus<TexteDUnJour, Reglages>()

  private struct MaquetteLue: Sendable {
    let programme: Programme
    let titres: [String: String]
    let competences: [CodeUE: String]
  }

  private struct TexteDUnJour: Hashable, Sendable {
    let texte: String
    let jour: Jour
  }

  public init() {}

  public var specialitesBTS: [SpecialiteBTS] {
    do throws(DataFileError) {
      return try SpecialiteBTS.embarquees()
    } catch {
      preconditionFailure("the data that ships is read by tests: \(error)")
    }
  }

  public func specialiteBTS(_ texte: String) throws -> SpecialiteBTS {
    let lues = try SpecialiteBTS.lire(json: Array(texte.utf8))
    guard lues.count == 1, let seule = lues.first else {
      throw DataFileError.unusable("une seule spécialité est attendue, il y en a \(lues.count)")
    }
    return seule
  }

  public func texte(_ specialite: SpecialiteBTS) -> String { specialite.texte }

  public func ics(_ agenda: Agenda) throws -> [UInt8] { try agenda.ics() }

  public func maquette(_ texte: String) throws -> Maquette {
    let maquette = try lue(texte)
    _ = try Bibliotheque.programme(maquette, nom: "« \(maquette.identite.mention) »")
    return maquette
  }

  public func controler(_ texte: String) throws
    -> (maquette: Maquette, rapport: RapportDeConformite)
  {
    let lecture = try MaquetteJSON.read(
      Array(texte.utf8),
      referentiel: try Referentiel.embarque(),
    )
    return (lecture.maquette, lecture.rapport())
  }

  public func programme(_ texte: String) throws -> Programme { try demande(texte).programme }

  public func titres(_ texte: String) throws -> [String: String] { try demande(texte).titres }

  public func competences(_ texte: String) throws -> [CodeUE: String] {
    try demande(texte).competences
  }

  private func demande(_ texte: String) throws -> MaquetteLue {
    try maquettes.lire(texte) {
      let maquette = try lue(texte)
      let modules = maquette.uesSituees.flatMap { $0.ue.modules }
      return MaquetteLue(
        programme: Programme(maquette),
        titres: Dictionary(modules.map { ($0.code.canonique, $0.titre) }) { premier, _ in premier },
        competences: Dictionary(
          maquette.uesSituees.map { ($0.ue.code, $0.ue.competence.libelle) },
          uniquingKeysWith: { premier, _ in premier },
        ),
      )
    }
  }

  private func lue(_ texte: String) throws -> Maquette {
    let sansReferentiel = Referentiel(specialites: [], etablissements: [])
    return try MaquetteJSON.read(Array(texte.utf8), referentiel: sansReferentiel).maquette
  }

  public func reglages(_ texte: String, le jour: Jour) throws -> Reglages {
    try reglements.lire(TexteDUnJour(texte: texte, jour: jour)) {
      try Reglages(Bibliotheque.couches(recueil: texte), le: jour)
    }
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

/// What was read lately, by its text.
private final class TextesLus<Cle: Hashable & Sendable, Lu: Sendable>: Sendable {
  private let lus = Mutex<[Cle: Lu]>([:])

  /// An IUT has some tens of curricula a year, and as many règlements.
  private static var capacite: Int { 64 }

  /// What a text holds; read the first time only.
  func lire(_ cle: Cle, _ lecture: () throws -> Lu) rethrows -> Lu {
    if let connu = lus.withLock({ $0[cle] }) { return connu }
    let lu = try lecture()
    lus.withLock { lus in
      if lus.count >= Self.capacite { lus.removeAll() }
      lus[cle] = lu
    }
    return lu
  }
}
