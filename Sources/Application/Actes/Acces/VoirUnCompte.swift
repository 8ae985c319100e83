/// One account, with the scopes that a role may be given on.
public struct VoirUnCompte: Question {
  public static let nom = "voir-un-compte"
  public let utilisateur: Identifiant<Utilisateur>

  /// What there is to see of it.
  public struct Etat: Sendable {
    public let compte: CompteSuivi
    /// The name of the student’s record, where the person is a student.
    public let etudiant: String?
    public let lieux: LieuxNommes
    /// Where the person is written to now, and the address that was given for it.
    public let adresse: String?
    public let adresseDonnee: String?
  }

  public init(_ utilisateur: Identifiant<Utilisateur>) {
    self.utilisateur = utilisateur
  }

  public func executer(_ travail: Travail) throws -> Etat {
    _ = try travail.exiger(.administrer, .etablissement)
    guard let trouve = try travail.registre.utilisateur(utilisateur),
      let serrure = try travail.registre.etatDeSerrure(utilisateur)
    else { throw Refus.inconnu(.utilisateur) }
    let roles = try travail.registre.habilitations().filter { $0.utilisateur == utilisateur }
    return Etat(
      compte: CompteSuivi(utilisateur: trouve, serrure: serrure, roles: roles),
      etudiant: try trouve.etudiant.flatMap { try travail.registre.etudiant($0)?.nomAffiche },
      lieux: try travail.lieuxNommes(),
      adresse: try travail.registre.adresseDeCourrier(utilisateur),
      adresseDonnee: try travail.registre.adresseDonnee(utilisateur),
    )
  }
}

/// The student who bears a number, so that an account may be that of their record.
public struct DesignerUnEtudiant: Question {
  public static let nom = "designer-un-etudiant"
  public let nip: String

  public init(nip: String) {
    self.nip = nip
  }

  public func executer(_ travail: Travail) throws -> Identifiant<Etudiant> {
    _ = try travail.exiger(.administrer, .etablissement)
    guard let etudiant = try travail.registre.etudiant(nip: nip) else {
      throw Refus.donnees([.init("numéro d’étudiant", .inconnue(vu: nip))])
    }
    return etudiant.id
  }
}
