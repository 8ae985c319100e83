/// Writes a new version of a letterhead.
public struct EcrireUnEnTete: Acte {
  public static let nom = "ecrire-un-en-tete"
  /// Its version is the one that was read, 0 where none was written there.
  public let enTete: EnTeteDeDocument
  public let logo: ChangementDImage

  public init(_ enTete: EnTeteDeDocument, logo: ChangementDImage = .garder) {
    self.enTete = enTete
    self.logo = logo
  }

  public func executer(_ travail: Travail) throws -> EnTeteDeDocument {
    let permis = try travail.exiger(.structurer, travail.lieu(duDepartement: enTete.departement))
    try enTete.verifier()
    let avant = try travail.registre.versions(enTete: enTete.departement).first?.ecrit
    let objet = try travail.objet(.enTete, enTete.departement)
    guard avant?.version ?? 0 == enTete.version else {
      throw try travail.conflit(objet, avant?.faits ?? [:], enTete.faits, avant?.version ?? 0)
    }
    var apres = enTete
    apres.version += 1
    apres.logo = travail.image(logo, avant?.logo ?? enTete.logo)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      objet,
      avant: avant?.faits,
      apres: apres.faits,
    )
    if let image = logo.nouvelle { try travail.registre.ajouter(image: image.octets, ecriture) }
    try travail.registre.ajouter(apres, ecriture)
    return apres
  }
}

extension EnTeteDeDocument {
  fileprivate func verifier() throws(Refus) {
    var fautes: [Refus.Faute] = []
    for (lieu, valeur, limite) in [("lignes", lignes, 1_000), ("pied", pied, 500)]
    where valeur.count > limite {
      fautes.append(.init(lieu, .tropLongue(vu: String(valeur.prefix(60)), limite: limite)))
    }
    guard fautes.isEmpty else { throw .donnees(fautes) }
  }

  fileprivate var faits: Faits {
    [
      "departement": Faits.Valeur(departement), "version": .entier(version),
      "lignes": .texte(lignes), "pied": .texte(pied), "logo": Faits.Valeur(logo),
    ]
  }
}
