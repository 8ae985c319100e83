/// What is said of somebody who is to sign in.
public struct NouvelUtilisateur: Hashable, Sendable {
  public let identifiant: String
  public let nom: String
  public let etudiant: Identifiant<Etudiant>?

  public init(identifiant: String, nom: String, etudiant: Identifiant<Etudiant>? = nil) {
    self.identifiant = identifiant
    self.nom = nom
    self.etudiant = etudiant
  }
}

/// Adds somebody who may sign in, with no right yet.
public struct CreerUnUtilisateur: Acte {
  public static let nom = "creer-un-utilisateur"
  public let nouveau: NouvelUtilisateur

  public init(_ nouveau: NouvelUtilisateur) {
    self.nouveau = nouveau
  }

  public func executer(_ travail: Travail) throws -> Utilisateur {
    let permis = try travail.exiger(.administrer, .etablissement)
    try nouveau.verifier(travail)
    let utilisateur = Utilisateur(
      id: try travail.registre.nouvelIdentifiant(),
      identifiant: nouveau.identifiant,
      nom: nouveau.nom,
      etudiant: nouveau.etudiant,
      actif: true,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.utilisateur, utilisateur.id),
      sujet: utilisateur.etudiant,
      apres: utilisateur.faits,
    )
    try travail.registre.ajouter(utilisateur, ecriture)
    return utilisateur
  }
}

extension NouvelUtilisateur {
  fileprivate func verifier(_ travail: Travail) throws {
    try travail.nommer([("identifiant", identifiant), ("nom", nom)])
    guard try travail.registre.utilisateur(identifiant: identifiant) == nil else {
      throw Refus.etat(.identifiantDejaPris(identifiant))
    }
    if let etudiant { _ = try travail.identite(etudiant) }
  }
}

/// Lets somebody sign in no more, or again.
public struct ActiverUnUtilisateur: Acte {
  public static let nom = "activer-un-utilisateur"
  public let utilisateur: Identifiant<Utilisateur>
  public let actif: Bool

  public init(_ utilisateur: Identifiant<Utilisateur>, actif: Bool) {
    self.utilisateur = utilisateur
    self.actif = actif
  }

  public func executer(_ travail: Travail) throws {
    let permis = try travail.exiger(.administrer, .etablissement)
    guard let avant = try travail.registre.utilisateur(utilisateur) else {
      throw Refus.inconnu(.utilisateur)
    }
    let apres = Utilisateur(
      id: avant.id,
      identifiant: avant.identifiant,
      nom: avant.nom,
      etudiant: avant.etudiant,
      actif: actif,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.utilisateur, avant.id),
      sujet: avant.etudiant,
      avant: avant.faits,
      apres: apres.faits,
    )
    try travail.registre.modifier(apres, ecriture)
    if !actif { try travail.registre.fermerLesConnexions(avant.id, sauf: nil) }
    try travail.garderUnAdministrateur()
  }
}

extension Utilisateur {
  /// What the journal keeps of a user.
  var faits: Faits {
    ["identifiant": .texte(identifiant), "nom": .texte(nom), "actif": .verdict(actif)]
  }
}

extension Travail {
  /// Checks that somebody can administer the establishment today.
  func garderUnAdministrateur() throws {
    let actifs = Set(try registre.utilisateurs().filter(\.actif).map(\.id))
    let reste = try registre.habilitations().contains {
      $0.habilitation == Habilitation(role: .administrateur, portee: .etablissement)
        && actifs.contains($0.utilisateur) && $0.depuis <= moment.jour
        && $0.jusqua.map { $0 >= moment.jour } ?? true
    }
    guard reste else { throw Refus.etat(.dernierAdministrateur) }
  }
}
