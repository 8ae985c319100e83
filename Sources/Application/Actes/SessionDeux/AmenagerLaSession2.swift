internal import Scolarite

/// Asks for arrangements at a session 2, up to one month before it begins (R0.14).
public struct DemanderUnAmenagementDeSession2: ActeALimite {
  public static let nom = "demander-un-amenagement-de-session-2"
  public let campagne: Identifiant<Campagne>
  public let etudiant: Identifiant<Etudiant>
  public let texte: String
  public let souhaits: Set<Amenagement.Nature>
  public let fichier: String?

  public init(
    campagne: Identifiant<Campagne>,
    etudiant: Identifiant<Etudiant>,
    texte: String,
    souhaits: Set<Amenagement.Nature>,
    fichier: String? = nil,
  ) {
    self.campagne = campagne
    self.etudiant = etudiant
    self.texte = texte
    self.souhaits = souhaits
    self.fichier = fichier
  }

  public func executer(_ travail: Travail) throws -> DemandeDAmenagement {
    let session = try travail.sessionDeRattrapage(campagne)
    let promotion = try travail.promotion(session.promotion)
    _ = try travail.exiger(.deposerUneDemande, promotion.lieu.etudiant(etudiant))
    guard travail.arrivee.jour <= session.limiteAmenagements else {
      throw Refus.regle(
        article: "procédure de session 2, § 3",
        .limitePassee(session.limiteAmenagements),
      )
    }
    return try DemanderUnAmenagement(
      promotion: promotion.id,
      etudiant: etudiant,
      .handicap,
      texte: texte,
      souhaits: souhaits,
      fichier: fichier,
    ).executer(travail)
  }
}

/// Says how an arrangement differs at session 2, and why: the service in charge (R0.15).
public struct JustifierUnEcartDAmenagement: Acte {
  public static let nom = "justifier-un-ecart-d-amenagement"
  /// As it is to be; its version is the one that was read, 0 where none stood.
  public let ecart: EcartDAmenagement

  public init(_ ecart: EcartDAmenagement) {
    self.ecart = ecart
  }

  public func executer(_ travail: Travail) throws -> EcartDAmenagement {
    let session = try travail.sessionDeRattrapage(ecart.campagne)
    let promotion = try travail.promotion(session.promotion)
    let permis = try travail.exiger(.gererLesAmenagements, promotion.lieu)
    try travail.verifierLInscription(ecart.etudiant, dans: promotion.id)
    guard !ecart.motif.isEmpty else { throw Refus.etat(.motifManquant) }
    let avant = try travail.registre.ecartsDAmenagement(ecart.campagne).first {
      $0.etudiant == ecart.etudiant && $0.nature == ecart.nature
    }
    var apres = ecart
    apres.version = ecart.version + 1
    let objet = Objet(.session2, promotion.id, ecart.etudiant)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      objet,
      sujet: ecart.etudiant,
      avant: avant?.faits,
      apres: apres.faits,
      motif: ecart.motif,
    )
    guard ecart.version == avant?.version ?? 0, try travail.registre.ecrire(apres, ecriture) else {
      throw try travail.conflit(
        objet,
        avant?.faits ?? ["nature": .vide],
        apres.faits,
        avant?.version ?? 0,
      )
    }
    return apres
  }
}

/// Says that the arrangements of a session 2 are settled, and tells those who have some the first
/// time; what differs later tells its student by itself.
public struct ArreterLesAmenagements: Acte {
  public static let nom = "arreter-les-amenagements"
  /// What the journal keeps of each student who is told.
  public static let annonce = "amenager-en-session-2"
  public let campagne: Identifiant<Campagne>

  public init(_ campagne: Identifiant<Campagne>) {
    self.campagne = campagne
  }

  public func executer(_ travail: Travail) throws {
    let session = try travail.sessionDeRattrapage(campagne)
    let promotion = try travail.promotion(session.promotion)
    let permis = try travail.exiger(.gererLesAmenagements, promotion.lieu)
    let retenus = try travail.amenagements(de: session)
    if try travail.registre.etapesDeSession2(campagne)[.amenagements] == nil {
      try annoncer(retenus, promotion, permis, travail)
    }
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.campagne, campagne),
      apres: ["amenagements": .entier(Int64(retenus.count))],
    )
    try travail.marquer(.amenagements, de: campagne, ecriture)
  }

  private func annoncer(
    _ retenus: [AmenagementDeSession2],
    _ promotion: Promotion,
    _ permis: Permis,
    _ travail: Travail,
  ) throws {
    let ecartes = try travail.registre.ecartsDAmenagement(campagne).map(\.etudiant)
    let concernes = Set(retenus.map(\.etudiant)).subtracting(ecartes)
    for etudiant in concernes.sorted() {
      _ = try travail.inscrire(
        Self.annonce,
        permis,
        Objet(.session2, promotion.id, etudiant),
        sujet: etudiant,
        apres: ["campagne": Faits.Valeur(campagne)],
      )
    }
  }
}

extension EcartDAmenagement {
  fileprivate var faits: Faits {
    [
      "campagne": Faits.Valeur(campagne), "nature": .texte(nature.rawValue),
      "maintenu": .verdict(maintenu), "precision": .texte(precision),
    ]
  }
}
