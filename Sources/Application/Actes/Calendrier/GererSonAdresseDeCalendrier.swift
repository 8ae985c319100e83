/// Gives oneself a secret address of calendar; the one before is dead at once.
public struct DemanderUneAdresseDeCalendrier: Acte {
  public static let nom = "demander-une-adresse-de-calendrier"
  /// That of the secret.
  public let empreinte: Empreinte

  public init(_ empreinte: Empreinte) {
    self.empreinte = empreinte
  }

  public func executer(_ travail: Travail) throws {
    let (utilisateur, permis) = try travail.soi()
    let avant = try travail.registre.adresseDeCalendrier(de: utilisateur.id)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.utilisateur, utilisateur.id),
      sujet: utilisateur.etudiant,
      apres: ["remplace": .verdict(avant != nil)],
    )
    try travail.registre.poser(
      AdresseDeCalendrier(
        utilisateur: utilisateur.id,
        empreinte: empreinte,
        creee: travail.moment.horodatage,
        lue: nil,
      ),
      ecriture,
    )
  }
}

/// Takes one’s own address of calendar away: nothing reads it any more.
public struct RetirerSonAdresseDeCalendrier: Acte {
  public static let nom = "retirer-son-adresse-de-calendrier"

  public init() {}

  public func executer(_ travail: Travail) throws {
    let (utilisateur, permis) = try travail.soi()
    guard try travail.registre.adresseDeCalendrier(de: utilisateur.id) != nil else { return }
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.utilisateur, utilisateur.id),
      sujet: utilisateur.etudiant,
    )
    try travail.registre.retirerLAdresseDeCalendrier(utilisateur.id, ecriture)
  }
}

/// Whether one has an address of calendar, and when it was last read.
public struct VoirSonAdresseDeCalendrier: Question {
  public static let nom = "voir-son-adresse-de-calendrier"

  public init() {}

  public func executer(_ travail: Travail) throws -> AdresseDeCalendrier? {
    try travail.registre.adresseDeCalendrier(de: travail.soi().utilisateur.id)
  }
}
