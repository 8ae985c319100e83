public import Scolarite

/// The establishment, its years, formations, curricula, promotions and règlements.
public protocol RegistreDeLaStructure {
  func etablissement() throws -> Etablissement
  func departements() throws -> [Departement]
  func ajouter(_ departement: Departement, _ ecriture: Ecriture) throws

  func annees() throws -> [AnneeOuverte]
  func annee(_ annee: AnneeUniversitaire) throws -> AnneeOuverte?
  func ajouter(_ annee: AnneeOuverte, _ ecriture: Ecriture) throws
  /// Replaces days and spans of a year.
  /// - Returns: whether the version was still the one given.
  func remplacer(_ annee: AnneeOuverte, _ ecriture: Ecriture) throws -> Bool

  func formations() throws -> [Formation]
  func ajouter(_ formation: Formation, _ ecriture: Ecriture) throws

  func maquette(_ id: Identifiant<MaquetteDeposee>) throws -> MaquetteDeposee?
  /// The versions of a curriculum, the first to the last.
  func maquettes(_ formation: Identifiant<Formation>, _ annee: AnneeUniversitaire, _ but: AnneeBUT)
    throws -> [MaquetteDeposee]
  func ajouter(_ maquette: MaquetteDeposee, _ ecriture: Ecriture) throws

  func promotions() throws -> [Promotion]
  func promotion(_ id: Identifiant<Promotion>) throws -> Promotion?
  func ajouter(_ promotion: Promotion, _ ecriture: Ecriture) throws
  /// Gives a promotion another curriculum.
  func changer(
    _ promotion: Identifiant<Promotion>,
    maquette: Identifiant<MaquetteDeposee>,
    _ ecriture: Ecriture,
  ) throws

  func groupes(_ promotion: Identifiant<Promotion>) throws -> [Groupe]
  func groupe(_ id: Identifiant<Groupe>) throws -> Groupe?
  func ajouter(_ groupe: Groupe, _ ecriture: Ecriture) throws

  /// The règlements in force in a year, of the establishment and of its departments.
  func profils(_ annee: AnneeUniversitaire) throws -> [ProfilAdopte]
  func ajouter(_ profil: ProfilAdopte, _ ecriture: Ecriture) throws
  /// Replaces the text or the dates of a profile.
  /// - Returns: whether the version was still the one given.
  func remplacer(_ profil: ProfilAdopte, _ ecriture: Ecriture) throws -> Bool
}

extension RegistreDeLaStructure {
  /// The règlement of a department in a year: its own, else that of the establishment.
  func profil(_ departement: Identifiant<Departement>, _ annee: AnneeUniversitaire) throws
    -> ProfilAdopte?
  {
    let profils = try profils(annee)
    return profils.first { $0.departement == departement }
      ?? profils.first { $0.departement == nil }
  }
}
