public import Scolarite

/// What is announced, asked and decided around absences.
public protocol RegistreDesAnnonces {
  func signalement(_ id: Identifiant<SignalementDAbsence>) throws -> SignalementDAbsence?
  func signalements(etudiant: Identifiant<Etudiant>) throws -> [SignalementDAbsence]
  /// Those of the students enrolled in a promotion.
  func signalements(promotion: Identifiant<Promotion>) throws -> [SignalementDAbsence]
  func ajouter(_ signalement: SignalementDAbsence, _ ecriture: Ecriture) throws

  func indisponibilites(etudiant: Identifiant<Etudiant>) throws -> [Indisponibilite]
  /// Those of the students enrolled in a promotion, for a day.
  func indisponibilites(_ promotion: Identifiant<Promotion>, le jour: Jour) throws
    -> [Indisponibilite]
  func ajouter(_ indisponibilite: Indisponibilite, _ ecriture: Ecriture) throws

  func autorisation(_ id: Identifiant<AutorisationDAbsence>) throws -> AutorisationDAbsence?
  func autorisations(etudiant: Identifiant<Etudiant>) throws -> [AutorisationDAbsence]
  /// Those of the students enrolled in a promotion.
  func autorisations(promotion: Identifiant<Promotion>) throws -> [AutorisationDAbsence]
  func ajouter(_ autorisation: AutorisationDAbsence, _ ecriture: Ecriture) throws
  /// - Returns: whether the version was still the one given.
  func remplacer(_ autorisation: AutorisationDAbsence, _ ecriture: Ecriture) throws -> Bool

  func rattrapages(etudiant: Identifiant<Etudiant>) throws -> [Rattrapage]
  func rattrapages(promotion: Identifiant<Promotion>) throws -> [Rattrapage]
  func ajouter(_ rattrapage: Rattrapage, _ ecriture: Ecriture) throws
  /// - Returns: whether the version was still the one given.
  func remplacer(_ rattrapage: Rattrapage, _ ecriture: Ecriture) throws -> Bool
}
