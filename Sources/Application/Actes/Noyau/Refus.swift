/// Why an act did not happen; nothing was written.
public enum Refus: Error, Hashable, Sendable {
  /// The person does not hold the right on that place.
  case interdit(Droit)
  /// There is no such thing, or not for this person.
  case inconnu(Objet.Sorte)
  /// Somebody else wrote in between.
  case conflit(Conflit)
  /// The state of the thing does not allow it.
  case etat(Etat)
  /// The règlement or the law does not allow it.
  case regle(article: String, Etat)
  /// What was given cannot be accepted, place by place.
  case donnees([Faute])

  /// A value given that cannot be accepted.
  public struct Faute: Hashable, Sendable {
    /// Where it stands: a field, a cell of a sheet.
    public let lieu: String
    public let nature: Nature

    public init(_ lieu: String, _ nature: Nature) {
      self.lieu = lieu
      self.nature = nature
    }

    /// What is wrong with it.
    public enum Nature: Hashable, Sendable {
      case absente
      case illisible(vu: String)
      case tropLongue(vu: String, limite: Int)
      case horsBornes(vu: String, bornes: String)
      /// It stands for nothing that is known here.
      case inconnue(vu: String)
      /// A student who does not sit the test, or has left before it.
      case horsDesInscrits(vu: String)
      case enDouble(vu: String)
      /// Already there, with another value.
      case contraire(vu: String, enPlace: String)
    }
  }

  /// Two writers on one thing: what the second read, what stands now, what was to be written.
  public struct Conflit: Hashable, Sendable {
    public let objet: String
    public let actuelle: String
    public let proposee: String
    /// The name of who wrote what stands now.
    public let auteur: String
    public let horodatage: Horodatage
    /// The version to give in order to write over it knowingly.
    public let version: Int64

    public init(
      objet: String,
      actuelle: String,
      proposee: String,
      auteur: String,
      horodatage: Horodatage,
      version: Int64,
    ) {
      self.objet = objet
      self.actuelle = actuelle
      self.proposee = proposee
      self.auteur = auteur
      self.horodatage = horodatage
      self.version = version
    }
  }
}
