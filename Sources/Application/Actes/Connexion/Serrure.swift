public import Scolarite

/// How often it was tried in vain, and until when nothing opens.
public struct Essais: Hashable, Sendable {
  /// Failures since the last success.
  public var echecs = 0
  public var bloquesJusqua: Horodatage?

  public init(echecs: Int = 0, bloquesJusqua: Horodatage? = nil) {
    self.echecs = echecs
    self.bloquesJusqua = bloquesJusqua
  }

  /// Each failure from the last that is forgiven on doubles the wait, from one minute to one hour.
  private static let premierBlocage: Int64 = 60_000
  private static let dernierBlocage: Int64 = 3_600_000

  /// Whether nothing opens at a moment.
  public func sontBloques(_ moment: Horodatage) -> Bool {
    bloquesJusqua.map { moment < $0 } ?? false
  }

  /// After one more failure.
  func apresUnEchec(_ moment: Horodatage) -> Essais {
    let echecs = min(self.echecs + 1, 1_000)
    guard echecs >= Serrure.essais else { return Essais(echecs: echecs) }
    let doublements = min(echecs - Serrure.essais, 6)
    let attente = min(Self.premierBlocage << Int64(doublements), Self.dernierBlocage)
    return Essais(
      echecs: echecs,
      bloquesJusqua: Horodatage(millisecondes: moment.millisecondes + attente),
    )
  }

  /// That it waits, and for how long.
  func refus(_ moment: Horodatage) -> RefusDEntree {
    let reste = (bloquesJusqua?.millisecondes ?? 0) - moment.millisecondes
    return .bloque(minutes: Int((reste + 59_999) / 60_000))
  }
}

/// What opens an account.
public struct Serrure: Hashable, Sendable {
  public let utilisateur: Identifiant<Utilisateur>
  /// The hash of the password; `nil` while none was chosen.
  public var motDePasse: String?
  /// The key of the second factor, once its owner has confirmed it.
  public var secondFacteur: [UInt8]?
  /// The last step at which the second factor opened: no code serves twice.
  public var dernierPas: Int64
  public var essais: Essais

  public init(
    utilisateur: Identifiant<Utilisateur>,
    motDePasse: String? = nil,
    secondFacteur: [UInt8]? = nil,
    dernierPas: Int64 = 0,
    essais: Essais = Essais(),
  ) {
    self.utilisateur = utilisateur
    self.motDePasse = motDePasse
    self.secondFacteur = secondFacteur
    self.dernierPas = dernierPas
    self.essais = essais
  }

  /// Failures at which it blocks.
  public static let essais = 5

  /// The lock after it opened.
  func apresUneReussite(pas: Int64?) -> Serrure {
    var apres = self
    apres.essais = Essais()
    apres.dernierPas = pas ?? dernierPas
    return apres
  }
}

/// Somebody who is signed in, on one browser.
public struct Connexion: Hashable, Sendable {
  public let empreinte: Empreinte
  public let utilisateur: Identifiant<Utilisateur>
  public let moyen: Moyen
  public let ouverte: Horodatage
  /// When it last asked something, to the minute or so.
  public let vue: Horodatage

  /// By what the person was recognised.
  public enum Moyen: String, CaseIterable, Hashable, Sendable {
    case motDePasse = "mot-de-passe"
    case code
    case universite
  }

  public init(
    empreinte: Empreinte,
    utilisateur: Identifiant<Utilisateur>,
    moyen: Moyen,
    ouverte: Horodatage,
    vue: Horodatage,
  ) {
    self.empreinte = empreinte
    self.utilisateur = utilisateur
    self.moyen = moyen
    self.ouverte = ouverte
    self.vue = vue
  }

  /// A day of work at most, and two hours without a word.
  public static let duree: Int64 = 12 * 3_600_000
  public static let oisivete: Int64 = 2 * 3_600_000
  /// How seldom `vue` is written again.
  static let pasDeVue: Int64 = 5 * 60_000

  /// Whether it still holds at a moment.
  public func tient(_ moment: Horodatage) -> Bool {
    moment.millisecondes < ouverte.millisecondes + Self.duree
      && moment.millisecondes < vue.millisecondes + Self.oisivete
  }
}

/// Somebody recognised, with the roles held today.
public struct Visiteur: Hashable, Sendable {
  public let connexion: Connexion
  public let utilisateur: Utilisateur
  public let habilitations: [Habilitation]
  /// The last entry of the journal when they were recognised.
  public let repere: Repere

  public var demandeur: Demandeur { .utilisateur(utilisateur.id) }

  /// Whether one of the roles has a right, wherever it may be.
  public func aQuelquePart(_ droit: Droit) -> Bool {
    habilitations.contains { $0.role.droits.contains(droit) }
  }
}

/// A code that opens an account once, to choose a new password: an invitation, or a way out.
public struct CodeUnique: Hashable, Sendable {
  public let empreinte: Empreinte
  public let utilisateur: Identifiant<Utilisateur>
  public let expire: Horodatage
  /// Whether it was sent by mail: whoever reads the mail of somebody does not get round the second
  /// factor.
  public let parCourrier: Bool

  public init(
    empreinte: Empreinte,
    utilisateur: Identifiant<Utilisateur>,
    expire: Horodatage,
    parCourrier: Bool = false,
  ) {
    self.empreinte = empreinte
    self.utilisateur = utilisateur
    self.expire = expire
    self.parCourrier = parCourrier
  }
}

/// What lets a program act for somebody, within some rights.
public struct JetonDAcces: Hashable, Sendable {
  public let id: Identifiant<JetonDAcces>
  public let utilisateur: Identifiant<Utilisateur>
  /// What it is for, in the words of its owner.
  public let nom: String
  public let empreinte: Empreinte
  public let droits: Set<Droit>
  public let cree: Horodatage
  /// The last day on which it serves.
  public let jusqua: Jour
  public let revoque: Bool

  public init(
    id: Identifiant<JetonDAcces>,
    utilisateur: Identifiant<Utilisateur>,
    nom: String,
    empreinte: Empreinte,
    droits: Set<Droit>,
    cree: Horodatage,
    jusqua: Jour,
    revoque: Bool,
  ) {
    self.id = id
    self.utilisateur = utilisateur
    self.nom = nom
    self.empreinte = empreinte
    self.droits = droits
    self.cree = cree
    self.jusqua = jusqua
    self.revoque = revoque
  }
}
