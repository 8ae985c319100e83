public import Scolarite

/// Who is expected at a test or a slot: a list for the door, or a sheet to sign.
public struct ListeDePresence: Hashable, Sendable {
  public let cursus: Cursus
  public let epreuve: Epreuve
  public let lignes: [Ligne]
  /// Those who supervise, by name.
  public let surveillants: [String]
  /// The rules of the room; empty where no test is sat.
  public let regles: String

  /// Somebody who is expected.
  public struct Ligne: Hashable, Sendable {
    public let nom: String
    public let nip: String
    /// Group, or place in the room.
    public let place: String
    /// Extra time, separate room, assistant: what the supervisor must know.
    public let amenagements: [String]

    public init(nom: String, nip: String, place: String, amenagements: [String]) {
      self.nom = nom
      self.nip = nip
      self.place = place
      self.amenagements = amenagements
    }
  }

  public init(
    cursus: Cursus,
    epreuve: Epreuve,
    lignes: [Ligne],
    surveillants: [String],
    regles: String = "",
  ) {
    self.cursus = cursus
    self.epreuve = epreuve
    self.lignes = lignes
    self.surveillants = surveillants
    self.regles = regles
  }
}

/// A test as it is announced.
public struct Epreuve: Hashable, Sendable {
  /// « R101 – Anglais ».
  public let module: String
  /// « Contrôle 1 », « Session 2 ».
  public let intitule: String
  public let jour: Jour?
  /// « 8 h 30 »; empty while it is not fixed.
  public let heure: String
  /// « 1 h 30 »; empty while it is not fixed.
  public let duree: String
  public let lieu: String
  /// What is permitted, what must be handed in.
  public let consignes: String

  public init(
    module: String,
    intitule: String,
    jour: Jour?,
    heure: String,
    duree: String,
    lieu: String,
    consignes: String,
  ) {
    self.module = module
    self.intitule = intitule
    self.jour = jour
    self.heure = heure
    self.duree = duree
    self.lieu = lieu
    self.consignes = consignes
  }
}

/// The tests to which a student is called.
public struct Convocation: Hashable, Sendable {
  public let titulaire: Titulaire
  public let cursus: Cursus
  public let epreuves: [Epreuve]
  public let amenagements: [String]

  public init(
    titulaire: Titulaire,
    cursus: Cursus,
    epreuves: [Epreuve],
    amenagements: [String],
  ) {
    self.titulaire = titulaire
    self.cursus = cursus
    self.epreuves = epreuves
    self.amenagements = amenagements
  }
}
