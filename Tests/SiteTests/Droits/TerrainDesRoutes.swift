import Actes
import Scolarite
import Testing

/// What the addresses of routes name: things of a department, and of another.
struct TerrainDesRoutes {
  let essai: SiteDEssai
  let ailleurs: [String: String]
  private let chezSoi: [String: String]
  private let etudiant: Identifiant<Etudiant>

  init(_ essai: SiteDEssai) async throws {
    self.essai = essai
    let commun = try await Self.administration(essai)
    chezSoi = try await Self.valeurs(essai.mmi, essai).merging(commun) { sien, _ in sien }
    ailleurs = try await Self.valeurs(essai.rt, essai).merging(commun) { sien, _ in sien }
    etudiant = try #require(Identifiant(Int64(chezSoi["etudiant"] ?? "") ?? 0))
  }

  /// What a jury that is not closed has before it, and that nobody else may read.
  static let secret = "Confidence d’avant clôture"

  /// Another student of the same promotion.
  func camarade() async throws -> [String: String] {
    let promotion = essai.mmi.id
    let autres = try await essai.lire { try $0.inscriptions(promotion).map(\.etudiant) }
    let autre = try #require(autres.first { $0 != etudiant })
    return chezSoi.merging(["etudiant": "\(autre)"]) { $1 }
  }

  func ici(_ role: Role) -> [String: String] { chezSoi }

  /// A user of one role, on MMI; the administrator on all, teachers on the module, the student on
  /// their own record.
  func utilisateur(_ role: Role) async throws -> Utilisateur {
    let portee: Portee =
      switch role {
      case .administrateur: .etablissement
      case .enseignant, .responsableDeModule: .module(essai.mmi.id, chezSoi["module"] ?? "")
      case .etudiant: .etudiant(etudiant)
      case .direction, .directeurDesEtudes, .responsableDeDepartement, .secretariat, .jury,
        .commissionDesBonifications, .suaps, .serviceHandicap, .surveillant:
        .departement(essai.mmi.departement)
      }
    let identifiant = "essai-\(role.rawValue)"
    if let connu = try await essai.lire({ try $0.utilisateur(identifiant: identifiant) }) {
      return connu
    }
    let nouveau = NouvelUtilisateur(
      identifiant: identifiant,
      nom: "Essai \(role.phrase)",
      etudiant: role == .etudiant ? etudiant : nil,
    )
    // Another test may make it meanwhile, and is then the one to be found.
    _ = try? await essai.bureau.faire(
      CreerAvecUnRole(nouveau: nouveau, role: role, portee: portee),
      par: .console("essai"),
      dans: essai.iut.id,
    )
    return try #require(
      try await essai.lire { try $0.utilisateur(identifiant: identifiant) }
    )
  }
}

/// A user with a role, at once.
private struct CreerAvecUnRole: Acte {
  static let nom = "creer-avec-un-role"
  let nouveau: NouvelUtilisateur
  let role: Role
  let portee: Portee

  func executer(_ travail: Travail) throws -> Utilisateur {
    let utilisateur = try CreerUnUtilisateur(nouveau).executer(travail)
    let debut = Jour(ouvrant: try #require(AnneeUniversitaire(debut: 2026)))
    _ = try DonnerUnRole(role, sur: portee, a: utilisateur.id, depuis: debut).executer(travail)
    return utilisateur
  }
}
