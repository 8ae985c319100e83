import Actes
import Echanges
import Registre
import SQL
import Scolarite
import Soutien
import Synchronization
import Testing

/// A register on a fresh base of either engine, with an IUT that does not exist.
struct RegistreDEssai {
  let base: BaseTemporaire
  let registre: RegistreSQL
  let bureau: Bureau
  let horloge: HorlogeDEssai
  let iut: Identifiant<Etablissement>
  private let place: Place?

  init(_ moteur: SQLEngine) async throws {
    place = moteur == .postgresql ? await Place.prendre() : nil
    let modele = try await RegistreModele.de(moteur)
    base = try BaseTemporaire(copying: modele.base)
    registre = try RegistreSQL(Self.adresse(base), lecteurs: 2)
    horloge = HorlogeDEssai(depuis: modele.horloge)
    bureau = Bureau(registre: registre, horloge: horloge.horloge, formats: FormatsDEchange())
    iut = modele.iut
  }

  /// The address of a base.
  static func adresse(_ base: BaseTemporaire) -> AdresseDeBase {
    base.engine == .sqlite ? .sqlite(base.address) : .postgresql(base.address)
  }

  /// Does an act as whoever holds the machine.
  func faire<A: Acte>(_ acte: A) async throws -> A.Resultat {
    try await bureau.faire(acte, par: .console("essai"), dans: iut)
  }

  /// Does an act as a user.
  func faire<A: Acte>(_ acte: A, par utilisateur: Utilisateur) async throws -> A.Resultat {
    try await bureau.faire(acte, par: .utilisateur(utilisateur.id), dans: iut)
  }

  /// Lets the proposals stand, one by one, for those on whom a jury has not taken position.
  func adopter(_ etudiants: [Identifiant<Etudiant>], en jury: SessionDeJury) async throws {
    let examines = try await lire { try $0.projets(jury.id).map(\.etudiant) }
    for etudiant in Set(etudiants).subtracting(examines).sorted() {
      _ = try await faire(DeciderEnJury(jury: jury.id, etudiant: etudiant, decisions: []))
    }
  }

  /// Reads the register.
  func lire<R: Sendable>(_ corps: @escaping @Sendable (any Transaction) throws -> R) async throws
    -> R
  {
    try await registre.lire(iut, corps)
  }

  /// A user with one role.
  func utilisateur(_ role: Role, sur portee: Portee) async throws -> Utilisateur {
    let nom = "\(role.rawValue)-\(horloge.suivant())"
    let utilisateur = try await faire(CreerUnUtilisateur(.init(identifiant: nom, nom: nom)))
    _ = try await faire(
      DonnerUnRole(role, sur: portee, a: utilisateur.id, depuis: horloge.moment.jour)
    )
    return utilisateur
  }
}

/// A register of an IUT that has just been founded, made once for each engine: trials copy it.
private struct RegistreModele {
  let base: BaseTemporaire
  let horloge: HorlogeDEssai
  let iut: Identifiant<Etablissement>

  private static let sqlite = Task { try await RegistreModele(.sqlite) }
  private static let postgresql = Task { try await RegistreModele(.postgresql) }

  static func de(_ moteur: SQLEngine) async throws -> RegistreModele {
    switch moteur {
    case .sqlite: try await sqlite.value
    case .postgresql: try await postgresql.value
    }
  }

  private init(_ moteur: SQLEngine) async throws {
    base = try BaseTemporaire.model(moteur)
    let registre = try RegistreSQL(RegistreDEssai.adresse(base), lecteurs: 2)
    // A base to which somebody is connected is not copied.
    defer { registre.fermer() }
    horloge = HorlogeDEssai()
    let bureau = Bureau(registre: registre, horloge: horloge.horloge, formats: FormatsDEchange())
    let fondation = try #require(
      Fondation(code: "iut-nulle-part", nom: "IUT de Nulle-Part", ville: "Nulle-Part")
    )
    iut = try await bureau.fonder(
      Fonder(
        fondation: fondation,
        administrateur: NouvelUtilisateur(identifiant: "admin", nom: "Ada Ministre"),
      ),
      console: "essai",
    ).id
  }
}

/// A clock that a test sets; each reading is one second later.
final class HorlogeDEssai: Sendable {
  private let secondes: Mutex<Int64>
  private let jour = Mutex<Jour>(Jour(ouvrant: AnneeUniversitaire.essai))

  private let heure = Mutex<String>("08:00")
  private let fige = Mutex<Moment?>(nil)

  /// Starts at the opening of the year, or where another stands.
  init(depuis autre: HorlogeDEssai? = nil) {
    secondes = Mutex(autre?.secondes.withLock { $0 } ?? 0)
  }

  var moment: Moment {
    if let fige = fige.withLock({ $0 }) { return fige }
    let secondes = secondes.withLock { valeur in
      valeur += 1
      return valeur
    }
    guard let instant = Instant("\(jour.withLock { $0 })T\(heure.withLock { $0 })") else {
      preconditionFailure("a day and an hour make an instant")
    }
    return Moment(
      horodatage: Horodatage(millisecondes: 1_757_916_000_000 + 1_000 * secondes),
      instant: instant,
    )
  }

  func suivant() -> Int64 {
    secondes.withLock { valeur in
      valeur += 1
      return valeur
    }
  }

  /// Lets time pass, the day in Paris remaining.
  func avancer(secondes nombre: Int64) { secondes.withLock { $0 += nombre } }

  /// Sets the day and the minute in Paris.
  func regler(a instant: String) throws {
    let nouveau = try #require(Instant(instant))
    jour.withLock { $0 = nouveau.jour }
    heure.withLock { $0 = String(nouveau.description.suffix(5)) }
  }

  /// Stops at a minute of UTC, whatever clocks show then.
  func figer(utc: String, paris: String) throws {
    let lu = try #require(Instant(utc))
    let origine = try #require(Jour(1970, 1, 1))
    let minutes = 1_440 * lu.jour.ecart(depuis: origine) + lu.minute
    let moment = Moment(
      horodatage: Horodatage(millisecondes: 60_000 * Int64(minutes)),
      instant: try #require(Instant(paris)),
    )
    fige.withLock { $0 = moment }
  }

  /// Goes on from where it was.
  func liberer() { fige.withLock { $0 = nil } }

  /// Sets the day in Paris.
  func regler(_ texte: String) throws {
    let nouveau = try #require(Jour(texte))
    jour.withLock { $0 = nouveau }
  }

  var horloge: Horloge {
    Horloge(maintenant: { self.moment }, instant: { _ in self.moment.instant })
  }
}

extension AnneeUniversitaire {
  /// The year of the trials.
  static let essai: AnneeUniversitaire = {
    guard let annee = AnneeUniversitaire(debut: 2025) else {
      preconditionFailure("2025 opens a year")
    }
    return annee
  }()
}

/// One of the registers that may stand on the shared server at once: it has only so many
/// connections, and tests run all together.
final class Place: Sendable {
  private static let nombre = 24
  private static let etat = Mutex<(libres: Int, attentes: [CheckedContinuation<Void, Never>])>(
    (nombre, [])
  )

  /// Waits for a place, which is given back with the last reference.
  static func prendre() async -> Place {
    await withCheckedContinuation { suite in
      let libre = etat.withLock { etat in
        guard etat.libres > 0 else {
          etat.attentes.append(suite)
          return false
        }
        etat.libres -= 1
        return true
      }
      if libre { suite.resume() }
    }
    return Place()
  }

  private init() {}

  deinit {
    let suivant = Self.etat.withLock { etat in
      guard !etat.attentes.isEmpty else {
        etat.libres += 1
        return CheckedContinuation<Void, Never>?.none
      }
      return etat.attentes.removeFirst()
    }
    suivant?.resume()
  }
}
