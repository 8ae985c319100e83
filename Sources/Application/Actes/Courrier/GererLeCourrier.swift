/// The queue as the administrator follows it.
public struct VoirLeCourrier: Question {
  public static let nom = "voir-le-courrier"

  public struct Etat: Sendable {
    public let comptes: [EtatDeCourrier: Int]
    /// What failed, the latest first.
    public let echecs: [CourrierSuivi]
    /// What waits after an attempt that failed, the latest first.
    public let attentes: [CourrierSuivi]
    /// The address of whoever asks.
    public let adresse: String?
  }

  /// The messages that a list shows.
  public static let montres = 50

  public init() {}

  public func executer(_ travail: Travail) throws -> Etat {
    _ = try travail.exiger(.administrer, .etablissement)
    let registre = travail.registre
    return Etat(
      comptes: try registre.comptesDuCourrier(),
      echecs: try registre.courriers([.refuse, .abandonne], limite: Self.montres),
      attentes: try registre.courriers([.enAttente], limite: Self.montres)
        .filter { $0.reponse != nil },
      adresse: try travail.auteur.flatMap { try registre.adresseDeCourrier($0) },
    )
  }
}

/// Sends again a message that was refused or given up.
public struct RelancerUnCourrier: Acte {
  public static let nom = "relancer-un-courrier"
  public let courrier: Identifiant<Courrier>

  public init(_ courrier: Identifiant<Courrier>) {
    self.courrier = courrier
  }

  public func executer(_ travail: Travail) throws {
    let permis = try travail.exiger(.administrer, .etablissement)
    guard let avant = try travail.registre.courrier(courrier) else {
      throw Refus.inconnu(.utilisateur)
    }
    guard avant.peutEtreRelance else { throw Refus.etat(.courrierSansRelance) }
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.utilisateur, avant.utilisateur.id),
      sujet: avant.utilisateur.etudiant,
      avant: ["courrier": .texte(avant.etat.rawValue), "sorte": .texte(avant.sorte.rawValue)],
      apres: ["courrier": .texte(EtatDeCourrier.enAttente.rawValue)],
    )
    let maintenant = travail.moment.horodatage
    try travail.registre.relancer(
      courrier,
      perime: maintenant.plus(Poste.duree),
      a: maintenant,
      ecriture,
    )
  }
}

extension CourrierSuivi {
  /// A code that was sent is of no use later: another is asked for.
  public var peutEtreRelance: Bool {
    switch (etat, sorte) {
    case (.refuse, .avis), (.refuse, .motDePasseChange), (.refuse, .essai), (.abandonne, .avis),
      (.abandonne, .motDePasseChange), (.abandonne, .essai):
      true
    case (.enAttente, _), (.envoye, _), (_, .motDePasse): false
    }
  }
}

/// Writes to oneself, to see that messages arrive.
public struct EnvoyerUnEssai: Acte {
  public static let nom = "envoyer-un-essai"
  public let poste: Poste

  public init(_ poste: Poste) {
    self.poste = poste
  }

  public func executer(_ travail: Travail) throws {
    let permis = try travail.exiger(.administrer, .etablissement)
    let (soi, _) = try travail.soi()
    guard try travail.registre.adresseDeCourrier(soi.id) != nil else {
      throw Refus.donnees([.init("adresse", .absente)])
    }
    let ecriture = try travail.inscrire(Self.nom, permis, Objet(.utilisateur, soi.id))
    try travail.poster(
      .essai(nom: soi.nom, le: travail.moment, poste.reglages),
      a: soi.id,
      cle: "essai/\(ecriture.numero)",
      poste,
    )
  }
}

/// Says where somebody is written to; `nil` for the address of their record, or their login.
public struct FixerUneAdresse: Acte {
  public static let nom = "fixer-une-adresse"
  public let utilisateur: Identifiant<Utilisateur>
  public let adresse: String?

  public init(_ adresse: String?, de utilisateur: Identifiant<Utilisateur>) {
    self.utilisateur = utilisateur
    self.adresse = adresse
  }

  public func executer(_ travail: Travail) throws {
    let permis = try travail.exiger(.administrer, .etablissement)
    guard let trouve = try travail.registre.utilisateur(utilisateur) else {
      throw Refus.inconnu(.utilisateur)
    }
    if let adresse, !adresse.estUneAdresse {
      throw Refus.donnees([.init("adresse", .illisible(vu: adresse))])
    }
    let avant = try travail.registre.adresseDeCourrier(utilisateur)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.utilisateur, utilisateur),
      sujet: trouve.etudiant,
      avant: ["adresse": Faits.Valeur(avant)],
      apres: ["adresse": Faits.Valeur(adresse)],
    )
    try travail.registre.fixer(adresse: adresse, de: utilisateur, ecriture)
  }
}

extension String {
  /// Whether it has the shape of an address that mail takes: ASCII, one « @ », a domain with a dot.
  var estUneAdresse: Bool {
    let parties = split(separator: "@", omittingEmptySubsequences: false)
    return utf8.count <= 254 && parties.count == 2 && !parties[0].isEmpty
      && utf8.allSatisfy { (0x21...0x7E).contains($0) }
      && parties[1].split(separator: ".", omittingEmptySubsequences: false).count > 1
      && parties[1].split(separator: ".", omittingEmptySubsequences: false)
        .allSatisfy { !$0.isEmpty }
  }
}
