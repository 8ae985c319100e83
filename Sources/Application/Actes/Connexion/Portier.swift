/// Lets people in: by password and second factor, by a code, by the university.
///
/// The slow hash is computed outside of any transaction, on as many threads as `Secrets` gives it.
public struct Portier: Sendable {
  public let bureau: Bureau
  public let secrets: any Secrets
  /// Where messages are written; `nil` while mail is not configured.
  public let poste: Poste?
  /// Whether the university lets people in too.
  let parLUniversite: Bool
  private let inconnus = EssaisInconnus()

  public init(
    bureau: Bureau,
    secrets: any Secrets,
    courrier: ReglagesDeCourrier? = nil,
    parLUniversite: Bool = false,
  ) {
    self.bureau = bureau
    self.secrets = secrets
    self.parLUniversite = parLUniversite
    poste = courrier.map { Poste($0, secrets) }
  }

  /// Somebody who was let in, and the secret that their browser keeps.
  public struct Entree: Sendable {
    public let connexion: Connexion
    public let secret: SecretDonne
  }

  /// Lets in by login and password.
  /// - Parameters:
  ///   - identifiant: the login.
  ///   - motDePasse: the password.
  ///   - secondFacteur: six digits, where the account has a second factor.
  ///   - etablissement: where.
  /// - Returns: who entered.
  /// - Throws: a `RefusDEntree`, or an `ErreurDeRegistre`.
  public func entrer(
    _ identifiant: String,
    _ motDePasse: String,
    secondFacteur: String? = nil,
    dans etablissement: Identifiant<Etablissement>,
  ) async throws -> Entree {
    let moment = bureau.horloge.maintenant()
    let connu = try await bureau.registre.lire(etablissement) { registre in
      try registre.utilisateur(identifiant: identifiant).flatMap { $0.actif ? $0 : nil }
    }
    guard let connu else {
      try inconnus.compter(identifiant, moment.horodatage)
      _ = try await secrets.convient(motDePasse, a: nil)
      throw RefusDEntree.nonReconnu
    }
    let serrure = try await essayer(motDePasse, connu.id, moment, dans: etablissement)
    let pas = try await verifier(secondFacteur, serrure, moment, dans: etablissement)
    return try await ouvrir(connu.id, .motDePasse, moment, pas: pas, dans: etablissement)
  }

  /// Lets in somebody whom the university has recognised: the account whose login it gives.
  public func entrer(
    _ identite: IdentiteExterne,
    dans etablissement: Identifiant<Etablissement>,
  ) async throws -> Entree {
    let moment = bureau.horloge.maintenant()
    let utilisateur = try await bureau.registre.lire(etablissement) { registre in
      try registre.utilisateur(identifiant: identite.sujet)
    }
    guard let utilisateur, utilisateur.actif else {
      throw RefusDEntree.inconnuIci(identite.sujet)
    }
    return try await ouvrir(utilisateur.id, .universite, moment, pas: nil, dans: etablissement)
  }

  /// Chooses a new password with a code that was given, and lets in; an account that keeps its
  /// second factor is asked to sign in (`RefusDEntree.motDePasseChoisi`).
  public func entrer(
    code: String,
    nouveau motDePasse: String,
    encore: String,
    dans etablissement: Identifiant<Etablissement>,
  ) async throws -> Entree {
    let moment = bureau.horloge.maintenant()
    let empreinte = secrets.empreinte(code: code)
    let utilisateur = try await bureau.registre.lire(etablissement) { registre in
      try registre.code(empreinte, a: moment).utilisateur
    }
    let choisi: MotDePasse
    do throws(MotDePasse.Defaut) {
      choisi = try MotDePasse(motDePasse, encore: encore, de: utilisateur)
    } catch {
      throw RefusDEntree.motDePasse(error)
    }
    let hachage = try await secrets.hacher(choisi.texte)
    let resteUnFacteur = try await bureau.faire(
      UtiliserUnCode(empreinte, motDePasse: hachage, poste: poste),
      par: .utilisateur(utilisateur.id),
      dans: etablissement,
    )
    guard !resteUnFacteur else { throw RefusDEntree.motDePasseChoisi }
    return try await ouvrir(utilisateur.id, .code, moment, pas: nil, dans: etablissement)
  }

  /// The person whose browser holds a secret; `nil` once it no longer counts.
  public func reconnaitre(
    _ secret: String,
    dans etablissement: Identifiant<Etablissement>,
  ) async throws -> Visiteur? {
    let moment = bureau.horloge.maintenant()
    let empreinte = secrets.empreinte(secret)
    guard
      let (connexion, repere) = try await bureau.registre.connexion(
        empreinte,
        dans: etablissement,
      ),
      connexion.tient(moment.horodatage),
      let connu = try await bureau.demander(
        gardee: SeFaireConnaitre(utilisateur: connexion.utilisateur),
        par: .utilisateur(connexion.utilisateur),
        dans: etablissement,
        depuis: repere,
      )
    else { return nil }
    let silence = moment.horodatage.millisecondes - connexion.vue.millisecondes
    if silence > Connexion.pasDeVue {
      try await bureau.registre.ecrire(etablissement) { registre in
        try registre.voir(empreinte, a: moment.horodatage)
      }
    }
    return Visiteur(
      connexion: connexion,
      utilisateur: connu.utilisateur,
      habilitations: connu.habilitations,
      repere: repere,
    )
  }

  /// Who acts by a token; `nil` when it no longer serves, nor its owner’s account.
  public func reconnaitre(
    jeton: String,
    dans etablissement: Identifiant<Etablissement>,
  ) async throws -> Demandeur? {
    let jour = bureau.horloge.maintenant().jour
    let empreinte = secrets.empreinte(jeton)
    let trouve = try await bureau.registre.lire(etablissement) { registre -> JetonDAcces? in
      guard let trouve = try registre.jeton(empreinte),
        try registre.utilisateur(trouve.utilisateur)?.actif == true
      else { return nil }
      return trouve
    }
    guard let trouve, !trouve.revoque, jour <= trouve.jusqua else { return nil }
    return .programme(trouve.utilisateur, droits: trouve.droits)
  }

  /// Ends what a browser holds.
  public func quitter(_ secret: String, dans etablissement: Identifiant<Etablissement>) async throws
  {
    let empreinte = secrets.empreinte(secret)
    try await bureau.registre.ecrire(etablissement) { try $0.fermer(empreinte) }
  }
}

extension Portier {
  /// Tries a password: it counts as a failure before it is compared, so that guesses sent together
  /// do not pass the lock; who is right takes it back.
  /// - Returns: the lock as it was.
  func essayer(
    _ motDePasse: String,
    _ utilisateur: Identifiant<Utilisateur>,
    _ moment: Moment,
    dans etablissement: Identifiant<Etablissement>,
  ) async throws -> Serrure {
    let avant = try await bureau.registre.ecrire(etablissement) { registre in
      let avant = try registre.serrure(utilisateur) ?? Serrure(utilisateur: utilisateur)
      guard !avant.essais.sontBloques(moment.horodatage) else {
        throw avant.essais.refus(moment.horodatage)
      }
      var apres = avant
      apres.essais = avant.essais.apresUnEchec(moment.horodatage)
      try registre.noterUnEssai(apres)
      return avant
    }
    do {
      guard try await secrets.convient(motDePasse, a: avant.motDePasse) else {
        throw RefusDEntree.nonReconnu
      }
    } catch RefusDEntree.affluence {
      try await rendre(avant, dans: etablissement)
      throw RefusDEntree.affluence
    }
    return avant
  }

  /// Takes back the failure that a try counted.
  func rendre(_ avant: Serrure, dans etablissement: Identifiant<Etablissement>) async throws {
    try await bureau.registre.ecrire(etablissement) { registre in
      var serrure = try registre.serrure(avant.utilisateur) ?? avant
      serrure.essais = avant.essais
      try registre.noterUnEssai(serrure)
    }
  }

  /// The step of a second factor that opens, where the account has one.
  private func verifier(
    _ donne: String?,
    _ serrure: Serrure,
    _ moment: Moment,
    dans etablissement: Identifiant<Etablissement>,
  ) async throws -> Int64? {
    guard let cle = serrure.secondFacteur else { return nil }
    guard let donne, !donne.isEmpty else {
      try await rendre(serrure, dans: etablissement)
      throw RefusDEntree.secondFacteurAttendu
    }
    guard let pas = pas(donne, cle, moment, apres: serrure.dernierPas) else {
      throw RefusDEntree.secondFacteurFaux
    }
    return pas
  }

  /// The step, later than another, at which a key shows six digits.
  func pas(_ donne: String, _ cle: [UInt8], _ moment: Moment, apres dernier: Int64) -> Int64? {
    let present = moment.horodatage.millisecondes / 30_000
    // One step before and after: clocks of phones drift.
    return (present - 1...present + 1).first {
      $0 > dernier && secrets.secondFacteur(cle, pas: $0) == donne.chiffres
    }
  }

  /// Opens, unless somebody else used the same six digits meanwhile.
  private func ouvrir(
    _ utilisateur: Identifiant<Utilisateur>,
    _ moyen: Connexion.Moyen,
    _ moment: Moment,
    pas: Int64?,
    dans etablissement: Identifiant<Etablissement>,
  ) async throws -> Entree {
    let secret = secrets.secret()
    let connexion = Connexion(
      empreinte: secret.empreinte,
      utilisateur: utilisateur,
      moyen: moyen,
      ouverte: moment.horodatage,
      vue: moment.horodatage,
    )
    try await bureau.registre.ecrire(etablissement) { registre in
      let serrure = try registre.serrure(utilisateur) ?? Serrure(utilisateur: utilisateur)
      if let pas, pas <= serrure.dernierPas { throw RefusDEntree.secondFacteurFaux }
      try registre.noterUnEssai(serrure.apresUneReussite(pas: pas))
      try registre.ouvrir(connexion)
      let limite = moment.horodatage.millisecondes - Connexion.duree
      try registre.oublierLesConnexions(avant: Horodatage(millisecondes: limite))
    }
    return Entree(connexion: connexion, secret: secret)
  }
}

extension RegistreDesConnexions where Self: RegistreDesAcces {
  /// A code that still opens, and whose account.
  func code(_ empreinte: Empreinte, a moment: Moment) throws
    -> (code: CodeUnique, utilisateur: Utilisateur)
  {
    guard let code = try code(empreinte), moment.horodatage < code.expire,
      let utilisateur = try utilisateur(code.utilisateur), utilisateur.actif
    else { throw RefusDEntree.codeInvalide }
    return (code, utilisateur)
  }
}

extension String {
  /// « 123 456 » as it is meant.
  fileprivate var chiffres: String { filter { $0.isNumber } }
}
