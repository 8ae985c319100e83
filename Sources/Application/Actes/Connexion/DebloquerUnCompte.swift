/// Lets somebody try again at once, whom too many failures kept out; nothing else changes.
public struct DebloquerUnCompte: Acte {
  public static let nom = "debloquer-un-compte"
  public let utilisateur: Identifiant<Utilisateur>

  public init(_ utilisateur: Identifiant<Utilisateur>) {
    self.utilisateur = utilisateur
  }

  public func executer(_ travail: Travail) throws {
    let permis = try travail.exiger(.administrer, .etablissement)
    guard let beneficiaire = try travail.registre.utilisateur(utilisateur) else {
      throw Refus.inconnu(.utilisateur)
    }
    let serrure = try travail.serrure(utilisateur)
    guard serrure.essais.echecs > 0 else { return }
    _ = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.utilisateur, utilisateur),
      sujet: beneficiaire.etudiant,
      avant: ["echecs": .entier(Int64(serrure.essais.echecs))],
      apres: ["echecs": 0],
    )
    try travail.registre.noterUnEssai(serrure.apresUneReussite(pas: nil))
  }
}
