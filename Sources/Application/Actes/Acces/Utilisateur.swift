public import Scolarite

/// Somebody who may sign in.
public struct Utilisateur: Hashable, Sendable {
  public let id: Identifiant<Utilisateur>
  /// What the person signs in with, unique in the establishment.
  public let identifiant: String
  public let nom: String
  /// The student's record, when the person is a student.
  public let etudiant: Identifiant<Etudiant>?
  public let actif: Bool

  public init(
    id: Identifiant<Utilisateur>,
    identifiant: String,
    nom: String,
    etudiant: Identifiant<Etudiant>?,
    actif: Bool,
  ) {
    self.id = id
    self.identifiant = identifiant
    self.nom = nom
    self.etudiant = etudiant
    self.actif = actif
  }
}

/// A role given, with the days between which it holds.
public struct HabilitationDatee: Hashable, Sendable {
  public let id: Identifiant<Habilitation>
  public let utilisateur: Identifiant<Utilisateur>
  public let habilitation: Habilitation
  public let depuis: Jour
  /// The last day; `nil` while none is set.
  public let jusqua: Jour?

  public init(
    id: Identifiant<Habilitation>,
    utilisateur: Identifiant<Utilisateur>,
    habilitation: Habilitation,
    depuis: Jour,
    jusqua: Jour?,
  ) {
    self.id = id
    self.utilisateur = utilisateur
    self.habilitation = habilitation
    self.depuis = depuis
    self.jusqua = jusqua
  }
}

/// Users and what they may do.
public protocol RegistreDesAcces {
  /// The roles that a user holds on a day; none for somebody who is no longer active.
  func habilitations(_ utilisateur: Identifiant<Utilisateur>, le jour: Jour) throws
    -> [Habilitation]
  /// Who holds a role on a module of a promotion on a day, by canonical code and by name.
  func charges(_ promotion: Identifiant<Promotion>, le jour: Jour) throws
    -> [(module: String, role: Role, utilisateur: Utilisateur)]
  func utilisateur(_ id: Identifiant<Utilisateur>) throws -> Utilisateur?
  func utilisateur(identifiant: String) throws -> Utilisateur?
  func utilisateurs() throws -> [Utilisateur]
  func habilitations() throws -> [HabilitationDatee]
  func ajouter(_ utilisateur: Utilisateur, _ ecriture: Ecriture) throws
  func modifier(_ utilisateur: Utilisateur, _ ecriture: Ecriture) throws
  func ajouter(_ habilitation: HabilitationDatee, _ ecriture: Ecriture) throws
  /// Ends a role on a day.
  func terminer(_ id: Identifiant<Habilitation>, le jour: Jour, _ ecriture: Ecriture) throws
}
