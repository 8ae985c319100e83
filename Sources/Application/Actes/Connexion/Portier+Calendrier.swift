/// Programs that read a calendar have no account: the secret of the address is all they show.
extension Portier {
  /// Whose calendar a secret opens, and the last entry of the journal; `nil` for a secret that was
  /// replaced or taken away, and for an account that is closed.
  ///
  /// The first reading of a day is kept, and nothing else of what programs do.
  public func reconnaitre(
    calendrier secret: String,
    dans etablissement: Identifiant<Etablissement>,
  ) async throws -> (adresse: AdresseDeCalendrier, repere: Repere)? {
    let jour = bureau.horloge.maintenant().jour
    let empreinte = secrets.empreinte(secret)
    let trouvee = try await bureau.registre.lire(etablissement) { registre in
      try Self.adresse(empreinte, registre)
    }
    guard let trouvee else { return nil }
    if trouvee.adresse.lue != jour {
      try await bureau.registre.ecrire(etablissement) { registre in
        try registre.noterUneLecture(empreinte, le: jour)
      }
    }
    return trouvee
  }

  private static func adresse(_ empreinte: Empreinte, _ registre: any Transaction) throws
    -> (adresse: AdresseDeCalendrier, repere: Repere)?
  {
    guard let adresse = try registre.adresseDeCalendrier(empreinte),
      try registre.utilisateur(adresse.utilisateur)?.actif == true
    else { return nil }
    return (adresse, try registre.repere())
  }
}
