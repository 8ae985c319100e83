public import Scolarite

/// Lets in a teacher who has no university account: an account, modules until a day, and a code to
/// choose a password, all or nothing.
public struct InviterUnEnseignant: Acte {
  public static let nom = "inviter-un-enseignant"
  public let nouveau: NouvelUtilisateur
  public let promotion: Identifiant<Promotion>
  /// The modules of the promotion, by canonical code.
  public let modules: [String]
  public let role: Role
  /// The last day on which the modules are in the person’s charge.
  public let jusqua: Jour
  /// The digest of the code to hand over.
  public let code: Empreinte

  /// The account made, and until when its code opens.
  public struct Invitation: Hashable, Sendable {
    public let utilisateur: Utilisateur
    public let expire: Horodatage
  }

  /// The roles that an invitation gives.
  public static let roles: [Role] = [.enseignant, .responsableDeModule]
  /// A week: the code is handed over, often on paper.
  public static let heures: Int64 = 168

  public init(
    _ nouveau: NouvelUtilisateur,
    promotion: Identifiant<Promotion>,
    modules: [String],
    role: Role = .enseignant,
    jusqua: Jour,
    code: Empreinte,
  ) {
    self.nouveau = nouveau
    self.promotion = promotion
    self.modules = modules
    self.role = role
    self.jusqua = jusqua
    self.code = code
  }

  public func executer(_ travail: Travail) throws -> Invitation {
    let permis = try travail.exiger(.administrer, .etablissement)
    guard !modules.isEmpty else { throw Refus.donnees([.init("modules", .absente)]) }
    guard Self.roles.contains(role) else {
      throw Refus.donnees([.init("rôle", .inconnue(vu: role.rawValue))])
    }
    let jour = travail.moment.jour
    guard jour <= jusqua else {
      throw Refus.etat(.horsPeriode(du: jour, au: jour.plus(jours: 366)))
    }
    let utilisateur = try CreerUnUtilisateur(nouveau).executer(travail)
    for module in modules {
      _ = try DonnerUnRole(
        role,
        sur: .module(promotion, module),
        a: utilisateur.id,
        depuis: jour,
        jusqua: jusqua,
      ).executer(travail)
    }
    let expire = try DonnerUnCode(a: utilisateur.id, code, heures: Self.heures).executer(travail)
    _ = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.utilisateur, utilisateur.id),
      apres: [
        "modules": .liste(modules.map { .texte($0) }), "role": .texte(role.rawValue),
        "jusqua": Faits.Valeur(jusqua),
      ],
    )
    return Invitation(utilisateur: utilisateur, expire: expire)
  }
}
