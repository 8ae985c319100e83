public import Scolarite

/// Gives a program a token to act in one's name, within rights and for a time.
public struct CreerUnJeton: Acte {
  public static let nom = "creer-un-jeton"
  public let nomDuJeton: String
  public let empreinte: Empreinte
  public let droits: Set<Droit>
  public let jusqua: Jour

  public init(_ nom: String, _ empreinte: Empreinte, droits: Set<Droit>, jusqua: Jour) {
    nomDuJeton = nom
    self.empreinte = empreinte
    self.droits = droits
    self.jusqua = jusqua
  }

  public func executer(_ travail: Travail) throws -> JetonDAcces {
    let (utilisateur, permis) = try travail.soi()
    try travail.nommer([("nom", nomDuJeton)])
    let dernier = travail.moment.jour.plus(jours: 366)
    guard (travail.moment.jour...dernier).contains(jusqua) else {
      throw Refus.etat(.horsPeriode(du: travail.moment.jour, au: dernier))
    }
    guard !droits.isEmpty, !droits.contains(.gererSonCompte) else {
      throw Refus.donnees([.init("droits", .absente)])
    }
    let jeton = JetonDAcces(
      id: try travail.registre.nouvelIdentifiant(),
      utilisateur: utilisateur.id,
      nom: nomDuJeton,
      empreinte: empreinte,
      droits: droits,
      cree: travail.moment.horodatage,
      jusqua: jusqua,
      revoque: false,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.jeton, jeton.id, utilisateur.id),
      sujet: utilisateur.etudiant,
      apres: [
        "nom": .texte(nomDuJeton), "jusqua": Faits.Valeur(jusqua),
        "droits": .liste(droits.map(\.rawValue).sorted().map { .texte($0) }),
      ],
    )
    try travail.registre.ajouter(jeton, ecriture)
    return jeton
  }
}

/// Ends a token of one's own.
public struct RevoquerUnJeton: Acte {
  public static let nom = "revoquer-un-jeton"
  public let jeton: Identifiant<JetonDAcces>

  public init(_ jeton: Identifiant<JetonDAcces>) {
    self.jeton = jeton
  }

  public func executer(_ travail: Travail) throws {
    let (utilisateur, permis) = try travail.soi()
    guard try travail.registre.jetons(utilisateur.id).contains(where: { $0.id == jeton }) else {
      throw Refus.inconnu(.jeton)
    }
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.jeton, jeton, utilisateur.id),
      sujet: utilisateur.etudiant,
    )
    try travail.registre.revoquer(jeton, ecriture)
  }
}

/// One's own account: how it opens, where it is open, which tokens act for it.
public struct VoirSonCompte: Question {
  public static let nom = "voir-son-compte"

  public struct Compte: Sendable {
    public let utilisateur: Utilisateur
    public let aUnMotDePasse: Bool
    public let aUnSecondFacteur: Bool
    public let connexions: [Connexion]
    public let jetons: [JetonDAcces]
  }

  public init() {}

  public func executer(_ travail: Travail) throws -> Compte {
    let (utilisateur, _) = try travail.soi()
    let serrure = try travail.serrure(utilisateur.id)
    return Compte(
      utilisateur: utilisateur,
      aUnMotDePasse: serrure.motDePasse != nil,
      aUnSecondFacteur: serrure.secondFacteur != nil,
      connexions: try travail.registre.connexions(utilisateur.id)
        .filter { $0.tient(travail.moment.horodatage) },
      jetons: try travail.registre.jetons(utilisateur.id).filter { !$0.revoque },
    )
  }
}
