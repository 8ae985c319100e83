import Actes
import Coffre
import Scolarite
import Testing

extension TerrainDesRoutes {
  /// What the addresses of administration name; the account is nobody’s, since routes close it.
  static func administration(_ essai: SiteDEssai) async throws -> [String: String] {
    let (annee, identifiant) = (essai.mmi.annee, "essai-sans-role")
    func connu() async throws -> Utilisateur? {
      try await essai.lire { try $0.utilisateur(identifiant: identifiant) }
    }
    if try await connu() == nil {
      // Another test may make it meanwhile, and is then the one to be found.
      _ = try? await essai.bureau.faire(
        CreerUnUtilisateur(.init(identifiant: identifiant, nom: "Sans Rôle")),
        par: .console("essai"),
        dans: essai.iut.id,
      )
    }
    let compte = try #require(try await connu())
    let profil = try await essai.lire { try $0.profils(annee).first?.id }
    let secret = essai.secrets.secret()
    try await essai.bureau.faire(
      DemanderUneAdresseDeCalendrier(secret.empreinte),
      par: .utilisateur(compteDeCalendrier(essai)),
      dans: essai.iut.id,
    )
    return [
      "compte": compte.id.description, "calendrier": secret.texte + ".ics",
      "annee": annee.description, "profil": try #require(profil).description, "numero": "1",
    ]
  }

  /// An account of its own: each run gives it another address.
  static func compteDeCalendrier(_ essai: SiteDEssai) async throws
    -> Identifiant<Utilisateur>
  {
    let rang = essai.secrets.code().texte
    return try await essai.faire(
      CreerUnUtilisateur(.init(identifiant: "agenda-\(rang)", nom: "Agenda d’essai"))
    ).id
  }
}
