/// What people change of their own lock: the password is asked for again, since a browser may have
/// been left open.
extension Portier {
  /// Changes one’s own password; other browsers are signed out.
  /// - Parameters:
  ///   - ancien: the password until now.
  ///   - nouveau: the one to be.
  ///   - encore: the same, typed again.
  ///   - visiteur: whose it is.
  ///   - etablissement: where.
  /// - Throws: a `RefusDEntree`, or an `ErreurDeRegistre`.
  public func changerDeMotDePasse(
    _ ancien: String,
    nouveau: String,
    encore: String,
    de visiteur: Visiteur,
    dans etablissement: Identifiant<Etablissement>,
  ) async throws {
    try await confirmer(ancien, de: visiteur, dans: etablissement)
    let choisi: MotDePasse
    do throws(MotDePasse.Defaut) {
      choisi = try MotDePasse(nouveau, encore: encore, de: visiteur.utilisateur)
    } catch {
      throw RefusDEntree.motDePasse(error)
    }
    let hachage = try await secrets.hacher(choisi.texte)
    try await bureau.faire(
      ChangerDeMotDePasse(hachage, depuis: visiteur.connexion.empreinte, poste: poste),
      par: visiteur.demandeur,
      dans: etablissement,
    )
  }

  /// Puts a second factor, once its owner has shown that their application has the key.
  public func poserUnSecondFacteur(
    _ cle: [UInt8],
    chiffres: String,
    motDePasse: String,
    de visiteur: Visiteur,
    dans etablissement: Identifiant<Etablissement>,
  ) async throws {
    try await confirmer(motDePasse, de: visiteur, dans: etablissement)
    guard let pas = pas(chiffres, cle, bureau.horloge.maintenant(), apres: 0) else {
      throw RefusDEntree.secondFacteurFaux
    }
    try await bureau.faire(
      ChangerDeSecondFacteur(cle, pas: pas),
      par: visiteur.demandeur,
      dans: etablissement,
    )
  }

  /// Takes the second factor away.
  public func retirerLeSecondFacteur(
    motDePasse: String,
    de visiteur: Visiteur,
    dans etablissement: Identifiant<Etablissement>,
  ) async throws {
    try await confirmer(motDePasse, de: visiteur, dans: etablissement)
    try await bureau.faire(
      ChangerDeSecondFacteur(nil),
      par: visiteur.demandeur,
      dans: etablissement,
    )
  }

  /// Signs out every browser of somebody, but the one that asks.
  public func fermerLesAutres(
    _ visiteur: Visiteur,
    dans etablissement: Identifiant<Etablissement>,
  ) async throws {
    try await bureau.registre.ecrire(etablissement) { registre in
      try registre.fermerLesConnexions(
        visiteur.utilisateur.id,
        sauf: visiteur.connexion.empreinte,
      )
    }
  }

  /// Checks the password of somebody who is signed in; a failure counts as one at the door.
  private func confirmer(
    _ motDePasse: String,
    de visiteur: Visiteur,
    dans etablissement: Identifiant<Etablissement>,
  ) async throws {
    let moment = bureau.horloge.maintenant()
    let avant = try await essayer(
      motDePasse,
      visiteur.utilisateur.id,
      moment,
      dans: etablissement,
    )
    try await rendre(avant, dans: etablissement)
  }
}
