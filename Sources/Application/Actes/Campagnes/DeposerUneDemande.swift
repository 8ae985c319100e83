internal import Scolarite

/// Asks for something within a campaign; late only for force majeure, with its document (R0.13).
public struct DeposerUneDemande: ActeALimite {
  public static let nom = "deposer-une-demande"
  public let campagne: Identifiant<Campagne>
  public let etudiant: Identifiant<Etudiant>
  public let texte: String
  /// The document, by its digest.
  public let fichier: String?
  public let forceMajeure: String?

  public init(
    campagne: Identifiant<Campagne>,
    etudiant: Identifiant<Etudiant>,
    texte: String,
    fichier: String? = nil,
    forceMajeure: String? = nil,
  ) {
    self.campagne = campagne
    self.etudiant = etudiant
    self.texte = texte
    self.fichier = fichier
    self.forceMajeure = forceMajeure
  }

  public func executer(_ travail: Travail) throws -> Demande {
    let campagne = try travail.campagne(campagne)
    let lieu = try travail.promotion(campagne.promotion).lieu.etudiant(etudiant)
    let permis = try travail.exiger(.deposerUneDemande, lieu)
    guard !texte.isEmpty else { throw Refus.donnees([.init("texte", .absente)]) }
    try travail.verifierLInscription(etudiant, dans: campagne.promotion)
    try travail.verifierLeFichier(fichier, etudiant)
    try travail.verifierLaFenetre(campagne, forceMajeure: forceMajeure, fichier: fichier)
    let demande = Demande(
      id: try travail.registre.nouvelIdentifiant(),
      campagne: campagne.id,
      etudiant: etudiant,
      texte: texte,
      depose: travail.arrivee.instant,
      fichier: fichier,
      forceMajeure: forceMajeure,
      etat: .deposee,
      version: 1,
    )
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.demande, demande.id),
      sujet: etudiant,
      apres: demande.faits,
    )
    try travail.registre.ajouter(demande, ecriture)
    return demande
  }
}

/// Accepts a request or refuses it with its reason; the answer may be changed.
public struct TraiterUneDemande: Acte {
  public static let nom = "traiter-une-demande"
  public let demande: Identifiant<Demande>
  public let etat: Demande.Etat
  /// The version that was read.
  public let version: Int64

  public init(_ demande: Identifiant<Demande>, _ etat: Demande.Etat, version: Int64) {
    self.demande = demande
    self.etat = etat
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> Demande {
    guard let avant = try travail.registre.demande(demande) else { throw Refus.inconnu(.demande) }
    let campagne = try travail.campagne(avant.campagne)
    let lieu = try travail.promotion(campagne.promotion).lieu.etudiant(avant.etudiant)
    let permis = try travail.exiger(.gererLesCampagnes, lieu)
    if case .refusee(_, let motif) = etat, motif.isEmpty { throw Refus.etat(.motifManquant) }
    var apres = avant
    apres.etat = etat
    apres.version = version
    let objet = Objet(.demande, avant.id)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      objet,
      sujet: avant.etudiant,
      avant: avant.faits,
      apres: apres.faits,
    )
    guard try travail.registre.remplacer(apres, ecriture) else {
      throw try travail.conflit(objet, avant.faits, apres.faits, avant.version)
    }
    apres.version += 1
    return apres
  }
}

extension Demande {
  fileprivate var faits: Faits {
    let base: Faits = [
      "campagne": Faits.Valeur(campagne), "texte": .texte(texte),
      "depose": .texte(depose.description), "fichier": Faits.Valeur(fichier),
      "force-majeure": Faits.Valeur(forceMajeure),
    ]
    return switch etat {
    case .deposee: base + ["etat": "deposee"]
    case .acceptee(let jour): base + ["etat": "acceptee", "le": Faits.Valeur(jour)]
    case .refusee(let jour, let motif):
      base + ["etat": "refusee", "le": Faits.Valeur(jour), "motif": .texte(motif)]
    }
  }
}
