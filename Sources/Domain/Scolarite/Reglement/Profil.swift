/// A layer of the règlement: national, of an establishment, of a department.
public struct Profil: Sendable {
  public let nom: String
  public let titre: String
  public let couche: Couche
  /// The dated values of each parameter that the layer sets.
  public let parametres: [String: [ValeurDatee]]
  /// Values for some UE only, which prevail over those of every layer.
  public let exceptions: [Exception]

  /// Where a layer stands; a later one prevails.
  public enum Couche: String, CaseIterable, Sendable {
    case national
    case etablissement
    case departement
  }

  /// A value and the period it holds.
  public struct ValeurDatee: Sendable {
    public let depuis: Jour
    /// The last day; `nil` while no other text has come.
    public let jusqua: Jour?
    public let valeur: ValeurDeParametre
    /// The text and article that set it.
    public let source: String
    /// Whether the institution must still choose or confirm.
    public let aConfirmer: Bool

    public init(
      depuis: Jour,
      jusqua: Jour?,
      valeur: ValeurDeParametre,
      source: String,
      aConfirmer: Bool,
    ) {
      self.depuis = depuis
      self.jusqua = jusqua
      self.valeur = valeur
      self.source = source
      self.aConfirmer = aConfirmer
    }

    func vaut(le jour: Jour) -> Bool { depuis <= jour && jour <= jusqua ?? jour }
  }

  /// A value that holds for some UE.
  public struct Exception: Sendable {
    public let parametre: String
    public let ues: [CodeUE]
    public let valeur: ValeurDatee

    public init(parametre: String, ues: [CodeUE], valeur: ValeurDatee) {
      self.parametre = parametre
      self.ues = ues
      self.valeur = valeur
    }
  }

  public init(
    nom: String,
    titre: String,
    couche: Couche,
    parametres: [String: [ValeurDatee]],
    exceptions: [Exception],
  ) {
    self.nom = nom
    self.titre = titre
    self.couche = couche
    self.parametres = parametres
    self.exceptions = exceptions
  }
}

/// The value of a parameter, of the type that its definition asks for.
public enum ValeurDeParametre: Hashable, Sendable {
  case nombre(Decimale)
  case booleen(Bool)
  case mot(String)
  case date(Jour)
  case rien

  /// Whether the value is of a type and within its bounds.
  public func convient(a type: Parametre.TypeDeValeur) -> Bool {
    switch (self, type) {
    case (.nombre(let valeur), .nombre(let minimum, let maximum)),
      (.nombre(let valeur), .nombreOuRien(let minimum, let maximum)):
      (minimum...maximum).contains(valeur)
    case (.booleen, .booleen), (.date, .dateOuRien): true
    case (.mot(let mot), .choix(let mots)): mots.contains(mot)
    case (.rien, .nombreOuRien), (.rien, .dateOuRien): true
    default: false
    }
  }
}

extension ValeurDeParametre: CustomStringConvertible {
  public var description: String {
    switch self {
    case .nombre(let valeur): valeur.litteralJSON
    case .booleen(let valeur): valeur ? "true" : "false"
    case .mot(let mot): mot
    case .date(let jour): jour.description
    case .rien: "rien"
    }
  }
}
