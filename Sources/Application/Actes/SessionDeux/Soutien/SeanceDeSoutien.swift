public import Scolarite

/// A support session, offered before session 2 to those enrolled for a UE (§ 5).
public struct SeanceDeSoutien: Hashable, Sendable {
  public let id: Identifiant<SeanceDeSoutien>
  public let campagne: Identifiant<Campagne>
  public let ue: CodeUE
  public let debut: Instant
  public let fin: Instant
  public let salle: String
  public let enseignant: String
  /// `nil` where everybody fits.
  public let places: Int?
  /// Why it does not take place.
  public var annulee: String?
  public var version: Int64

  public init(
    id: Identifiant<SeanceDeSoutien>,
    campagne: Identifiant<Campagne>,
    ue: CodeUE,
    debut: Instant,
    fin: Instant,
    salle: String,
    enseignant: String,
    places: Int?,
    annulee: String? = nil,
    version: Int64 = 1,
  ) {
    self.id = id
    self.campagne = campagne
    self.ue = ue
    self.debut = debut
    self.fin = fin
    self.salle = salle
    self.enseignant = enseignant
    self.places = places
    self.annulee = annulee
    self.version = version
  }
}

/// A student who comes to a support session.
public struct InscriptionAuSoutien: Hashable, Sendable {
  public let seance: Identifiant<SeanceDeSoutien>
  public let etudiant: Identifiant<Etudiant>
  /// `nil` until attendance is taken.
  public let present: Bool?

  public init(
    seance: Identifiant<SeanceDeSoutien>,
    etudiant: Identifiant<Etudiant>,
    present: Bool? = nil,
  ) {
    self.seance = seance
    self.etudiant = etudiant
    self.present = present
  }
}

/// Support sessions and who comes to them.
public protocol RegistreDuSoutien {
  /// The UE that the département holds fundamental: they are served first.
  func uesFondamentales(_ campagne: Identifiant<Campagne>) throws -> [CodeUE]
  func fixer(
    uesFondamentales ues: [CodeUE],
    _ campagne: Identifiant<Campagne>,
    _ ecriture: Ecriture,
  ) throws

  func seanceDeSoutien(_ id: Identifiant<SeanceDeSoutien>) throws -> SeanceDeSoutien?
  /// In the order of their hours.
  func seancesDeSoutien(_ campagne: Identifiant<Campagne>) throws -> [SeanceDeSoutien]
  func ajouter(_ seance: SeanceDeSoutien, _ ecriture: Ecriture) throws
  /// Replaces whether it takes place.
  /// - Returns: whether the version was still the one given.
  func remplacer(_ seance: SeanceDeSoutien, _ ecriture: Ecriture) throws -> Bool

  func inscriptionsAuSoutien(_ campagne: Identifiant<Campagne>) throws -> [InscriptionAuSoutien]
  /// Writes that a student comes, and whether they did.
  func ecrire(_ inscription: InscriptionAuSoutien, _ ecriture: Ecriture) throws
  func retirer(_ inscription: InscriptionAuSoutien, _ ecriture: Ecriture) throws
}

extension SeanceDeSoutien {
  var faits: Faits {
    [
      "ue": .texte(ue.texte), "debut": .texte(debut.description), "fin": .texte(fin.description),
      "salle": .texte(salle), "enseignant": .texte(enseignant),
      "places": places.map { .entier(Int64($0)) } ?? .vide, "annulee": Faits.Valeur(annulee),
    ]
  }
}
