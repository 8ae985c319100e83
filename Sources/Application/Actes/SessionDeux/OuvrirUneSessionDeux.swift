internal import Scolarite

/// Opens the session 2 of a promotion: its days, and one exam for each UE, whose form is to be chosen.
public struct OuvrirUneSessionDeux: Acte {
  public static let nom = "ouvrir-une-session-2"
  public let promotion: Identifiant<Promotion>
  public let choix: ChoixDeSession2
  /// Why a limit of the procedure is not kept, where its setting lets the person do so.
  public let motif: String?

  public init(
    promotion: Identifiant<Promotion>,
    _ choix: ChoixDeSession2,
    motif: String? = nil,
  ) {
    self.promotion = promotion
    self.choix = choix
    self.motif = motif
  }

  public func executer(_ travail: Travail) throws -> SessionDeRattrapage {
    let promotion = try travail.promotion(promotion)
    let permis = try travail.exiger(.gererLesCampagnes, promotion.lieu)
    guard try travail.reglement(promotion).reglages(promotion.annee).aUneSession2 else {
      throw Refus.regle(article: "procédure de session 2, § 1", .sansSession2)
    }
    guard try travail.registre.sessionsDeRattrapage(promotion.id).isEmpty else {
      throw Refus.regle(article: "procédure de session 2, § 1", .session2DejaOuverte)
    }
    let campagne: Identifiant<Campagne> = try travail.registre.nouvelIdentifiant()
    let session = choix.session(campagne, promotion.id)
    try travail.verifier(session, avant: nil, motif: motif)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.campagne, campagne),
      apres: session.faits,
      motif: motif,
    )
    try travail.registre.ajouter(session.campagneEnBase, ecriture)
    try travail.registre.ajouter(session, ecriture)
    for ue in try travail.programme(promotion).ues {
      let epreuve = EpreuveDeSession2(
        id: try travail.registre.nouvelIdentifiant(),
        campagne: campagne,
        ue: ue.code,
      )
      try travail.registre.ajouter(epreuve, ecriture)
    }
    return session
  }
}

extension SessionDeRattrapage {
  /// The window that students see.
  var campagneEnBase: Campagne {
    Campagne(
      id: campagne,
      promotion: promotion,
      nature: .session2,
      intitule: intitule,
      ouverture: ouverture,
      cloture: limiteInscription,
      jour: premierJour,
      parametres: [],
      version: version,
    )
  }

  var faits: Faits {
    [
      "promotion": Faits.Valeur(promotion), "intitule": .texte(intitule),
      "premier-jour": Faits.Valeur(premierJour), "dernier-jour": Faits.Valeur(dernierJour),
      "ouverture": .texte(ouverture.description),
      "limite": .texte(limiteInscription.description),
      "publication-prevue": Faits.Valeur(publicationPrevue),
      "publication": Faits.Valeur(publicationSession1), "adoptee": Faits.Valeur(adoptee),
      "jury": Faits.Valeur(jury),
      "delai": delaiDeConsultation.map { .entier(Int64($0)) } ?? .vide,
      "derogation": .texte(derogation.rawValue),
    ]
  }
}

extension Jour {
  var premiereMinute: Instant? { Instant("\(self)T00:00") }
}
