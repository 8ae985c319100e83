public import Scolarite

/// Enrols one student by number and name: somebody whom the register knows, or a new student.
///
/// It never changes who somebody is: a known number goes with the names that it has.
public struct InscrireParNumero: Acte {
  public static let nom = "inscrire-par-numero"
  public let promotion: Identifiant<Promotion>
  public let identite: IdentiteDEtudiant
  public let statut: Statut
  public let debut: Jour

  public init(
    promotion: Identifiant<Promotion>,
    identite: IdentiteDEtudiant,
    statut: Statut,
    debut: Jour,
  ) {
    self.promotion = promotion
    self.identite = identite
    self.statut = statut
    self.debut = debut
  }

  public func executer(_ travail: Travail) throws -> Inscription {
    let promotion = try travail.promotion(promotion)
    let permis = try travail.exiger(.gererLesEtudiants, promotion.lieu)
    let inscription = InscrireUnEtudiant(
      try connu(travail) ?? creer(travail, permis),
      promotion: promotion.id,
      semestres: promotion.anneeBUT.semestres,
      statut: statut,
      debut: debut,
    )
    return try inscription.executer(travail)
  }

  private func creer(_ travail: Travail, _ permis: Permis) throws -> Identifiant<Etudiant> {
    let fautes = identite.fautes("étudiant", le: travail.moment.jour)
    guard fautes.isEmpty else { throw Refus.donnees(fautes) }
    return try travail.creer(identite, permis)
  }

  /// Who bears the number: the number is enough for whoever sees the student, the names go with it
  /// for anybody else.
  private func connu(_ travail: Travail) throws -> Identifiant<Etudiant>? {
    guard let etudiant = try travail.registre.etudiant(nip: identite.nip),
      let actuelle = etudiant.identite
    else { return nil }
    let estSansNoms = identite.nomCivil.isEmpty && identite.prenomCivil.isEmpty
    if try estSansNoms && travail.connait(etudiant.id) { return etudiant.id }
    let fautes = identite.fautes("étudiant", le: travail.moment.jour)
    guard fautes.isEmpty else { throw Refus.donnees(fautes) }
    guard identite.porteLesNoms(de: actuelle) else {
      throw Refus.etat(.identifiantDejaPris(identite.nip))
    }
    return etudiant.id
  }
}

extension Travail {
  /// Makes a student, with an entry of the journal that can be erased with the student.
  func creer(_ identite: IdentiteDEtudiant, _ permis: Permis) throws -> Identifiant<Etudiant> {
    let etudiant = Etudiant(
      id: try registre.nouvelIdentifiant(),
      identite: identite,
      version: 1,
    )
    let ecriture = try inscrire(
      "creer-un-etudiant",
      permis,
      Objet(.etudiant, etudiant.id),
      sujet: etudiant.id,
      apres: identite.faits,
    )
    try registre.ajouter([etudiant], ecriture)
    return etudiant.id
  }
}
