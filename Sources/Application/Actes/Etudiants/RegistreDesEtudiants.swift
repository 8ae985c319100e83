public import Scolarite

/// Students and what they follow.
public protocol RegistreDesEtudiants {
  func etudiant(_ id: Identifiant<Etudiant>) throws -> Etudiant?
  func etudiant(nip: String) throws -> Etudiant?
  func etudiant(ine: String) throws -> Etudiant?
  /// The students enrolled in a promotion, those who left included, in the order of their numbers.
  func etudiants(_ promotion: Identifiant<Promotion>) throws -> [Etudiant]
  /// The same, each with whether the enrolment ended before its time.
  func inscrits(_ promotion: Identifiant<Promotion>) throws
    -> [(etudiant: Etudiant, estParti: Bool)]
  func ajouter(_ etudiants: [Etudiant], _ ecriture: Ecriture) throws
  /// Replaces the identity.
  /// - Returns: whether the version was still the one given.
  func remplacer(_ etudiant: Etudiant, _ ecriture: Ecriture) throws -> Bool

  func inscriptions(_ promotion: Identifiant<Promotion>) throws -> [Inscription]
  func inscriptions(etudiant: Identifiant<Etudiant>) throws -> [Inscription]
  /// The promotions in which the students of one are or were enrolled.
  func promotions(desEtudiantsDe promotion: Identifiant<Promotion>) throws
    -> Set<Identifiant<Promotion>>
  /// How many students of each promotion are still there on a day; none is left out.
  func effectifs(le jour: Jour) throws -> [Identifiant<Promotion>: Int]
  func inscription(_ id: Identifiant<Inscription>) throws -> Inscription?
  func ajouter(_ inscriptions: [Inscription], _ ecriture: Ecriture) throws
  /// Replaces semesters, statuts and end.
  /// - Returns: whether the version was still the one given.
  func remplacer(_ inscription: Inscription, _ ecriture: Ecriture) throws -> Bool

  /// Who stands in which group of a promotion.
  func membres(_ promotion: Identifiant<Promotion>) throws
    -> [(groupe: Identifiant<Groupe>, etudiant: Identifiant<Etudiant>)]
  /// The groups in which a student stands, in every promotion.
  func groupes(etudiant: Identifiant<Etudiant>) throws -> [Identifiant<Groupe>]
  func entrer(
    _ etudiants: [Identifiant<Etudiant>],
    dans groupe: Identifiant<Groupe>,
    _ ecriture: Ecriture,
  ) throws
  func sortir(
    _ etudiant: Identifiant<Etudiant>,
    de groupe: Identifiant<Groupe>,
    _ ecriture: Ecriture,
  ) throws

  func personneDeConfiance(_ etudiant: Identifiant<Etudiant>) throws -> PersonneDeConfiance?
  func designer(
    _ personne: PersonneDeConfiance?,
    _ etudiant: Identifiant<Etudiant>,
    _ ecriture: Ecriture,
  ) throws

  func amenagements(_ etudiant: Identifiant<Etudiant>) throws -> [Amenagement]
  func ajouter(_ amenagement: Amenagement, _ ecriture: Ecriture) throws
  /// Ends an accommodation on a day.
  func terminer(_ id: Identifiant<Amenagement>, le jour: Jour, _ ecriture: Ecriture) throws
}
