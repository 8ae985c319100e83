public import Scolarite

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

/// What is chosen of a session 2.
public struct ChoixDeSession2: Hashable, Sendable {
  public let intitule: String
  public let premierJour: Jour
  public let dernierJour: Jour
  public let publicationPrevue: Jour
  /// The last minute of enrolment.
  public let limiteInscription: Instant
  public let adoptee: Jour?
  public let jury: Jour?
  public let delaiDeConsultation: Int?
  public let derogation: Role

  public init(
    intitule: String,
    premierJour: Jour,
    dernierJour: Jour,
    publicationPrevue: Jour,
    limiteInscription: Instant,
    adoptee: Jour?,
    jury: Jour? = nil,
    delaiDeConsultation: Int? = nil,
    derogation: Role = .direction,
  ) {
    self.intitule = intitule
    self.premierJour = premierJour
    self.dernierJour = dernierJour
    self.publicationPrevue = publicationPrevue
    self.limiteInscription = limiteInscription
    self.adoptee = adoptee
    self.jury = jury
    self.delaiDeConsultation = delaiDeConsultation
    self.derogation = derogation
  }

  fileprivate func session(_ campagne: Identifiant<Campagne>, _ promotion: Identifiant<Promotion>)
    -> SessionDeRattrapage
  {
    SessionDeRattrapage(
      campagne: campagne,
      promotion: promotion,
      intitule: intitule,
      premierJour: premierJour,
      dernierJour: dernierJour,
      ouverture: publicationPrevue.premiereMinute ?? limiteInscription,
      limiteInscription: limiteInscription,
      publicationPrevue: publicationPrevue,
      adoptee: adoptee,
      jury: jury,
      delaiDeConsultation: delaiDeConsultation,
      derogation: derogation,
    )
  }

  /// The session with these choices; what was published remains.
  fileprivate func appliques(a avant: SessionDeRattrapage, version: Int64) -> SessionDeRattrapage {
    var apres = session(avant.campagne, avant.promotion)
    apres.publicationSession1 = avant.publicationSession1
    if avant.publicationSession1 != nil { apres.ouverture = avant.ouverture }
    apres.version = version
    return apres
  }
}

/// Changes the days of a session 2, and who may go beyond its limits.
public struct ModifierUneSessionDeux: Acte {
  public static let nom = "modifier-une-session-2"
  public let campagne: Identifiant<Campagne>
  public let choix: ChoixDeSession2
  public let motif: String?
  /// The version that was read.
  public let version: Int64

  public init(
    _ campagne: Identifiant<Campagne>,
    _ choix: ChoixDeSession2,
    motif: String? = nil,
    version: Int64,
  ) {
    self.campagne = campagne
    self.choix = choix
    self.motif = motif
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> SessionDeRattrapage {
    let avant = try travail.sessionDeRattrapage(campagne)
    let permis = try travail.exiger(
      .gererLesCampagnes,
      travail.promotion(avant.promotion).lieu,
    )
    let apres = choix.appliques(a: avant, version: version)
    try travail.verifier(apres, avant: avant, motif: motif)
    return try travail.remplacer(avant, apres, Self.nom, permis, motif: motif)
  }
}

extension Travail {
  /// Writes a session over the one that was read, or meets the conflict.
  func remplacer(
    _ avant: SessionDeRattrapage,
    _ apres: SessionDeRattrapage,
    _ acte: String,
    _ permis: Permis,
    motif: String? = nil,
  ) throws -> SessionDeRattrapage {
    let objet = Objet(.campagne, avant.campagne)
    let ecriture = try inscrire(
      acte,
      permis,
      objet,
      avant: avant.faits,
      apres: apres.faits,
      motif: motif,
    )
    guard try registre.remplacer(apres.campagneEnBase, ecriture) else {
      throw try conflit(objet, avant.faits, apres.faits, avant.version)
    }
    try registre.remplacer(apres, ecriture)
    var ecrite = apres
    ecrite.version += 1
    return ecrite
  }

  /// The guards of the procedure on the days of a session.
  fileprivate func verifier(
    _ session: SessionDeRattrapage,
    avant: SessionDeRattrapage?,
    motif: String?,
  ) throws {
    try nommer([("intitulé", session.intitule)])
    try verifierLesJours(session)
    guard SessionDeRattrapage.rolesDeDerogation.contains(session.derogation) else {
      throw Refus.donnees([.init("dérogation", .inconnue(vu: session.derogation.rawValue))])
    }
    if session.derogation != avant?.derogation ?? .direction {
      // Whoever may go beyond limits is chosen by the direction alone.
      let promotion = try promotion(session.promotion)
      guard peut(.adopterUnProfil, promotion.lieu) else {
        throw Refus.interdit(.adopterUnProfil)
      }
    }
    try verifierLAdoption(session, avant: avant, motif: motif)
    let bornes = session.dates.bornesDInscription
    let estInchangee =
      avant.map {
        $0.limiteInscription == session.limiteInscription
          && $0.dates.publication == session.dates.publication
      } ?? false
    if !estInchangee, !bornes.contains(session.limiteInscription.jour) {
      try deroger(
        avant ?? session,
        article: "procédure de session 2, § 3",
        .horsPeriode(du: bornes.lowerBound, au: bornes.upperBound),
        motif: motif,
      )
    }
  }

  private func verifierLesJours(_ session: SessionDeRattrapage) throws(Refus) {
    guard session.premierJour <= session.dernierJour else {
      let bornes = "à partir du \(session.premierJour.enFrancais)"
      throw .donnees([
        .init("dernier jour", .horsBornes(vu: session.dernierJour.enFrancais, bornes: bornes))
      ])
    }
    guard session.ouverture < session.limiteInscription,
      session.limiteInscription.jour < session.premierJour
    else {
      let bornes =
        "entre le \(session.ouverture.jour.enFrancais) et le \(session.premierJour.enFrancais)"
      throw .donnees([
        .init(
          "limite",
          .horsBornes(vu: session.limiteInscription.jour.enFrancais, bornes: bornes),
        )
      ])
    }
    if let jury = session.jury, jury < session.dernierJour {
      let bornes = "à partir du \(session.dernierJour.enFrancais)"
      throw .donnees([.init("jury", .horsBornes(vu: jury.enFrancais, bornes: bornes))])
    }
    if let delai = session.delaiDeConsultation, !(1...366).contains(delai) {
      throw .donnees([.init("délai", .horsBornes(vu: "\(delai)", bornes: "de 1 à 366 jours"))])
    }
  }

  /// The procedure is adopted within the month that opens the year, and not after (L. 613-1).
  private func verifierLAdoption(
    _ session: SessionDeRattrapage,
    avant: SessionDeRattrapage?,
    motif: String?,
  ) throws {
    guard let adoptee = session.adoptee, adoptee != avant?.adoptee else { return }
    guard adoptee <= moment.jour else { throw Refus.etat(.dateAVenir) }
    let annee = try promotion(session.promotion).annee
    let limite = (try registre.annee(annee)?.debut ?? Jour(ouvrant: annee)).unMoisApres
    if adoptee > limite {
      try deroger(
        avant ?? session,
        article: Travail.articleDuGel,
        .figeDepuis(limite),
        motif: motif,
      )
    }
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
