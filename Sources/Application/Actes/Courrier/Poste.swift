/// What writing a message asks of the establishment and its site.
public struct ReglagesDeCourrier: Hashable, Sendable {
  /// The address of the site, without a final slash.
  public let site: String
  public let etablissement: String
  /// The domain under which messages are numbered.
  public let domaine: String
  /// How many messages may leave in a minute.
  public var parMinute: Int
  /// How many minutes without news a person must have, so that what comes together is told together.
  public var calme: Int

  public init(
    site: String,
    etablissement: String,
    domaine: String,
    parMinute: Int = 60,
    calme: Int = 10,
  ) {
    self.site = site
    self.etablissement = etablissement
    self.domaine = domaine
    self.parMinute = parMinute
    self.calme = calme
  }
}

/// Where messages are written and stamped, when mail is configured.
public struct Poste: Sendable {
  public let reglages: ReglagesDeCourrier
  private let secrets: any Secrets

  public init(_ reglages: ReglagesDeCourrier, _ secrets: any Secrets) {
    self.reglages = reglages
    self.secrets = secrets
  }

  /// How long a notice is worth sending.
  static let duree: Int64 = 5 * 86_400_000

  /// A new Message-ID.
  func reference() -> String {
    "\(secrets.secret().texte.prefix(32))@\(reglages.domaine)"
  }

  /// What names whoever takes messages in hand.
  func bail() -> String { secrets.secret().texte }

  /// A key for links.
  func cle() -> String { secrets.secret().texte }

  /// What ends the address that switches some notices off for a person, without a sign-in.
  func droitDeCouper(
    _ sujets: [SujetDAvis],
    de utilisateur: Identifiant<Utilisateur>,
    cle: String,
  ) -> String {
    let noms = sujets.map(\.rawValue).joined(separator: ".")
    return "\(utilisateur)-\(noms)-\(preuve(utilisateur, noms, cle))"
  }

  /// Whose notices an address switches off; `nil` unless it was made here.
  func lire(droitDeCouper texte: String, cle: String)
    -> (utilisateur: Identifiant<Utilisateur>, sujets: Set<SujetDAvis>)?
  {
    let parties = texte.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parties.count == 3, let numero = Int64(parties[0]),
      let utilisateur = Identifiant<Utilisateur>(numero),
      "\(numero)" == parties[0],
      preuve(utilisateur, parties[1], cle).estComme(parties[2])
    else { return nil }
    let sujets = parties[1].split(separator: ".").compactMap { SujetDAvis(rawValue: String($0)) }
    return sujets.isEmpty ? nil : (utilisateur, Set(sujets))
  }

  /// A digest under a key, of a digest under the key (as HMAC does).
  private func preuve(
    _ utilisateur: Identifiant<Utilisateur>,
    _ noms: String,
    _ cle: String,
  ) -> String {
    let dedans = secrets.empreinte("\(cle):desinscription:\(utilisateur):\(noms)").texte
    return secrets.empreinte("\(cle):\(dedans)").texte
  }
}

extension String {
  /// Compares every byte whatever the first that differs.
  fileprivate func estComme(_ autre: String) -> Bool {
    guard utf8.count == autre.utf8.count else { return false }
    return zip(utf8, autre.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

extension Travail {
  /// Writes a message to a person, into the queue.
  /// - Returns: whether it was not there yet.
  @discardableResult
  func poster(
    _ modele: ModeleDeCourrier,
    a utilisateur: Identifiant<Utilisateur>,
    cle: String,
    perime: Int64 = Poste.duree,
    _ poste: Poste,
  ) throws -> Bool {
    let maintenant = moment.horodatage
    return try registre.poster(
      Courrier(
        id: try registre.nouvelIdentifiant(),
        utilisateur: utilisateur,
        sorte: modele.sorte,
        cle: cle,
        sujets: modele.sujets,
        objet: modele.objet,
        texte: modele.texte,
        reference: poste.reference(),
        cree: maintenant,
        perime: maintenant.plus(perime),
      )
    )
  }
}

extension Horodatage {
  func plus(_ duree: Int64) -> Horodatage { Horodatage(millisecondes: millisecondes + duree) }
}
