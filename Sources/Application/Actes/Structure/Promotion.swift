public import Scolarite

/// A version of a curriculum, as it was deposited.
public struct MaquetteDeposee: Hashable, Sendable {
  public let id: Identifiant<MaquetteDeposee>
  public let formation: Identifiant<Formation>
  public let annee: AnneeUniversitaire
  public let anneeBUT: AnneeBUT
  /// 1 for the first; each change is a new version.
  public let numero: Int
  /// The curriculum as JSON.
  public let texte: String
  /// Why it was changed after the time allowed; `nil` when it was in time (L613-1).
  public let irregularite: String?

  public init(
    id: Identifiant<MaquetteDeposee>,
    formation: Identifiant<Formation>,
    annee: AnneeUniversitaire,
    anneeBUT: AnneeBUT,
    numero: Int,
    texte: String,
    irregularite: String?,
  ) {
    self.id = id
    self.formation = formation
    self.annee = annee
    self.anneeBUT = anneeBUT
    self.numero = numero
    self.texte = texte
    self.irregularite = irregularite
  }
}

/// The students of one year of one formation.
public struct Promotion: Hashable, Sendable {
  public let id: Identifiant<Promotion>
  public let formation: Identifiant<Formation>
  public let departement: Identifiant<Departement>
  public let annee: AnneeUniversitaire
  public let anneeBUT: AnneeBUT
  public let nom: String
  /// The curriculum that it follows now.
  public let maquette: Identifiant<MaquetteDeposee>
  public let version: Int64

  public init(
    id: Identifiant<Promotion>,
    formation: Identifiant<Formation>,
    departement: Identifiant<Departement>,
    annee: AnneeUniversitaire,
    anneeBUT: AnneeBUT,
    nom: String,
    maquette: Identifiant<MaquetteDeposee>,
    version: Int64,
  ) {
    self.id = id
    self.formation = formation
    self.departement = departement
    self.annee = annee
    self.anneeBUT = anneeBUT
    self.nom = nom
    self.maquette = maquette
    self.version = version
  }

  public var lieu: Lieu { Lieu(departement: departement, promotion: id) }
}

/// A group of a promotion: TD, TP, a parcours, an option.
public struct Groupe: Hashable, Sendable {
  public let id: Identifiant<Groupe>
  public let promotion: Identifiant<Promotion>
  public let nature: Nature
  public let nom: String

  /// What a group is made for.
  public enum Nature: String, CaseIterable, Hashable, Sendable {
    case td, tp, parcours, option, autre
  }

  public init(
    id: Identifiant<Groupe>,
    promotion: Identifiant<Promotion>,
    nature: Nature,
    nom: String,
  ) {
    self.id = id
    self.promotion = promotion
    self.nature = nature
    self.nom = nom
  }
}

/// A règlement put in force, for the establishment or one department.
public struct ProfilAdopte: Hashable, Sendable {
  public let id: Identifiant<ProfilAdopte>
  /// `nil` for the whole establishment.
  public let departement: Identifiant<Departement>?
  public let annee: AnneeUniversitaire
  public let nom: String
  /// The profile with those that it inherits from, as JSON.
  public let texte: String
  /// When the council of the IUT adopted it.
  public let conseil: Jour?
  /// When the CFVU adopted what touches evaluation (R2.10); `nil` is shown to the jury (A10).
  public let cfvu: Jour?
  /// Why it was changed after the time allowed; `nil` when it was in time (L613-1).
  public let irregularite: String?
  public let version: Int64

  public init(
    id: Identifiant<ProfilAdopte>,
    departement: Identifiant<Departement>?,
    annee: AnneeUniversitaire,
    nom: String,
    texte: String,
    conseil: Jour?,
    cfvu: Jour?,
    irregularite: String?,
    version: Int64,
  ) {
    self.id = id
    self.departement = departement
    self.annee = annee
    self.nom = nom
    self.texte = texte
    self.conseil = conseil
    self.cfvu = cfvu
    self.irregularite = irregularite
    self.version = version
  }
}
