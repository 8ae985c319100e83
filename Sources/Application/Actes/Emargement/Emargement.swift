public import Scolarite

/// The electronic sign-in of a slot: whoever is in the room reads a code that changes (R1.P.2).
public struct Emargement: Hashable, Sendable {
  public let seance: Identifiant<Seance>
  /// The key of its codes, in base 32; empty once it is closed.
  public let cle: String
  /// How long a code is shown, in seconds.
  public let pas: Int
  public let ouvert: Instant
  public let ferme: Instant?

  /// How long a code may be shown, and how long it is unless somebody says otherwise.
  public static let pasPossibles = 10...120
  public static let pasHabituel = 20

  public init(
    seance: Identifiant<Seance>,
    cle: String,
    pas: Int,
    ouvert: Instant,
    ferme: Instant?,
  ) {
    self.seance = seance
    self.cle = cle
    self.pas = pas
    self.ouvert = ouvert
    self.ferme = ferme
  }

  public var estOuvert: Bool { ferme == nil }
}

extension Emargement {
  /// The code that is shown at a moment; `nil` once it is closed.
  public func code(a moment: Horodatage, _ secrets: any Secrets) -> String? {
    code(rang(moment), secrets)
  }

  /// How many seconds the code of a moment is still shown.
  public func reste(a moment: Horodatage) -> Int {
    let duree = Int64(pas) * 1000
    return Int((duree - moment.millisecondes % duree + 999) / 1000)
  }

  /// What a code that somebody types is worth.
  enum Valeur {
    /// The one that is shown, or the one before: typing takes time.
    case bon
    /// It was shown earlier.
    case perime
    case faux
  }

  func valeur(de code: String, a moment: Horodatage, _ secrets: any Secrets) -> Valeur {
    let rang = rang(moment)
    for ancien in 0...Self.memoire where self.code(rang - ancien, secrets) == code {
      return ancien <= 1 ? .bon : .perime
    }
    return .faux
  }

  /// How many codes are known to have been shown: an hour of those of twenty seconds.
  private static let memoire: Int64 = 180

  private func rang(_ moment: Horodatage) -> Int64 { moment.millisecondes / (Int64(pas) * 1000) }

  private func code(_ rang: Int64, _ secrets: any Secrets) -> String? {
    guard estOuvert, let octets = secrets.cle(texte: cle) else { return nil }
    return secrets.secondFacteur(octets, pas: rang)
  }
}

/// That a student signed, from what, and when.
public struct SignatureDePresence: Hashable, Sendable {
  public let seance: Identifiant<Seance>
  public let etudiant: Identifiant<Etudiant>
  public let moment: Instant
  /// Digests that serve to compare signatures of this slot, and of no other.
  public let appareil: Empreinte
  public let adresse: Empreinte

  public init(
    seance: Identifiant<Seance>,
    etudiant: Identifiant<Etudiant>,
    moment: Instant,
    appareil: Empreinte,
    adresse: Empreinte,
  ) {
    self.seance = seance
    self.etudiant = etudiant
    self.moment = moment
    self.appareil = appareil
    self.adresse = adresse
  }
}

extension [SignatureDePresence] {
  /// Those who signed from a device that served for several.
  var surUnMemeAppareil: Set<Identifiant<Etudiant>> {
    Set(
      Dictionary(grouping: self, by: \.appareil).values.filter { $0.count > 1 }.joined().map(
        \.etudiant
      )
    )
  }

  /// Those who signed together from an address that is not the one of most: a room has one for all.
  var aUneMemeAdresseAilleurs: Set<Identifiant<Etudiant>> {
    let groupes = Dictionary(grouping: self, by: \.adresse).values
    let plusGrand = groupes.map(\.count).max() ?? 0
    let salle = groupes.filter { $0.count == plusGrand }.count == 1 ? plusGrand : Int.max
    return Set(groupes.filter { $0.count > 1 && $0.count < salle }.joined().map(\.etudiant))
  }
}
