/// An IUT: what every other record belongs to.
public struct Etablissement: Hashable, Sendable {
  public let id: Identifiant<Etablissement>
  /// A short name that does not change: « iut-nulle-part ».
  public let code: String
  public let nom: String
  public let ville: String

  public init(id: Identifiant<Etablissement>, code: String, nom: String, ville: String) {
    self.id = id
    self.code = code
    self.nom = nom
    self.ville = ville
  }
}

/// A department of the IUT.
public struct Departement: Hashable, Sendable {
  public let id: Identifiant<Departement>
  /// « MMI ».
  public let code: String
  public let nom: String

  public init(id: Identifiant<Departement>, code: String, nom: String) {
    self.id = id
    self.code = code
    self.nom = nom
  }
}

/// A speciality that a department teaches.
public struct Formation: Hashable, Sendable {
  public let id: Identifiant<Formation>
  public let departement: Identifiant<Departement>
  /// « BUT MMI ».
  public let code: String
  public let nom: String

  public init(
    id: Identifiant<Formation>,
    departement: Identifiant<Departement>,
    code: String,
    nom: String,
  ) {
    self.id = id
    self.departement = departement
    self.code = code
    self.nom = nom
  }
}
