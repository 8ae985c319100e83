/// Chooses a new password with a code, which then serves no more.
struct UtiliserUnCode: Acte {
  static let nom = "utiliser-un-code"
  let code: Empreinte
  let motDePasse: String

  init(_ code: Empreinte, motDePasse: String) {
    self.code = code
    self.motDePasse = motDePasse
  }

  func executer(_ travail: Travail) throws {
    let utilisateur = try travail.registre.code(code, a: travail.moment).utilisateur
    let permis = try travail.exigerSonCompte(utilisateur.id)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.utilisateur, utilisateur.id),
      sujet: utilisateur.etudiant,
    )
    var serrure = try travail.serrure(utilisateur.id)
    serrure.motDePasse = motDePasse
    serrure.secondFacteur = nil
    try travail.registre.poser(serrure.apresUneReussite(pas: nil), ecriture)
    try travail.registre.retirerLesCodes(utilisateur.id, ecriture)
    // Whoever had the account until now holds nothing of it any more.
    try travail.registre.fermerLesConnexions(utilisateur.id, sauf: nil)
    for jeton in try travail.registre.jetons(utilisateur.id) where !jeton.revoque {
      try travail.registre.revoquer(jeton.id, ecriture)
    }
    try travail.registre.retirerLAdresseDeCalendrier(utilisateur.id, ecriture)
  }
}

/// Changes one's own password; other browsers are signed out.
public struct ChangerDeMotDePasse: Acte {
  public static let nom = "changer-de-mot-de-passe"
  /// The hash of the new one.
  public let motDePasse: String
  /// The browser that asks, which stays.
  public let connexion: Empreinte?

  public init(_ motDePasse: String, depuis connexion: Empreinte?) {
    self.motDePasse = motDePasse
    self.connexion = connexion
  }

  public func executer(_ travail: Travail) throws {
    let (utilisateur, permis) = try travail.soi()
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.utilisateur, utilisateur.id),
      sujet: utilisateur.etudiant,
    )
    var serrure = try travail.serrure(utilisateur.id)
    serrure.motDePasse = motDePasse
    try travail.registre.poser(serrure.apresUneReussite(pas: nil), ecriture)
    try travail.registre.retirerLesCodes(utilisateur.id, ecriture)
    try travail.registre.fermerLesConnexions(utilisateur.id, sauf: connexion)
  }
}

/// Puts a second factor on one's own account, or takes it away.
public struct ChangerDeSecondFacteur: Acte {
  public static let nom = "changer-de-second-facteur"
  /// The key, whose owner has shown that their application has it; `nil` takes it away.
  public let cle: [UInt8]?
  /// The step at which it was shown, which opens nothing any more.
  public let pas: Int64?

  public init(_ cle: [UInt8]?, pas: Int64? = nil) {
    self.cle = cle
    self.pas = pas
  }

  public func executer(_ travail: Travail) throws {
    let (utilisateur, permis) = try travail.soi()
    var serrure = try travail.serrure(utilisateur.id)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.utilisateur, utilisateur.id),
      sujet: utilisateur.etudiant,
      avant: ["second-facteur": .verdict(serrure.secondFacteur != nil)],
      apres: ["second-facteur": .verdict(cle != nil)],
    )
    serrure.secondFacteur = cle
    serrure.dernierPas = pas ?? serrure.dernierPas
    try travail.registre.poser(serrure, ecriture)
  }
}

/// Gives somebody a code to choose a password; using it takes the second factor away.
///
/// It is an invitation, or the way out of a lost password, a lost phone or a blocked account.
public struct DonnerUnCode: Acte {
  public static let nom = "donner-un-code"
  public let utilisateur: Identifiant<Utilisateur>
  public let empreinte: Empreinte
  /// Hours for which it opens.
  public let heures: Int64

  public init(a utilisateur: Identifiant<Utilisateur>, _ empreinte: Empreinte, heures: Int64 = 72) {
    self.utilisateur = utilisateur
    self.empreinte = empreinte
    self.heures = heures
  }

  /// Until when it opens.
  public func executer(_ travail: Travail) throws -> Horodatage {
    let permis = try travail.exiger(.administrer, .etablissement)
    guard (1...720).contains(heures) else {
      throw Refus.donnees([.init("durée", .horsBornes(vu: "\(heures) h", bornes: "1 à 720 h"))])
    }
    guard let beneficiaire = try travail.registre.utilisateur(utilisateur), beneficiaire.actif
    else {
      throw Refus.inconnu(.utilisateur)
    }
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.utilisateur, utilisateur),
      sujet: beneficiaire.etudiant,
      apres: ["heures": .entier(heures)],
    )
    let expire = Horodatage(
      millisecondes: travail.moment.horodatage.millisecondes + heures * 3_600_000
    )
    try travail.registre.donner(
      CodeUnique(empreinte: empreinte, utilisateur: utilisateur, expire: expire),
      ecriture,
    )
    return expire
  }
}

extension Travail {
  /// The person who asks, with the right that everybody has on their own account.
  func soi() throws -> (utilisateur: Utilisateur, permis: Permis) {
    guard case .utilisateur(let id) = demandeur,
      let utilisateur = try registre.utilisateur(id), utilisateur.actif
    else { throw Refus.interdit(.gererSonCompte) }
    return (utilisateur, try exigerSonCompte(id))
  }

  /// Checks that an account is that of the person who asks; a program has none.
  func exigerSonCompte(_ utilisateur: Identifiant<Utilisateur>) throws(Refus) -> Permis {
    guard demandeur == .utilisateur(utilisateur) else { throw .interdit(.gererSonCompte) }
    return Permis(.gererSonCompte, .etablissement)
  }

  func serrure(_ utilisateur: Identifiant<Utilisateur>) throws -> Serrure {
    try registre.serrure(utilisateur) ?? Serrure(utilisateur: utilisateur)
  }
}
