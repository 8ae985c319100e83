/// How far a role reaches.
public enum Portee: Hashable, Sendable {
  case etablissement
  case departement(Identifiant<Departement>)
  case promotion(Identifiant<Promotion>)
  /// A module of a promotion, by canonical code.
  case module(Identifiant<Promotion>, String)
  /// One's own record.
  case etudiant(Identifiant<Etudiant>)
}

/// Where a thing stands, from the department down: what a scope is held against.
public struct Lieu: Hashable, Sendable {
  public var departement: Identifiant<Departement>?
  public var promotion: Identifiant<Promotion>?
  /// The canonical code of a module of the promotion.
  public var module: String?
  /// The student whose record it is.
  public var etudiant: Identifiant<Etudiant>?

  public init(
    departement: Identifiant<Departement>? = nil,
    promotion: Identifiant<Promotion>? = nil,
    module: String? = nil,
    etudiant: Identifiant<Etudiant>? = nil,
  ) {
    self.departement = departement
    self.promotion = promotion
    self.module = module
    self.etudiant = etudiant
  }

  /// The establishment as a whole.
  public static let etablissement = Lieu()

  /// The same place, for a module.
  public func module(_ code: String) -> Lieu {
    var lieu = self
    lieu.module = code
    return lieu
  }

  /// The same place, without the student whose record it is.
  var sansEtudiant: Lieu {
    var lieu = self
    lieu.etudiant = nil
    return lieu
  }

  /// The same place, for a student.
  public func etudiant(_ etudiant: Identifiant<Etudiant>) -> Lieu {
    var lieu = self
    lieu.etudiant = etudiant
    return lieu
  }
}

extension Portee {
  /// Whether the scope reaches a place.
  public func couvre(_ lieu: Lieu) -> Bool {
    switch self {
    case .etablissement: true
    case .departement(let departement): lieu.departement == departement
    case .promotion(let promotion): lieu.promotion == promotion
    case .module(let promotion, let code): lieu.promotion == promotion && lieu.module == code
    case .etudiant(let etudiant): lieu.etudiant == etudiant
    }
  }
}

/// A role given to a user on a scope, for a time.
public struct Habilitation: Hashable, Sendable {
  public let role: Role
  public let portee: Portee

  public init(role: Role, portee: Portee) {
    self.role = role
    self.portee = portee
  }

  /// Whether it gives a right on a place.
  public func permet(_ droit: Droit, _ lieu: Lieu) -> Bool {
    role.droits.contains(droit) && portee.couvre(lieu)
  }
}
