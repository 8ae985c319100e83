/// Writes a code to whoever forgot their password, to the address that is known here.
struct DemanderUnCodeParCourrier: Acte {
  static let nom = "demander-un-code-par-courrier"
  let utilisateur: Identifiant<Utilisateur>
  let code: SecretDonne
  /// Whether an account without password enters by the university.
  let parLUniversite: Bool
  let poste: Poste

  /// Minutes for which the code opens.
  static let minutes: Int64 = 30
  /// The requests that are heeded in an hour.
  static let demandes = 3

  func executer(_ travail: Travail) throws {
    let permis = try travail.exigerSonCompte(utilisateur)
    let maintenant = travail.moment.horodatage
    guard let soi = try travail.registre.utilisateur(utilisateur), soi.actif,
      try travail.registre.adresseDeCourrier(utilisateur) != nil,
      try travail.registre.courriers(
        .motDePasse,
        pour: utilisateur,
        depuis: maintenant.plus(-3_600_000),
      ) < Self.demandes
    else { return }
    let entreAilleurs = try travail.serrure(utilisateur).motDePasse == nil && parLUniversite
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.utilisateur, utilisateur),
      sujet: soi.etudiant,
      apres: ["code": .verdict(!entreAilleurs)],
    )
    let modele: ModeleDeCourrier
    if entreAilleurs {
      modele = .parLUniversite(nom: soi.nom, poste.reglages)
    } else {
      let expire = maintenant.plus(Self.minutes * 60_000)
      try travail.registre.donner(
        CodeUnique(
          empreinte: code.empreinte,
          utilisateur: utilisateur,
          expire: expire,
          parCourrier: true,
        ),
        ecriture,
      )
      modele = .oubli(
        code: code.texte,
        minutes: Self.minutes,
        nom: soi.nom,
        poste.reglages,
      )
    }
    try travail.poster(
      modele,
      a: utilisateur,
      cle: "mot-de-passe/\(ecriture.numero)",
      perime: Self.minutes * 60_000,
      poste,
    )
  }
}

extension Portier {
  /// Writes to whoever says to have forgotten their password, by login or by address; nothing says
  /// whether such an account exists.
  public func oublier(_ saisi: String, dans etablissement: Identifiant<Etablissement>) async throws
  {
    guard let poste, !saisi.isEmpty else { return }
    let trouves = try await bureau.registre.lire(etablissement) { registre in
      if let connu = try registre.utilisateur(identifiant: saisi), connu.actif { return [connu] }
      guard saisi.estUneAdresse else { return [] }
      return try registre.utilisateurs(adresse: saisi, limite: Self.comptes)
    }
    for trouve in trouves {
      try await bureau.faire(
        DemanderUnCodeParCourrier(
          utilisateur: trouve.id,
          code: secrets.code(),
          parLUniversite: parLUniversite,
          poste: poste,
        ),
        par: .utilisateur(trouve.id),
        dans: etablissement,
      )
    }
  }

  /// The accounts that one address may have.
  private static let comptes = 3
}

extension Travail {
  /// Tells somebody that their password is no longer the same.
  func prevenirDuChangement(_ utilisateur: Utilisateur, _ ecriture: Ecriture, _ poste: Poste?)
    throws
  {
    guard let poste, try registre.adresseDeCourrier(utilisateur.id) != nil else { return }
    try poster(
      .motDePasseChange(nom: utilisateur.nom, le: moment, poste.reglages),
      a: utilisateur.id,
      cle: "mot-de-passe-change/\(ecriture.numero)",
      poste,
    )
  }
}
